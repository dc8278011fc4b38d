import Casting
import Foundation

/// Cells such as `スキンケア(2026-11-01〜2027-01-31); 酒`: words that part at `;` `、` `,` and line breaks, each with days
/// in brackets or without.
extension CreatorExclusion {
  /// Nil where what stands in brackets begins like a day and is none.
  package static func list(written text: String) -> [CreatorExclusion]? {
    var list: [CreatorExclusion] = []
    for part in parts(of: text) {
      guard let exclusion = CreatorExclusion(written: part) else { return nil }
      if !exclusion.word.isEmpty { list.append(exclusion) }
    }
    return list
  }

  /// Split outside brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "(（[".contains(character) { depth += 1 }
      if ")）]".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, ";；、,，\n\r\r\n".contains(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private init?(written part: String) {
    self.init(word: part)
    guard let open = part.lastIndex(where: { "(（[".contains($0) }),
      let last = part.last, ")）]".contains(last)
    else { return }
    let inside = part[part.index(after: open)...].dropLast()
    // `ビール(酒類)` has no days.
    guard inside.contains(where: { $0.isNumber }) else { return }
    let marks = Set<Character>(["〜", "～", "~", "−", "–", "—"])
    let separator = inside.firstIndex { marks.contains($0) }
    let ends =
      separator.map { [inside[..<$0], inside[inside.index(after: $0)...]] } ?? [inside, inside]
    let texts = ends.map {
      $0.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "まで", with: "").replacingOccurrences(of: "から", with: "")
    }
    let days = texts.map { CalendarDay(written: $0) }
    guard zip(texts, days).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    word = part[..<open].trimmingCharacters(in: .whitespaces)
    (from, to) = (days[0], days[1])
    if separator == nil {
      // `2027-01-31まで` ends there, one day alone is that day.
      if inside.contains("まで") { from = nil }
      if inside.contains("から") { to = nil }
    }
  }
}

extension RosterFile {
  /// What creators do not promote, or did of late, in the plain form; a cell that cannot be read is empty.
  static func exclusions(_ table: TypedTable, _ column: String) -> TextColumn {
    let cells = table.text(column)
    guard cells.byteCount > 0 else { return TextColumn(emptyRows: table.rows) }
    return TextColumn(
      (0..<table.rows).map { row in
        CreatorExclusion.plain(CreatorExclusion.list(written: cells[row]) ?? [])
      })
  }

  /// Tells of days that are none.
  static func checkExclusions(_ table: inout TypedTable, _ issues: inout InputIssues) {
    for column in ["ng", "recent"] {
      let cells = table.text(column)
      guard cells.byteCount > 0 else { continue }
      for row in 0..<table.rows where !cells.isEmpty(row) {
        let list = CreatorExclusion.list(written: cells[row])
        // `アオゾラ 2026-10-01` would be the name of a brand.
        let hasLooseDay = column == "recent" && list?.contains { $0.word.hasDay } ?? false
        guard list == nil || hasLooseDay else { continue }
        let cell = Cell(
          name: .named(column), isRequired: false, text: cells[row],
          place: table.place(row: row, column: column))
        table.reject(row, for: .badDay(cell), cells: [column], &issues)
      }
    }
  }
}

extension String {
  /// Whether some part of it is written as a day of a year is: `2026-10`, `2026年10月`.
  fileprivate var hasDay: Bool {
    contains(/(19|20)\d\d\s*[-\/.年]\s*\d/)
  }
}
