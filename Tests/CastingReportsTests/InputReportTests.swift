import Casting
import CastingFiles
import CastingPlanning
import CastingReports
import CastingReview
import Foundation
import Testing

struct InputReportTests {
  private static let names = [
    "ﾎﾟﾁ🐶 / poti", "月ノ宮★ルナ", "Ｋａｎａ☆ちゃんねる", "とても長い名前のチャンネルで、表の幅にはきっと収まりきらないもの", "a", "①②③ Room",
    "\u{1B}[31mred",
  ]

  /// Seven creators, each with nobody watching; the first has a fee far out of line.
  static func report(skipped: InputIssues = InputIssues()) -> InputReport {
    var roster = Roster()
    let count = names.count
    let blank = [String](repeating: "", count: count)
    roster.creatorIDs = TextColumn((1...count).map { "C\($0 * $0 * 10)" })
    roster.names = TextColumn(names)
    roster.handles = TextColumn(blank)
    roster.urls = TextColumn(blank)
    roster.platforms = CategoryColumn(blank)
    roster.employments = CategoryColumn(repeating: "external", count: count)
    roster.niches = TextColumn(blank)
    roster.bios = TextColumn(blank)
    roster.statedTiers = CategoryColumn(blank)
    roster.followers = NumberColumn(Array(repeating: 20_000, count: count))
    roster.averageViews = NumberColumn(Array(repeating: 0, count: count))
    roster.fees = NumberColumn([9_000_000] + Array(repeating: 60_000, count: count - 1))
    var brief = Brief()
    brief.budget = 1_000_000
    let columns = ["creator_id", "followers", "avg_views", "fee"].enumerated().map { field, name in
      InputColumn(
        header: name, field: field + 1, name: name, match: field == 1 ? .alias : .name,
        range: [
          "followers": roster.followers, "avg_views": roster.averageViews, "fee": roster.fees,
        ][name].flatMap { NumberRange($0.values) })
    }
    let memo = InputColumn(header: "担当\r\n者", field: 5, name: nil, match: .unknown)
    let table = InputTable(
      role: .creators, path: "roster.csv", columns: columns + [memo],
      lines: (0..<count).map { UInt32(2 + $0 * 33) })
    return InputReport(
      Campaign(
        roster: roster, products: ProductList([Product(id: "P1", price: 100)]), brief: brief),
      files: [.init(path: "roster.csv", rows: count)], tables: [table],
      notes: [
        .readAs(file: "roster.csv", isGzip: false, encoding: .cp932, form: nil, table: nil)
      ], skipped: skipped)
  }

  private static func text(width: Int, in wording: Wording = .english) -> String {
    let page = ReportPage(width: width, color: false)
    let report = CheckReport.make(report(), in: wording)
    return String(decoding: ReportFormat.table.bytes(report, page) ?? [], as: UTF8.self)
  }

  private static func json(in wording: Wording = .english) throws -> [UInt8] {
    let page = ReportPage(width: 100, color: false)
    return try #require(
      ReportFormat.json.bytes(CheckReport.make(report(), in: wording), page))
  }

  @Test(arguments: [60, 100, 160])
  func noLineIsWiderThanTheWindow(_ width: Int) {
    let text = Self.text(width: width)
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
    #expect(text.contains("… and 2 more"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  /// What is said of a row begins in the same column, whatever the name beside it is made of.
  @Test func detailsAlignBehindJapaneseNames() {
    let text = Self.text(width: 160)
    let lines = text.split(separator: "\n").map(String.init)
    let starts = lines.compactMap { line -> Int? in
      line.range(of: "avg_views 0").map { DisplayWidth.of(String(line[..<$0.lowerBound])) }
    }
    #expect(starts.count == 5 && Set(starts).count == 1, "\(starts)")
  }

  @Test func theReportIsShownAsRecorded() throws {
    let text = Self.text(width: 100)
    try expectGolden([UInt8](text.utf8), "input-report.txt")
  }

  @Test func theReportIsShownAsRecordedInJapanese() throws {
    let text = Self.text(width: 100, in: .japanese)
    try expectGolden([UInt8](text.utf8), "input-report-ja.txt")
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 100, "\(line)")
    }
  }

  /// Numbers and codes are the same in every language, sentences are not.
  @Test func languagesDifferInSentencesAlone() throws {
    let documents = try Language.allCases.map { language in
      try #require(
        try JSONSerialization.jsonObject(
          with: Data(try Self.json(in: Wording(language)))) as? [String: Any])
    }
    func codes(_ value: Any) -> Any {
      if let list = value as? [Any] { return list.map(codes) }
      guard let object = value as? [String: Any] else { return value }
      let sentences = ["headline", "rule", "advice", "detail", "where_missing", "notes"]
      return object.filter { !sentences.contains($0.key) }.mapValues(codes)
    }
    #expect(
      NSDictionary(dictionary: try #require(codes(documents[0]) as? [String: Any]))
        == NSDictionary(dictionary: try #require(codes(documents[1]) as? [String: Any])))
    #expect(NSDictionary(dictionary: documents[0]) != NSDictionary(dictionary: documents[1]))
  }

  @Test func programsGetEveryRow() throws {
    let document = try JSONSerialization.jsonObject(with: Data(try Self.json()))
    let root = try #require(document as? [String: Any])
    #expect(root["schema"] as? String == "castplan/check/1")
    let findings = try #require(root["findings"] as? [[String: Any]])
    #expect(findings.map { $0["kind"] as? String } == ["no_viewers", "high_fee"])
    let rows = try #require(findings[0]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["line"] as? Int } == [2, 35, 68, 101, 134, 167, 200])
    #expect(rows[3]["name"] as? String == Self.names[3])
    let fee = try #require((findings[1]["rows"] as? [[String: Any]])?.first)
    #expect(fee["value"] as? Double == 450 && fee["typical"] as? Double == 3)
    #expect(fee["typical_of"] as? String == "published")
    let tables = try #require(root["tables"] as? [[String: Any]])
    let headers = try #require(tables[0]["headers"] as? [[String: Any]])
    #expect(
      headers.map { $0["matched_by"] as? String } == ["name", "alias", "name", "name", "unknown"])
    let columns = try #require(tables[0]["columns"] as? [[String: Any]])
    let views = try #require(columns.first { $0["column"] as? String == "followers" })
    #expect(views["median"] as? Double == 20_000 && views["unit"] as? String == "people")
  }
}
