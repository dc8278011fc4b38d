import Foundation
import LinearAlgebra
import TableTestSupport

/// Rows of text cells written into a workbook or JSON in a random one of the ways that programs have.
struct RosterForm {
  /// The header and all rows, blank ones among them.
  let rows: [[String]]
  /// Position of the header among the rows.
  let header: Int
  /// Positions of the columns of rates whose numbers are fractions.
  let shares: Set<Int>
  /// Whether points part thousands in it, or commas decimals.
  let hasOtherMarks: Bool

  // MARK: Workbooks

  /// The bytes of a workbook; numbers and days are typed as such in some of its cells.
  func workbook(_ random: inout SeededGenerator) -> [UInt8] {
    var sheet = SheetText(
      from1904: random.chance(0.2), isShared: random.chance(0.6), hasFurigana: random.chance(0.5),
      typed: [0.0, 0.5, 1.0].randomElement(using: &random) ?? 1, hasOtherMarks: hasOtherMarks)
    var data = ""
    for (row, cells) in rows.enumerated() {
      if cells.allSatisfy(\.isEmpty) && random.chance(0.5) { continue }
      let written = cells.enumerated().map { column, text in
        let place = Self.letters(column) + "\(row + 1)"
        return row <= header
          ? sheet.text(text, place)
          : sheet.cell(text, place, isShare: shares.contains(column), &random)
      }
      data += "<row r=\"\(row + 1)\">\(written.joined())</row>"
    }
    var builder = WorkbookBuilder(
      data: data, strings: sheet.isShared ? sheet.strings : nil,
      styles: WorkbookBuilder.styles(codes: SheetText.codes))
    if header > 0 && random.chance(0.5) {
      builder.sheets[0].xml += "<mergeCells count=\"1\"><mergeCell ref=\"A1:D1\"/></mergeCells>"
    }
    if sheet.from1904 { builder.properties = "<workbookPr date1904=\"1\"/>" }
    builder.isStrict = random.chance(0.3)
    builder.prefix = random.chance(0.3) ? "x:" : ""
    builder.isDeflated = random.chance(0.7)
    return builder.bytes()
  }

  private static func letters(_ column: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  // MARK: JSON

  /// The bytes of a JSON text whose objects have the header's cells as keys.
  func json(_ random: inout SeededGenerator) -> [UInt8] {
    let typed: Double = [0.0, 0.5, 1.0].randomElement(using: &random) ?? 1
    let isWide = random.chance(0.3)
    let objects = rows.dropFirst(header + 1).filter { !$0.allSatisfy(\.isEmpty) }.map { cells in
      let members = zip(rows[header], cells).compactMap { key, text -> String? in
        if text.isEmpty && random.chance(0.5) { return nil }
        let isNumber =
          JSONSerialization.isNumber(text) && random.chance(typed)
          && !(hasOtherMarks && text.contains("."))
        return Self.quoted(key) + ":" + (isNumber ? text : Self.quoted(text))
      }
      return "{" + members.joined(separator: isWide ? ",\n  " : ",") + "}"
    }
    let list = objects.joined(separator: ",\n")
    let layouts = [
      "[\(list)]", objects.joined(separator: "\n"), "{\"ok\": true, \"rows\": [\n\(list)]}",
      "{\"note\": \"a \\\"b\\\" {[\", \"other\": {\"x\": [1, \"}\"]}, \"rows\": [\(list)]}\n",
    ]
    // A single object on a line of its own is an object in any layout.
    return Array((layouts.randomElement(using: &random) ?? list).utf8)
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case _ where scalar.value < 0x20:
        "\\u00" + String(scalar.value + 0x100, radix: 16).dropFirst()
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}

extension JSONSerialization {
  /// Whether the text is a number of JSON.
  fileprivate static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: #/(0|[1-9][0-9]*)(\.[0-9]+)?/#) != nil
  }
}

/// The cells of a sheet as XML, with its shared texts.
struct SheetText {
  let from1904: Bool
  let isShared: Bool
  let hasFurigana: Bool
  /// Share of the cells that could be numbers or days, and are.
  let typed: Double
  /// Whether points part thousands, or commas decimals.
  let hasOtherMarks: Bool
  private(set) var strings = ""
  private var count = 0

  /// Formats of the styles, by their numbers.
  static let codes = ["General", "0.0%", "yyyy/m/d", "0.0\"万\"", "#,##0", "\"¥\"#,##0", "0.0##"]

  init(
    from1904: Bool, isShared: Bool, hasFurigana: Bool, typed: Double, hasOtherMarks: Bool
  ) {
    (self.from1904, self.isShared, self.hasFurigana) = (from1904, isShared, hasFurigana)
    (self.typed, self.hasOtherMarks) = (typed, hasOtherMarks)
  }

  mutating func cell(
    _ text: String, _ place: String, isShare: Bool, _ random: inout SeededGenerator
  ) -> String {
    if text.isEmpty { return random.chance(0.5) ? "" : "<c r=\"\(place)\" s=\"4\"/>" }
    guard random.chance(typed) else { return self.text(text, place) }
    if let day = text.wholeMatch(of: #/(\d{4})-(\d\d)-(\d\d)/#),
      let serial = serial(of: day.output.1, day.output.2, day.output.3)
    {
      return "<c r=\"\(place)\" s=\"2\"><v>\(serial)</v></c>"
    }
    if let number = text.wholeMatch(of: #/([0-9.]+)万/#), !hasOtherMarks {
      return "<c r=\"\(place)\" s=\"3\"><v>\(number.output.1)</v></c>"
    }
    // The marks of a European file part decimals elsewhere: its numbers stay texts.
    if hasOtherMarks && text.contains(where: { ",.".contains($0) }) {
      return self.text(text, place)
    }
    if let digits = text.wholeMatch(of: #/[0-9]{1,3}(,[0-9]{3})+/#) {
      return "<c r=\"\(place)\" s=\"4\"><v>\(digits.output.0.replacing(",", with: ""))</v></c>"
    }
    guard text.wholeMatch(of: #/(0|[1-9][0-9]*)(\.[0-9]+)?/#) != nil else {
      return self.text(text, place)
    }
    let style = isShare && random.chance(0.5) ? 1 : [0, 6].randomElement(using: &random) ?? 0
    return "<c r=\"\(place)\" s=\"\(style)\"><v>\(text)</v></c>"
  }

  mutating func text(_ text: String, _ place: String) -> String {
    if text.isEmpty { return "" }
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    var item = "<t xml:space=\"preserve\">\(escaped)</t>"
    if hasFurigana { item += "<rPh sb=\"0\" eb=\"1\"><t>フリガナ</t></rPh>" }
    guard isShared else { return "<c r=\"\(place)\" t=\"inlineStr\"><is>\(item)</is></c>" }
    strings += "<si>\(item)</si>"
    count += 1
    return "<c r=\"\(place)\" t=\"s\"><v>\(count - 1)</v></c>"
  }

  /// Days since the workbook's first, by Foundation's calendar.
  private func serial(of year: Substring, _ month: Substring, _ day: Substring) -> Int? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "UTC") ?? .current
    func date(_ year: Int?, _ month: Int?, _ day: Int?) -> Date? {
      calendar.date(from: DateComponents(year: year, month: month, day: day))
    }
    let first = from1904 ? date(1904, 1, 1) : date(1899, 12, 30)
    guard let first, let last = date(Int(year), Int(month), Int(day)) else { return nil }
    return calendar.dateComponents([.day], from: first, to: last).day
  }
}

extension SeededGenerator {
  /// Whether something happens that does in this share of cases.
  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
}
