import CastingFiles
import CastingSynthetic
import Foundation
import TableTestSupport
import Testing

/// What rosters in the wild are like: each quirk has a table of its own and a recorded outcome.
@Suite struct QuirkTests {
  struct Quirk {
    var name: String
    var bytes: [UInt8]
    /// The brief's choice of headers that makes it readable.
    var columns: [String: String] = [:]

    init(_ name: String, _ text: String, columns: [String: String] = [:]) {
      self.init(name, bytes: Array(text.utf8), columns: columns)
    }

    init(_ name: String, bytes: [UInt8], columns: [String: String] = [:]) {
      self.name = name
      self.bytes = bytes
      self.columns = columns
    }
  }

  private static let twice =
    "creator_id,Followers,Likes,Followers,Likes\nC1,1.2M,3K,1200000,3000\nC2,85K,1K,85000,1000\n"

  static let quirks = [
    Quirk(
      "header shifted by one: rows are longer",
      "creator_id,name,followers\n0,C1,Alpha,5\n1,C2,Beta,6\n"),
    Quirk(
      "header shifted by one: the index has no header", ",creator_id,name,followers\n0,C1,Alpha,5\n"
    ),
    Quirk("header shifted by one within its width", "creator_id,name,followers,\n0,C1,Alpha,5\n"),
    Quirk("every metric twice under one header", twice),
    Quirk("every metric twice, the number chosen", twice, columns: ["followers": "#4"]),
    Quirk("every metric twice, the text chosen", twice, columns: ["followers": "#2"]),
    Quirk("blank first data row", "creator_id,name,followers\n,,\nC1,Alpha,5\n"),
    Quirk(
      "line breaks inside header cells",
      "creator_id,\"Subscribers\ncount\",\"Fee\r\n(JPY)\"\nC1,5,\"¥1,000\"\n"),
    Quirk("UTF-8 byte-order mark", "\u{FEFF}creator_id,followers\nC1,5\n"),
    Quirk("suffixes in lower case", "creator_id,followers,fee\nC1,0.89k,29.0b\n"),
    Quirk("words for what is missing", "creator_id,followers,fee\nC1,nan,N/A'\nC2,5,#VALOR!\n"),
    Quirk("scientific notation", "creator_id,followers,fee\nC1,2.28E+11,1.5e3\n"),
    Quirk(
      "cells padded with blanks", "creator_id , followers ,name\n C1 ,\t5 ,\u{3000}あおい\u{A0}\n"),
    Quirk("exact repeats of rows", "creator_id,followers\nC1,5\nC2,6\nC1,5\nC1,5\n"),
    Quirk(
      "engagement above 1", "creator_id,followers,engagement_rate\nC1,5,1.37\nC2,5,137%\nC3,5,0.9\n"
    ),
    Quirk("zero followers", "creator_id,followers\nC1,0\n"),
    Quirk("a first line of only commas", ",,,\ncreator_id,name,followers,\nC1,Alpha,5,\n"),
    Quirk(
      "one cp1252 byte in UTF-8",
      bytes: Array("creator_id,name,followers\nC1,あおい,5\nC2,Andr".utf8) + [0xE9]
        + Array(",6\n".utf8)),
    Quirk("semicolons", "creator_id;name;followers\nC1;Alpha, B.;5\n"),
    Quirk("a blank before the unit", "creator_id,followers,fee\nC1,\"16,037 M\",5 万円\n"),
    Quirk("emoji in names", "creator_id,name,followers\nC1,👩‍👩‍👧‍👦 りこ🎀,5\nC2,🇯🇵,6\n"),
    Quirk("U+FFFD", "creator_id,name,followers\nC1,caf\u{FFFD},5\n"),
    Quirk("no final newline", "creator_id,followers\nC1,5\nC2,6"),
    Quirk(
      "CP932 from Japanese Excel",
      bytes: TableForm.converted(
        "クリエイターID,名前,フォロワー数,料金\r\nC1,髙橋ソ①,１．２万,\"\\50,000\"\r\n", to: "CP932")),
  ]

  @Test func everyQuirkHasItsOutcome() throws {
    var report = ""
    for quirk in Self.quirks {
      let folder = try InputFolder()
      let path = try folder.write("roster.csv", quirk.bytes)
      report += "# \(quirk.name)\n"
      do throws(InputError) {
        let roster = try RosterFile.read(path: path, columns: quirk.columns)
        for row in RosterFormTests.everything(roster) { report += "read: \(row)\n" }
      } catch {
        report += folder.relative(error.description) + "\n"
      }
    }
    try Golden.check("quirks.txt", report)
  }

  /// The rows with a quirk that cannot be read can be left out, where others stay.
  @Test func faultyRowsCanBeLeftOut() throws {
    var outcomes: [String] = []
    for quirk in Self.quirks {
      let folder = try InputFolder()
      let paths = CampaignPaths(
        roster: try folder.write("roster.csv", quirk.bytes),
        products: try folder.write("products.csv", InputFolder.products),
        brief: try folder.write("brief.yaml", InputFolder.brief))
      var options = ReadingOptions()
      options.dropInvalid()
      guard let loaded = try? CampaignFiles.read(paths, options: options) else { continue }
      if loaded.skipped.isEmpty { continue }
      let roster = loaded.campaign.roster
      let kept = (0..<roster.count).map { roster.creatorIDs[$0] }.joined(separator: " ")
      outcomes.append("\(quirk.name): \(kept)")
    }
    #expect(
      outcomes == [
        "exact repeats of rows: C1 C2", "engagement above 1: C1 C3",
      ])
  }
}
