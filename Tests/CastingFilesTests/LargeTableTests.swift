import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// Tables longer than one run of the reader: the seams must not show.
@Suite struct LargeTableTests {
  private static let rows = 60_000

  /// About 10 MB, with line breaks and quotes inside bios.
  private static func table(strayQuoteAt stray: Int?) -> String {
    var text = "creator_id,followers,name,bio,platform\n"
    for row in 0..<rows {
      let name = row == stray ? "7\" fan" : "name \(row)"
      let platform = ["tiktok", "youtube", "instagram"][row * 7 % 3]
      text += "C\(row),\(row * 3),\(name),\"line one of \(row)\nsays \"\"hello\"\", "
      text += "\(String(repeating: "長い", count: row % 30))\",\(platform)\n"
    }
    return text
  }

  @Test(arguments: [nil, 0, 30_000] as [Int?])
  func readsEveryRowOnce(strayQuoteAt stray: Int?) throws {
    let folder = try InputFolder()
    let path = try folder.write("roster.csv", Self.table(strayQuoteAt: stray))
    for threads in [1, 2, 3] {
      let roster = try RosterFile.read(path: path, threads: threads)
      try #require(roster.count == Self.rows)
      #expect(roster.platforms.levels == ["tiktok", "youtube", "instagram"])
      for row in 0..<Self.rows {
        guard roster.creatorIDs[row] == "C\(row)", roster.followers[row] == Double(row * 3),
          roster.names[row] == (row == stray ? "7\" fan" : "name \(row)"),
          roster.bios[row].hasPrefix("line one of \(row)\nsays \"hello\","),
          roster.platforms[row] == ["tiktok", "youtube", "instagram"][row * 7 % 3]
        else {
          Issue.record("row \(row) differs with \(threads) threads")
          return
        }
      }
    }
  }

  /// Forms that are converted block by block, whose seams must not show either.
  @Test(arguments: [
    TableForm.gzip, .gzippedCP932, .cp932, .utf16BigEndian, .jsonLines, .jsonList,
    .gzippedJSONLines, .jsonIndented, .jsonWrapper, .gzippedJSONMap, .jsonObjects, .separatorLine,
    .sqlite,
  ])
  func readsEveryRowOnceInEveryForm(form: TableForm) throws {
    var rows = [["creator_id", "followers", "name", "bio", "platform"]]
    for row in 0..<Self.rows {
      let bio = "line one of \(row)\nsays \"hello\"," + String(repeating: "長い", count: row % 30)
      rows.append([
        "C\(row)", "\(row * 3)", "name \(row)", bio,
        ["tiktok", "youtube", "instagram"][row * 7 % 3],
      ])
    }
    rows.append(["X1", "abc", "bad", "a\nb", "tiktok"])
    let folder = try InputFolder()
    let path = try form.write(rows, in: folder.path)
    do throws(InputError) {
      _ = try RosterFile.read(path: path)
      Issue.record("was read in spite of a fault")
    } catch {
      let line =
        switch form {
        case .sqlite: Self.rows + 1
        case _ where form.isJSON: Self.line(of: "\"abc\"", in: form.unpacked(rows))
        case .separatorLine: 2 + 2 * Self.rows + 1
        default: 1 + 2 * Self.rows + 1
        }
      #expect(error.issues.kept.map(\.line) == [line])
    }
    rows.removeLast()
    let other = try InputFolder()
    let sound = try form.write(rows, in: other.path)
    let roster = try RosterFile.read(path: sound)
    try #require(roster.count == Self.rows)
    for row in 0..<Self.rows {
      let cells = [
        roster.creatorIDs[row], roster.names[row], roster.bios[row], roster.platforms[row],
      ]
      guard cells == [0, 2, 3, 4].map({ rows[row + 1][$0] }),
        roster.followers[row] == Double(row * 3)
      else {
        Issue.record("row \(row) differs")
        return
      }
    }
  }

  private static func line(of word: String, in bytes: [UInt8]) -> Int {
    let text = String(decoding: bytes, as: UTF8.self)
    return 1 + text[..<text.range(of: word)!.lowerBound].count { $0.isNewline }
  }

  @Test(arguments: [1, 2])
  func placesIssuesBehindSeams(threads: Int) throws {
    let folder = try InputFolder()
    var text = Self.table(strayQuoteAt: nil)
    text += "C5,1,again,\"a\",instagram\nX1,abc,bad,\"a\nb\",tiktok\n"
    let path = try folder.write("roster.csv", text)
    // A line for the header, two for every row.
    let line = 1 + 2 * Self.rows + 1
    let error = #expect(throws: InputError.self) {
      try RosterFile.read(path: path, threads: threads)
    }
    if let error {
      try #require(error.issues.kept.map(\.line) == [line + 1, line])
      #expect(error.issues.kept[1].what == "creator_id is already on line 12")
    }
  }
}
