import CXLSXWriter
import Casting
import Tables

/// Hands sheets to libxlsxwriter, which is told nothing that it would refuse.
final class SheetWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isClosed = false
  private var formats: [SheetLook: UnsafeMutablePointer<lxw_format>] = [:]

  /// Nil where there is no memory left.
  init?(path: String) {
    guard let book = workbook_new(path) else { return nil }
    self.book = book
  }

  deinit { if !isClosed { lxw_workbook_free(book) } }

  /// Writes the file, and frees all that belongs to it.
  func close() -> lxw_error {
    isClosed = true
    return workbook_close(book)
  }

  func setProperties(title: String, created: CalendarDay) {
    var properties = lxw_doc_properties()
    let text = CText(title)
    properties.title = text.pointer
    properties.created = time_t(created.daysSince1970 * 86_400)
    workbook_set_properties(book, &properties)
  }

  func write(_ sheet: Sheet) {
    guard let target = workbook_add_worksheet(book, sheet.name) else {
      preconditionFailure("no sheet can be called \(sheet.name)")
    }
    for (column, specification) in sheet.columns.enumerated() {
      let place = UInt16(column)
      worksheet_set_column(
        target, place, place, specification.width, format(specification.look))
    }
    for (row, height) in sheet.heights.sorted(by: { $0.key < $1.key }) {
      worksheet_set_row(target, UInt32(row - 1), height, nil)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let result = write(cell, UInt32(row), UInt16(column), target)
        precondition(
          result == LXW_NO_ERROR, "cell \(row + 1), \(column + 1) of \(sheet.name): \(result)")
      }
    }
    if sheet.frozen != (0, 0) {
      worksheet_freeze_panes(target, UInt32(sheet.frozen.rows), UInt16(sheet.frozen.columns))
    }
    for rule in sheet.entries {
      let result = EntryRuleWriter.write(rule, target)
      precondition(result == LXW_NO_ERROR, "a rule for \(rule.cells) of \(sheet.name): \(result)")
    }
  }

  private func write(
    _ cell: SheetCell, _ row: UInt32, _ column: UInt16,
    _ target: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    let format = format(cell.look)
    switch cell.value {
    case .empty:
      // A blank without a look of its own has that of its column.
      if format == nil { return LXW_NO_ERROR }
      return worksheet_write_blank(target, row, column, format)
    case .text(let text):
      return worksheet_write_string(target, row, column, Self.storable(text), format)
    case .number(let number): return worksheet_write_number(target, row, column, number, format)
    case .day(let day):
      return worksheet_write_number(target, row, column, day.serial, format)
    }
  }

  /// Nil for the usual look.
  private func format(_ look: SheetLook) -> UnsafeMutablePointer<lxw_format>? {
    if look == .plain { return nil }
    if let format = formats[look] { return format }
    let format = workbook_add_format(book)
    if !look.numberFormat.isEmpty { format_set_num_format(format, look.numberFormat) }
    if look.isBold { format_set_bold(format) }
    if look.wraps { format_set_text_wrap(format) }
    if look.isAtTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if let size = look.size { format_set_font_size(format, Double(size)) }
    if let color = look.color { format_set_font_color(format, color) }
    if let background = look.background {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      // The colour of a solid pattern is that of its foreground.
      format_set_fg_color(format, background)
    }
    if look.hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xB0B8C0)
    }
    formats[look] = format
    return format
  }

  /// Without the control characters that XML cannot hold.
  private static func storable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
  }
}

/// A text that C may hold for as long as this lives.
final class CText {
  let pointer: UnsafeMutablePointer<CChar>

  init(_ text: String) {
    let bytes = text.utf8CString
    pointer = .allocate(capacity: bytes.count)
    bytes.withUnsafeBufferPointer {
      pointer.initialize(from: $0.baseAddress!, count: $0.count)
    }
  }

  deinit { pointer.deallocate() }
}

extension CalendarDay {
  /// As spreadsheets count days from 1900, which they take for a leap year.
  var serial: Double { Double(daysSince1970 + (daysSince1970 < -25_508 ? 25_568 : 25_569)) }

  /// Days since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
