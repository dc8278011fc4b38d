import Casting
import CastingReports
import Foundation
import TableTestSupport
import Tables
import Testing

/// What is written is what is read.
@Suite struct SheetBookTests {
  private static func day(_ iso: String) throws -> CalendarDay {
    try #require(CalendarDay(iso: iso))
  }

  private static func book(_ sheets: [Sheet]) throws -> SheetBook {
    SheetBook(title: "表 & <題>", created: try day("2000-01-01"), sheets: sheets)
  }

  /// Rows of a sheet as kinds and texts, read by the reader of workbooks.
  private static func rows(
    _ bytes: [UInt8], sheet: String
  ) throws -> [[(kind: WorkbookCell.Kind, text: String)]] {
    let path = NSTemporaryDirectory() + "castplan-sheets-\(UUID().uuidString).xlsx"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try Workbook(MappedFile(path: path))
    var rows = try book.rows(of: book.sheet(sheet))
    var found: [[(kind: WorkbookCell.Kind, text: String)]] = []
    while try rows.next() {
      found.append(rows.cells.indices.map { (rows.cells[$0].kind, rows.text($0)) })
    }
    return found
  }

  @Test func cellsReadBack() throws {
    let texts = [
      "=1+1", "+81", "-5", "@name", "http://example.com", "'quoted", " blanks ", "一行\n二行",
      "a\u{1}b", "&<>\"", "007", "true", "😀",
    ]
    var sheet = Sheet(name: "データ", columns: [ColumnLayout(width: 20)])
    sheet.rows = texts.map { [SheetCell($0)] }
    let numbers = [0, -1, 0.1, 1e14, 123_456_789.25, 0.0248]
    sheet.rows.append(numbers.map { SheetCell(.number($0)) })
    sheet.rows.append([SheetCell(.number(0.032), SheetLook(numberFormat: "0.0##%"))])
    let days = ["1900-01-01", "1900-02-28", "1900-03-01", "2026-12-01", "9999-12-31"]
    sheet.rows.append(
      try days.map {
        SheetCell(.day(try Self.day($0)), SheetLook(numberFormat: "yyyy-mm-dd"))
      })
    let rows = try Self.rows(try Self.book([sheet]).bytes(), sheet: "データ")
    for (row, text) in texts.enumerated() {
      #expect(rows[row].count == 1 && rows[row][0].kind == .text, "\(text)")
      #expect(rows[row][0].text == text.replacing("\u{1}", with: ""))
    }
    #expect(rows[texts.count].map(\.kind) == numbers.map { _ in .number })
    #expect(rows[texts.count].map { Double($0.text) } == numbers)
    #expect(rows[texts.count + 1].map(\.kind) == [.rate])
    #expect(rows[texts.count + 1].map(\.text) == ["0.032"])
    #expect(rows[texts.count + 2].map(\.kind) == days.map { _ in .day })
    #expect(rows[texts.count + 2].map(\.text) == days)
  }

  @Test func sameSheetsAreTheSameBytes() throws {
    var sheet = Sheet(name: "a", columns: [])
    sheet.rows = [[SheetCell("x"), SheetCell(.day(try Self.day("2026-12-01")))]]
    let book = try Self.book([sheet, Sheet(name: "b", columns: [])])
    let first = try book.bytes()
    #expect(try book.bytes() == first)
    let core = try #require(ZipParts.texts(first)["docProps/core.xml"])
    #expect(core.contains("2000-01-01T00:00:00Z"))
    #expect(core.contains("表 &amp; &lt;題&gt;"))
  }

  @Test func panesWidthsAndEntriesAreThere() throws {
    var sheet = Sheet(
      name: "a", columns: [ColumnLayout(width: 12), ColumnLayout(width: 30, look: Self.percent)])
    sheet.frozen = (rows: 1, columns: 2)
    sheet.rows = [[SheetCell("h", SheetLook(isBold: true, background: 0x1B4F8A))]]
    let cells = CellRange(rows: 2...5001, columns: 2...2)
    sheet.entries = [
      EntryRule(cells: cells, values: .number(0...1), title: "割合", message: "0から1"),
      EntryRule(
        cells: CellRange(rows: 1...1, columns: 1...1), values: .any, title: "", message: "見出し"),
      EntryRule(
        cells: CellRange(rows: 2...3, columns: 3...4), values: .list(["はい", "いいえ"]),
        title: "t", message: "m", isStrict: false),
      EntryRule(
        cells: CellRange(rows: 2...3, columns: 5...5),
        values: .day(try Self.day("2000-01-01")...Self.day("2099-12-31")), title: "t",
        message: "m"),
      EntryRule(
        cells: CellRange(rows: 2...3, columns: 6...6), values: .whole(0...9), title: "t",
        message: "m"),
    ]
    let parts = ZipParts.texts(try Self.book([sheet]).bytes())
    let xml = try #require(parts["xl/worksheets/sheet1.xml"])
    let styles = try #require(parts["xl/styles.xml"])
    #expect(xml.contains("<pane xSplit=\"2\" ySplit=\"1\""))
    #expect(xml.contains("<col min=\"2\" max=\"2\" width=\"30.7109375\" style="))
    #expect(xml.contains("<dataValidations count=\"5\">"))
    #expect(
      xml.contains(
        "<dataValidation type=\"decimal\" allowBlank=\"1\" showInputMessage=\"1\" "
          + "showErrorMessage=\"1\" errorTitle=\"割合\" error=\"0から1\" promptTitle=\"割合\" "
          + "prompt=\"0から1\" sqref=\"B2:B5001\"><formula1>0</formula1><formula2>1</formula2>"))
    #expect(xml.contains("prompt=\"見出し\" sqref=\"A1\"/>"))
    #expect(
      xml.contains("errorStyle=\"warning\"") && xml.contains("<formula1>\"はい,いいえ\"</formula1>"))
    #expect(xml.contains("type=\"date\"") && xml.contains("<formula1>36526</formula1>"))
    #expect(xml.contains("type=\"whole\"") && xml.contains("<formula2>9</formula2>"))
    #expect(styles.contains("formatCode=\"0.0##%\"") && styles.contains("FF1B4F8A"))
  }

  private static let percent = SheetLook(numberFormat: "0.0##%")
}
