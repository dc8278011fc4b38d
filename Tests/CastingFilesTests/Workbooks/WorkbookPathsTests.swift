import Casting
import CastingFiles
import CastingReports
import Testing

/// Which sheet of a workbook is taken for which input.
@Suite struct WorkbookPathsTests {
  private static let roster = [["creator_id", "followers"], ["C1", "12000"]]
  private static let products = [["商品ID", "価格(円)"], ["P1", "3000"]]
  private static let brief = [["key", "value"], ["budget", "5M"]]
  private static let deals = [["creator_id", "product_id", "cost"], ["C1", "P1", "1"]]
  private static let audience = [["creator_id", "cell", "share"], ["C1", "x", "1"]]
  private static let other = [["memo", "of", "ours"]]

  /// The paths that a workbook gives, in the order of the roles, and the notes; or what is wrong.
  private static func outcome(
    _ sheets: [(name: String, rows: [[String]])], roster: String? = nil, products: String? = nil,
    brief: String? = nil, takesDeals: Bool = true
  ) throws -> (paths: [String?], told: [String]) {
    let folder = try InputFolder()
    guard let day = CalendarDay(iso: "2000-01-01") else { preconditionFailure("a day") }
    let book = SheetBook(
      title: "", created: day,
      sheets: sheets.map { sheet in
        var made = Sheet(name: sheet.name, columns: [])
        made.rows = sheet.rows.map { $0.map { SheetCell($0) } }
        return made
      })
    let path = try folder.write("b.xlsx", book.bytes())
    do throws(InputError) {
      let paths = try CampaignPaths(
        workbook: path, roster: roster, products: products, brief: brief, deals: nil,
        audience: nil, takesDeals: takesDeals)
      let all = [paths.roster, paths.products, paths.brief, paths.deals, paths.audience]
      return (
        all.map { $0.map { folder.relative($0).replacing("b.xlsx#", with: "") } },
        paths.notes.map { folder.relative($0.description) }
      )
    } catch {
      return ([], error.issues.kept.map { folder.relative($0.description) })
    }
  }

  @Test func namesTell() throws {
    for names in [
      ["名簿", "商品", "案件", "施策", "視聴者"], ["Creators", "PRODUCTS", "Brief", "deals", "Audience"],
      ["インフルエンサー", "製品", "キャンペーン", "施策一覧", "オーディエンス"],
    ] {
      let rows = [Self.roster, Self.products, Self.brief, Self.deals, Self.audience]
      let sheets = zip(names, rows).map { (name: $0, rows: $1) }
      let found = try Self.outcome([("はじめに", Self.other)] + sheets + [("結果", Self.deals)])
      #expect(found.paths == names && found.told.isEmpty, "\(found)")
    }
  }

  /// A name goes before headers, whatever stands below it.
  @Test func headersTellWhereNamesDoNot() throws {
    let found = try Self.outcome([
      ("Sheet1", [["春の名簿"], []] + Self.roster), ("Sheet2", Self.products), ("Sheet3", Self.brief),
      ("Sheet4", Self.deals), ("Sheet5", Self.audience), ("メモ", Self.other), ("Sheet7", []),
    ])
    #expect(found.paths == ["Sheet1", "Sheet2", "Sheet3", "Sheet4", "Sheet5"])
    #expect(
      found.told == [
        "b.xlsx: by its headers, the sheet \"Sheet1\" has the creators",
        "b.xlsx: by its headers, the sheet \"Sheet2\" has the products",
        "b.xlsx: by its headers, the sheet \"Sheet3\" has the brief",
        "b.xlsx: by its headers, the sheet \"Sheet4\" has the deals",
        "b.xlsx: by its headers, the sheet \"Sheet5\" has the audiences",
        "b.xlsx: the sheet was not used: メモ",
      ])
    let named = try Self.outcome([
      ("Sheet1", Self.roster), ("名簿", []), ("商品", Self.products),
    ])
    #expect(named.paths == ["名簿", "商品", nil, nil, nil])
    #expect(named.told == ["b.xlsx: the sheet was not used: Sheet1"])
  }

  @Test func whatIsGivenGoesBefore() throws {
    let found = try Self.outcome(
      [("名簿", Self.roster), ("p", Self.products), ("案件", Self.brief)], roster: "r.csv",
      products: "p.csv", brief: "b.yaml")
    #expect(found.paths == ["r.csv", "p.csv", "b.yaml", nil, nil])
    #expect(
      found.told == [
        "b.xlsx: r.csv, given with --roster, is read instead of the sheet \"名簿\"",
        "b.xlsx: p.csv, given with --products, is read instead of the sheet \"p\"",
        "b.xlsx: b.yaml, given with --brief, is read instead of the sheet \"案件\"",
      ])
    // One of two sheets is not asked for where another file is read.
    let both = try Self.outcome(
      [("名簿", Self.roster), ("roster", Self.roster), ("商品", Self.products)], roster: "r.csv")
    #expect(both.paths == ["r.csv", "商品", nil, nil, nil])
  }

  @Test func whatCannotBeToldIsAsked() throws {
    let two = try Self.outcome([("a", Self.roster), ("b", Self.roster), ("商品", Self.products)])
    #expect(two.paths.isEmpty && two.told.count == 1, "\(two)")
    #expect(two.told[0].hasPrefix("b.xlsx: several sheets may have the creators; these do: a, b; "))
    let named = try Self.outcome([
      ("名簿", Self.roster), ("creators", Self.roster), ("商品", Self.products),
    ])
    #expect(named.told.count == 1 && named.told[0].contains("these do: 名簿, creators"))
    let none = try Self.outcome([("商品", Self.products), ("メモ", Self.other)])
    #expect(none.told.count == 1)
    #expect(none.told[0].hasPrefix("b.xlsx: no sheet has the creators; "))
    #expect(none.told[0].contains("the workbook has 商品, メモ"))
    let nothing = try Self.outcome([("メモ", Self.other)])
    #expect(nothing.told.count == 2)
  }

  /// A command without deals passes over their sheet.
  @Test func dealsMayHaveNoSay() throws {
    let found = try Self.outcome(
      [("名簿", Self.roster), ("商品", Self.products), ("施策", Self.deals)], takesDeals: false)
    #expect(found.paths == ["名簿", "商品", nil, nil, nil] && found.told.isEmpty, "\(found)")
  }
}
