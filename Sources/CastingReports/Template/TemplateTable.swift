import Casting
import CastingFiles
import Tables

/// A sheet of the template with a table: a header, rows, and what may be entered.
struct TemplateTable {
  /// A column of it.
  struct Column {
    var name: String
    var words: ColumnWords
    var isRequired = false
    var kind = ColumnOutline.Kind.text
    var isLarge = false
    var isIdentifier = false
    /// Words to choose from where others may be written too.
    var suggestions: [String] = []
    var width: Double?
  }

  /// Rows whose entries are checked.
  static let checkedRows = 5_000
  /// Days that may be entered.
  static let days: ClosedRange<CalendarDay> = {
    guard let first = CalendarDay(iso: "2000-01-01"), let last = CalendarDay(iso: "2099-12-31")
    else { preconditionFailure("days that there are") }
    return first...last
  }()

  let columns: [Column]
  let wording: Wording

  func sheet(named name: String, rows: TemplateRows) -> Sheet {
    var sheet = Sheet(
      name: name,
      columns: columns.map { ColumnLayout(width: width($0), look: look($0)) })
    sheet.rows = [columns.map { SheetCell($0.words.header, headerLook($0)) }]
    sheet.heights[1] = TemplateLooks.height(columns.map { ($0.words.header, width($0)) })
    for row in rows.rows.indices {
      sheet.rows.append(columns.map { cell(rows.text(row, $0.name), $0) })
    }
    sheet.frozen = (rows: 1, columns: min(2, columns.count))
    for (place, column) in columns.enumerated() {
      sheet.entries.append(
        EntryRule(
          cells: CellRange(rows: 1...1, columns: (place + 1)...(place + 1)), values: .any,
          title: column.words.header, message: help(column)))
      sheet.entries.append(
        EntryRule(
          cells: CellRange(
            rows: 2...(1 + Self.checkedRows), columns: (place + 1)...(place + 1)),
          values: values(column), title: column.words.header, message: help(column),
          isStrict: column.suggestions.isEmpty))
    }
    return sheet
  }

  private func help(_ column: Column) -> String {
    wording.need(isRequired: column.isRequired) + column.words.help
  }

  private func values(_ column: Column) -> EntryRule.Values {
    if !column.suggestions.isEmpty { return .list(column.suggestions) }
    switch column.kind {
    case .word(let words): return .list(words.map(wording.listed))
    case .share: return .number(0...1)
    case .day: return .day(Self.days)
    // Amounts may be written as people do, 1.2万 or 5M.
    case .text, .number, .whole: return .any
    }
  }

  private func cell(_ text: String, _ column: Column) -> SheetCell {
    if text.isEmpty { return SheetCell(.empty) }
    let look = look(column)
    switch column.kind {
    case .share, .number, .whole:
      return SheetCell(Double(text).map { .number($0) } ?? .text(text), look)
    case .day: return SheetCell(CalendarDay(iso: text).map { .day($0) } ?? .text(text), look)
    case .word: return SheetCell(wording.listed(text), look)
    case .text: return SheetCell(text, look)
    }
  }

  private func look(_ column: Column) -> SheetLook {
    switch column.kind {
    case .share: SheetLook(numberFormat: TemplateLooks.share)
    case .day: SheetLook(numberFormat: TemplateLooks.day)
    case .number where !column.isLarge: .plain
    case .number, .whole: SheetLook(numberFormat: TemplateLooks.grouped)
    case .text where column.isIdentifier: SheetLook(numberFormat: TemplateLooks.asTyped)
    case .text, .word: .plain
    }
  }

  private func headerLook(_ column: Column) -> SheetLook {
    column.isRequired ? TemplateLooks.required : TemplateLooks.optional
  }

  private func width(_ column: Column) -> Double {
    if let width = column.width { return width }
    switch column.kind {
    case .share, .whole, .number, .day, .word: return 13
    case .text: return 16
    }
  }
}
