/// How the sheets of a template look.
enum TemplateLooks {
  static let title = SheetLook(isBold: true, size: 18, color: darkBlue)
  static let heading = SheetLook(isBold: true, size: 12, color: darkBlue)
  static let text = SheetLook(wraps: true, isAtTop: true)
  static let required = SheetLook(
    isBold: true, wraps: true, isAtTop: true, color: 0xFFFFFF, background: darkBlue,
    hasBorder: true)
  static let optional = SheetLook(
    wraps: true, isAtTop: true, color: 0x1F2A36, background: 0xDCE9F6, hasBorder: true)
  static let key = SheetLook(isAtTop: true, color: 0x44505C)
  static let meaning = SheetLook(wraps: true, isAtTop: true, color: 0x44505C)

  static let share = "0.0##%"
  static let grouped = "#,##0"
  static let day = "yyyy-mm-dd"
  /// Text whatever is typed: ids keep their zeros.
  static let asTyped = "@"

  private static let darkBlue: UInt32 = 0x1B4F8A

  /// How high a row is in which texts of these widths stand, in cells that wrap; nil for a single line.
  static func height(_ texts: [(text: String, width: Double)]) -> Double? {
    let lines =
      texts.map { text, width in
        // Words are not cut, so that lines are not quite full.
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
          $0 + max(1, Int((Double(DisplayWidth.of(String($1))) / (0.93 * width)).rounded(.up)))
        }
      }.max() ?? 1
    return lines > 1 ? 15.5 * Double(lines) : nil
  }

  /// A cell to be filled in.
  static func entry(_ numberFormat: String) -> SheetLook {
    SheetLook(
      numberFormat: numberFormat, wraps: true, isAtTop: true, background: 0xFFFBE6, hasBorder: true)
  }
}
