import Casting
import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// A roster read part after part holds what it holds when it is read at once.
@Suite struct RosterStreamTests {
  /// All parts of a stream, and the stream afterwards.
  private func read(
    _ path: String, rowsPerPart: Int = 1, skipsInvalid: Bool = false, threads: Int = 2
  ) throws -> (survey: [Roster], parts: [Roster], stream: RosterStream) {
    let folder = try InputFolder()
    let products = try folder.write("products.csv", InputFolder.products)
    var options = ReadingOptions()
    if skipsInvalid { options.dropInvalid() }
    var stream = try ScoringFiles.read(
      CampaignPaths(roster: path, products: products), threads: threads, options: options
    ).roster
    stream.rowsPerPart = rowsPerPart
    let survey = try stream.survey(into: [Roster]()) { $0.append($1.roster) }
    var parts: [Roster] = []
    try stream.forEachPart {
      parts.append($0.roster)
      return true
    }
    return (survey, parts, stream)
  }

  @Test(arguments: TableForm.allCases)
  func `every form gives the rows that reading at once gives`(form: TableForm) throws {
    let folder = try InputFolder()
    let path = try form.write(RosterFormTests.rows(for: form), in: folder.path)
    let whole = RosterFormTests.everything(try RosterFile.read(path: path))
    let (survey, parts, _) = try read(path)
    #expect(survey.flatMap(RosterFormTests.everything) == whole)
    // Names are not read where they are not needed.
    let ids = parts.flatMap { part in (0..<part.count).map { part.creatorIDs[$0] } }
    #expect(ids == ["C1", "C2", "C3", "C4"])
    #expect(parts.allSatisfy { part in (0..<part.count).allSatisfy { part.names[$0].isEmpty } })
  }

  /// Rows of about 40 bytes, some with line breaks in quotes: several runs of 4 MiB.
  private func longTable(_ rows: Int, stray: Bool) -> String {
    var text = "creator_id,name,followers,bio\n"
    for row in 0..<rows {
      let quoted = row % 7 == 0
      let bio = quoted ? "\"line\nbreak, \"\"said\"\"\"" : "plain text of row \(row)"
      text += "C\(row),N\(stray && row % 9_973 == 0 ? "5\" tall" : ""),\(10_000 + row),\(bio)\n"
    }
    return text
  }

  @Test(arguments: [false, true])
  func `long tables come in parts that lose and repeat nothing`(stray: Bool) throws {
    let folder = try InputFolder()
    let path = try folder.write("long.csv", longTable(300_000, stray: stray))
    for threads in [1, 2] {
      let (_, parts, _) = try read(path, rowsPerPart: 10_000, threads: threads)
      #expect(parts.count > 2)
      var row = 0
      for part in parts {
        for place in 0..<part.count {
          #expect(
            part.creatorIDs[place] == "C\(row)" && part.followers[place] == Double(10_000 + row))
          row += 1
        }
      }
      #expect(row == 300_000)
    }
  }

  /// Rows since the last part must not go where the table is found to end before the file does.
  @Test(arguments: [1, 4, 100])
  func `a remark below ends the table and loses no rows`(rowsPerPart: Int) throws {
    let folder = try InputFolder()
    let rows = (1...9).map { "C\($0),N\($0),\($0)00\n" }.joined()
    for remark in ["※税抜,,", "Posts,Caption,Likes\nP1,Walk,700"] {
      let path = try folder.write("r.csv", "creator_id,name,followers\n\(rows),,\n\(remark)\n")
      let (survey, parts, _) = try read(path, rowsPerPart: rowsPerPart)
      for found in [survey, parts] {
        #expect(
          found.flatMap { part in (0..<part.count).map { part.creatorIDs[$0] } }
            == (1...9).map { "C\($0)" })
      }
    }
  }

  @Test func `issues are those of reading at once`() throws {
    let folder = try InputFolder()
    let tables = [
      "creator_id,followers\nC1,many\nC2,5\nC1,7\nC2,9\n,4\n",
      "creator_id,followers,fee\nC1,5\nC2,5,6\n",
      "creator_id,followers,age_13_19,age_20_29\nC1,5,0.9,0.9\nC2,6,0.5,0.5\n",
      "creator_id,name\nC1,a\n", "creator_id,followers\n", "creator_id,followers\nC1,\"5\n",
    ]
    for (number, table) in tables.enumerated() {
      let path = try folder.write("t\(number).csv", table)
      let whole = #expect(throws: InputError.self) { try RosterFile.read(path: path) }
      let parts = #expect(throws: InputError.self) { try read(path) }
      #expect(whole?.description == parts?.description, "table \(number)")
    }
  }

  @Test func `faulty and repeated rows can be left out`() throws {
    let folder = try InputFolder()
    let path = try folder.write(
      "t.csv", "creator_id,followers\nC1,1000\nC2,many\nC3,3000\nC1,7\nC4,4000\nC3,1\n")
    let (survey, parts, stream) = try read(path, skipsInvalid: true)
    for rosters in [survey, parts] {
      #expect(
        rosters.flatMap { part in
          (0..<part.count).map { "\(part.creatorIDs[$0]) \(part.followers[$0])" }
        } == ["C1 1000.0", "C3 3000.0", "C4 4000.0"])
    }
    #expect(stream.skipped.total == 3)
    #expect(stream.skipped.sentences[0].contains("t.csv:3:2"))
  }

  /// Rows that share a line are told apart.
  @Test func `of rows on one line the repeated one alone is left out`() throws {
    let folder = try InputFolder()
    let path = try folder.write(
      "a.json",
      "[{\"creator_id\": \"C1\", \"followers\": 5}, {\"creator_id\": \"C2\", \"followers\": 6}, "
        + "{\"creator_id\": \"C1\", \"followers\": 7}, {\"creator_id\": \"C3\", \"followers\": 8}]")
    for rowsPerPart in [1, 3] {
      let (survey, parts, _) = try read(path, rowsPerPart: rowsPerPart, skipsInvalid: true)
      for rosters in [survey, parts] {
        let ids = rosters.flatMap { part in (0..<part.count).map { part.creatorIDs[$0] } }
        #expect(ids == ["C1", "C2", "C3"])
        #expect(
          rosters.flatMap { part in (0..<part.count).map { part.followers[$0] } } == [5, 6, 8])
      }
    }
  }

  @Test func `who reads on once is told of repeated identifiers at the end`() throws {
    let folder = try InputFolder()
    let path = try folder.write("t.csv", "creator_id,followers\nC1,1\nC2,2\nC1,3\n")
    let products = try folder.write("products.csv", InputFolder.products)
    var stream = try ScoringFiles.read(
      CampaignPaths(roster: path, products: products), threads: 1
    ).roster
    var rows = 0
    let problem = #expect(throws: InputError.self) {
      try stream.forEachPart {
        rows += $0.roster.count
        return true
      }
    }
    #expect(rows == 3)
    #expect(problem?.description.contains("t.csv:4:1") == true)
  }

  @Test func `identifiers that stand there twice are found, in memory and through a file`() throws {
    for seed in UInt64(0)..<60 {
      var damage = InputDamage(seed: seed)
      let count = Int.random(in: 0...400, using: &damage)
      let hashes = (0..<count).map { _ in UInt64.random(in: 0...300, using: &damage) }
      var seen: [UInt64: Int] = [:]
      for hash in hashes { seen[hash, default: 0] += 1 }
      for runLength in [1, 7, 64, 1_000] {
        var repeated = RepeatedIdentifiers(runLength: runLength)
        for start in stride(from: 0, to: count, by: 13) {
          try repeated.add(Array(hashes[start..<min(count, start + 13)]))
        }
        #expect(
          try repeated.repeated() == Set(seen.filter { $0.value > 1 }.keys),
          "seed \(seed), runs of \(runLength)")
      }
    }
  }

  @Test func `embeddings go with the records of the file`() throws {
    let folder = try InputFolder()
    let roster = try folder.write(
      "r.csv", "creator_id,followers\nC0,1\nC1,bad\nC2,3\nC3,4\n")
    func matrix(_ name: String, rows: Int) throws -> String {
      var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
      let header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), 2), }".padding(
          toLength: 117, withPad: " ", startingAt: 0) + "\n"
      bytes +=
        [UInt8(header.utf8.count & 0xFF), UInt8(header.utf8.count >> 8)] + Array(header.utf8)
      for value in 0..<rows * 2 {
        withUnsafeBytes(of: Float(value + 1).bitPattern.littleEndian) { bytes += Array($0) }
      }
      return try folder.write(name, bytes)
    }
    var paths = CampaignPaths(
      roster: roster, products: try folder.write("p.csv", InputFolder.products))
    paths.creatorEmbeddings = try matrix("x.npy", rows: 4)
    paths.productEmbeddings = try matrix("y.npy", rows: 2)
    var options = ReadingOptions()
    options.dropInvalid()
    var stream = try ScoringFiles.read(paths, threads: 1, options: options).roster
    var vectors: [String: [Float]] = [:]
    try stream.forEachPart {
      for row in 0..<$0.roster.count {
        vectors[$0.roster.creatorIDs[row]] = Array($0.roster.embeddings[row * 2..<row * 2 + 2])
      }
      return true
    }
    #expect(vectors == ["C0": [1, 2], "C2": [5, 6], "C3": [7, 8]])
    paths.creatorEmbeddings = try matrix("short.npy", rows: 3)
    var short = try ScoringFiles.read(paths, threads: 1, options: options).roster
    let problem = #expect(throws: InputError.self) { try short.forEachPart { _ in true } }
    #expect(problem?.description.contains("the matrix has 3 rows") == true)
  }
}
