import CastingFiles
import CastingReports
import Foundation
import Testing

/// Faults that are alike are counted exactly, however many there are and however the table is read.
@Suite struct FaultGroupTests {
  private static let rows = 12_000
  private static let distinct = 1500

  /// Twelve megabytes, three runs of a mapped table; every rate is bad.
  private static func table(asJSON: Bool) -> String {
    let padding = String(repeating: "x", count: 1000)
    var text = asJSON ? "" : "creator_id,followers,bio,ER\n"
    for row in 0..<rows {
      let value = "v\(row * 7 % distinct)"
      text +=
        asJSON
        ? "{\"creator_id\":\"C\(row)\",\"followers\":5,\"bio\":\"\(padding)\",\"ER\":\"\(value)\"}\n"
        : "C\(row),5,\(padding),\(value)\n"
    }
    return text
  }

  private static func check(_ issues: InputIssues) throws {
    let group = try #require(issues.groups.first)
    #expect(issues.groups.count == 1)
    #expect(group.count == rows)
    #expect(group.issues.count == 5)
    #expect(group.values.texts == (0..<1000).map { "v\($0 * 7 % distinct)" })
    #expect(group.values.counts == Array(repeating: rows / distinct, count: 1000))
    #expect(group.values.rest == rows - 1000 * rows / distinct)
  }

  @Test(arguments: [false, true])
  func `counts are exact and the same at any number of threads`(asJSON: Bool) throws {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster", Self.table(asJSON: asJSON)),
      products: try folder.write("products.csv", InputFolder.products))
    var first: InputIssues?
    for threads in [1, 2, 3] {
      do throws(InputError) {
        _ = try CampaignFiles.read(paths, budget: 1, threads: threads)
        Issue.record("it is refused")
      } catch {
        try Self.check(error.issues)
        #expect(error.issues == first ?? error.issues)
        first = error.issues
      }
    }
    var options = ReadingOptions()
    options.leaveOut(.blank)
    for threads in [1, 3] {
      var stream = try ScoringFiles.read(paths, threads: threads, options: options).roster
      stream.rowsPerPart = 700
      try stream.survey(into: ()) { _, _ in }
      try Self.check(stream.skipped)
    }
  }

  /// `text` of the group that is told of these cells of a column.
  private func told(
    _ header: String, _ cells: [String], in wording: Wording = .english
  ) throws -> [String] {
    let folder = try InputFolder()
    let rows = cells.enumerated().map { "C\($0),5,\($1)\n" }.joined()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", "creator_id,followers,\(header)\n\(rows)"),
      products: try folder.write("products.csv", InputFolder.products))
    do throws(InputError) {
      _ = try CampaignFiles.read(paths, budget: 1)
      return []
    } catch {
      return wording.lines(error.issues).map { folder.relative($0) }
    }
  }

  @Test func `a group tells its values, its first lines and the way out`() throws {
    let cells =
      Array(repeating: "測定中", count: 4) + ["要確認", "", "要確認", "\"a, b\"", "??", "3%"]
    #expect(
      try told("ER", cells) == [
        "roster.csv: ER (column 3) is a rate from 0 to 1; 8 cells are no numbers: 測定中 (4), "
          + "要確認 (2), \"a, b\", …; lines 2, 3, 4 and 5 more → write 3.2% or 0.032, or leave the "
          + "cell empty if it is not known",
        "  roster.csv:2:3: \"測定中\"", "  roster.csv:3:3: \"測定中\"", "  roster.csv:4:3: \"測定中\"",
        "  roster.csv:5:3: \"測定中\"", "  roster.csv:6:3: \"要確認\"",
        "8 faults in all; --rejects FILE lists each of them",
      ])
    #expect(
      try told("ER", cells, in: .japanese)[0]
        == "roster.csv: 「ER」（3列目）に書けるのは0から1までの率ですが、8か所が数値ではありません"
        + "（「測定中」4件、「要確認」2件、「a, b」、…。2、3、4行目とほか5件） → "
        + "「3.2%」か「0.032」のように書くか、分からないときは空欄にしてください。")
  }

  @Test func `few faults are told one by one, in the words of the header`() throws {
    #expect(
      try told("ER", ["??", "0.1", "??"]) == [
        "roster.csv:2:3: \"ER\" is not a number, \"??\"; it is a rate from 0 to 1; write 3.2% or "
          + "0.032, or leave the cell empty if it is not known",
        "roster.csv:4:3: \"ER\" is not a number, \"??\"; it is a rate from 0 to 1; write 3.2% or "
          + "0.032, or leave the cell empty if it is not known",
      ])
  }

  @Test func `what is passed over is not told as a refusal`() throws {
    let folder = try InputFolder()
    let rows = (0..<300).map { "C\($0 < 150 ? $0 : 1),5,?\($0)\n" }.joined()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", "creator_id,followers,ER\n\(rows)"),
      products: try folder.write("products.csv", InputFolder.products))
    var options = ReadingOptions()
    options.leaveOut(.blank)
    let loaded = try CampaignFiles.read(paths, budget: 1, options: options)
    for wording in [Wording.english, .japanese] {
      let lines = wording.lines(leftOut: loaded.skipped)
      #expect(lines.count == 13)
      #expect(!lines.contains { $0.contains("run it again") || $0.contains("もう一度") })
    }
    let lines = Wording.english.lines(leftOut: loaded.skipped)
    #expect(lines[0].hasPrefix("not known: ") && lines[6].hasPrefix("left out: "))
    #expect(lines[12] == "note: 450 faults in all; --rejects FILE lists each of them")
  }
}
