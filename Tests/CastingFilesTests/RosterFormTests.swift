import Casting
import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// One table in every form a file can have.
@Suite struct RosterFormTests {
  static let rows = [
    ["クリエイターID", "名前", "媒体", "フォロワー数", "料金", "エンゲージメント率", "ジャンル", "自己紹介", "稼働開始日"],
    ["C1", "髙橋 あおい", "TikTok", "1.2万", "¥50,000", "3.2%", "美容;コスメ", "毎日配信\n\"よろしく\"", "2026/12/1"],
    ["C2", "㈱みお①", "YouTube", "１２，３４５", "5万円", "０．０４", "旅行、温泉", "a;b,c\td", "2026年12月1日"],
    ["C3", "ｱｲｳﾞｧﾝ", "Instagram", "2.5千", "1億2,000万", "", "", "", "令和8年12月1日"],
    ["C4", "Ivan", "", "85K", "30_000", "1％", "food", " spaced ", ""],
  ]

  /// Whatever a roster holds, as text.
  static func everything(_ roster: Roster) -> [String] {
    (0..<roster.count).map { row in
      let texts = [
        roster.creatorIDs[row], roster.names[row], roster.platforms[row], roster.niches[row],
        roster.bios[row],
      ]
      let numbers = [roster.followers, roster.fees, roster.engagementRates].map { $0[row] }
      let day = roster.availableFrom.isEmpty ? "" : roster.availableFrom[row]?.iso ?? ""
      return (texts + numbers.map { "\($0)" } + [day]).joined(separator: "|")
    }
  }

  /// A yen sign that is no backslash has no place in CP932.
  static func rows(for form: TableForm) -> [[String]] {
    let isJapanese = form == .cp932 || form == .gzippedCP932
    return isJapanese
      ? rows.map { $0.map { $0.replacingOccurrences(of: "¥", with: "\\") } } : rows
  }

  @Test(arguments: TableForm.allCases)
  func everyFormReadsTheSame(form: TableForm) throws {
    let folder = try InputFolder()
    let path = try form.write(Self.rows(for: form), in: folder.path)
    let roster = try RosterFile.read(path: path, threads: 2)
    #expect(
      Self.everything(roster) == [
        "C1|髙橋 あおい|TikTok|美容;コスメ|毎日配信\n\"よろしく\"|12000.0|50000.0|0.032|2026-12-01",
        "C2|㈱みお①|YouTube|旅行、温泉|a;b,c\td|12345.0|50000.0|0.04|2026-12-01",
        "C3|ｱｲｳﾞｧﾝ|Instagram|||2500.0|120000000.0|nan|2026-12-01",
        "C4|Ivan||food|spaced|85000.0|30000.0|0.01|",
      ])
  }

  /// Issues stand at the same places, as far as the form has lines and columns.
  @Test(arguments: TableForm.allCases)
  func everyFormPlacesIssues(form: TableForm) throws {
    var rows = Self.rows(for: form)
    rows[2][4] = "たくさん"
    rows[4][3] = "many"
    let folder = try InputFolder()
    let path = try form.write(rows, in: folder.path)
    do throws(InputError) {
      _ = try RosterFile.read(path: path, threads: 2)
      Issue.record("was read in spite of two faults")
    } catch {
      let places = error.issues.kept.map { [$0.line ?? 0, $0.column ?? 0] }
      let values = error.issues.kept.map(\.value)
      #expect(values == ["たくさん", "many"])
      switch form {
      case .sqlite: #expect(places == [[2, 5], [4, 4]])
      case _ where form.isJSON:
        let text = String(decoding: form.unpacked(rows), as: UTF8.self)
        #expect(places == values.map { Self.place(of: "\"\($0)\"", in: text) })
      // A line break inside a cell of the row before counts.
      case .separatorLine: #expect(places == [[5, 5], [7, 4]])
      default: #expect(places == [[4, 5], [6, 4]])
      }
    }
  }

  /// The line and the character at which a word begins.
  private static func place(of word: String, in text: String) -> [Int] {
    let start = text.range(of: word)!.lowerBound
    let before = text[..<start].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return [before.count, before.last!.count + 1]
  }

  @Test func saysWhatAFileWasReadAs() throws {
    var notes: [String] = []
    for form in TableForm.allCases {
      let outcome = try InputFolder.outcome { input, paths in
        paths.roster = try form.write(Self.rows(for: form), in: input.path)
      }
      notes += outcome.split(separator: "\n").dropFirst().map(String.init)
        .filter { !$0.contains("is taken for the fee") }
    }
    #expect(
      notes == [
        "utf16LittleEndian.csv: read as UTF-16", "utf16BigEndian.csv: read as UTF-16",
        "cp932.csv: read as CP932 (Shift_JIS)", "tabs.tsv: read as tabs between the fields",
        "semicolons.csv: read as \";\" between the fields",
        "jsonLines.jsonl: read as JSON Lines", "jsonList.json: read as a JSON list",
        "gzip.csv.gz: read as gzip",
        "gzippedCP932.csv.gz: read as gzip, CP932 (Shift_JIS)",
        "gzippedJSONLines.jsonl.gz: read as gzip, JSON Lines",
        "jsonIndented.json: read as a JSON list",
        "jsonWrapper.json: read as the JSON list \"creators\"",
        "jsonMap.json: read as JSON objects by their keys, which are taken as creator_id",
        "jsonObjects.json: read as JSON objects one after the other",
        "gzippedJSONMap.json.gz: read as gzip, JSON objects by their keys, which are taken as "
          + "creator_id",
        "separatorLine.csv: the first line, sep=, says that \";\" stands between the fields",
        "sqlite.sqlite: read as SQLite table creators",
      ])
  }

  /// Commas that are not delimiters do not mislead: headers are known by one delimiter only.
  @Test func theDelimiterIsTheOneThatMakesSenseOfHeaders() throws {
    let folder = try InputFolder()
    let path = try folder.write(
      "a.csv", "creator_id;followers;\"a, b, c\";d, e, f, g\nC1;5;x;y\n")
    #expect(try RosterFile.read(path: path).followers[0] == 5)
  }

  @Test func nestedValuesAreNamedByTheirPath() throws {
    let outcome = try InputFolder.outcome { folder, paths in
      paths.roster = try folder.write(
        "a.jsonl", "{\"creator_id\": \"C1\", \"stats\": {\"followers\": 5}}\n")
    }
    #expect(
      outcome.contains("a.jsonl: the column followers is missing, \"creator_id, stats.followers\""))
    let folder = try InputFolder()
    let path = try folder.write(
      "a.jsonl", "{\"creator_id\": \"C1\", \"stats\": {\"followers\": 5}}\n")
    let roster = try RosterFile.read(path: path, columns: ["followers": "stats.followers"])
    #expect(roster.followers[0] == 5)
  }
}
