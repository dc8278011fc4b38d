import Foundation

/// A table laid out for a terminal of a given width.
///
/// What does not fit is left out in this order: columns with the highest `dropOrder` first, then
/// the ends of texts, marked by `…`. A column that says nothing, or what the one before it says,
/// is left out too. Widths are terminal columns, see `DisplayWidth`.
package struct TerminalTable: Sendable {
  package typealias Column = ReadableTable.Column

  package var columns: [Column]
  package private(set) var rows: [[String]]

  package init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(DisplayWidth.printable) }
  }

  /// Lines no wider than `width` (at least the numbers that must stay), heading first.
  package func lines(width: Int, color: Bool) -> [String] {
    let layout = self.layout(width: width)
    let heading = line(columns.map(\.title), layout)
    let below = columns.indices.filter { column in
      columns[column].holdsClauses && !layout.contains { $0.column == column }
    }
    return [color ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading]
      + rows.flatMap { row in
        [line(row, layout)]
          + below.filter { !row[$0].isEmpty }.map {
            Self.indent + Self.clauses(row[$0], within: width - Self.indent.count)
          }
      }
  }

  private static let indent = "    "

  /// The first clauses that fit, or as much of the first as does.
  private static func clauses(_ text: String, within width: Int) -> String {
    var kept = text
    while DisplayWidth.of(kept) > width, let end = clauseEnd(kept) {
      kept.removeSubrange(end...)
    }
    return DisplayWidth.truncated(kept, to: width)
  }

  /// Where the last of several clauses begins to be told apart, in either language.
  private static func clauseEnd(_ text: String) -> String.Index? {
    ["; ", "；"].compactMap { text.range(of: $0, options: .backwards)?.lowerBound }.max()
  }

  /// Columns that tell something of at least one row.
  private var telling: [Int] {
    columns.indices.filter { column in
      columns[column].dropOrder == nil || rows.isEmpty
        || rows.contains { !$0[column].isEmpty && (column == 0 || $0[column] != $0[column - 1]) }
    }
  }

  private static let gap = 2

  /// Column position and width of the columns that stay.
  private func layout(width: Int) -> [(column: Int, width: Int)] {
    let natural = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) {
        max($0, DisplayWidth.of($1[column]))
      }
    }
    func least(_ column: Int) -> Int {
      columns[column].isNumeric
        ? natural[column] : min(natural[column], columns[column].minimumWidth)
    }
    func total(_ widths: [Int]) -> Int {
      widths.reduce(0, +) + Self.gap * max(0, widths.count - 1)
    }

    var kept = telling
    while total(kept.map(least)) > width,
      let last = kept.filter({ columns[$0].dropOrder != nil })
        .max(by: { columns[$0].dropOrder! < columns[$1].dropOrder! })
    {
      kept.removeAll { $0 == last }
    }
    var widths = kept.map { natural[$0] }
    var excess = total(widths) - width
    while excess > 0 {
      let cuttable = kept.indices.filter { widths[$0] > least(kept[$0]) }
      // A window too small for even that: texts give way before numbers do.
      let last = kept.indices.filter { !columns[kept[$0]].isNumeric && widths[$0] > 1 }
      let candidates = cuttable.isEmpty ? last : cuttable
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return zip(kept, widths).map { (column: $0, width: $1) }
  }

  private func line(_ cells: [String], _ layout: [(column: Int, width: Int)]) -> String {
    var result = ""
    for (position, place) in layout.enumerated() {
      if position > 0 { result += String(repeating: " ", count: Self.gap) }
      let column = columns[place.column]
      let text =
        column.holdsClauses
        ? Self.clauses(cells[place.column], within: place.width)
        : DisplayWidth.truncated(cells[place.column], to: place.width)
      let padding = String(repeating: " ", count: place.width - DisplayWidth.of(text))
      result += column.isNumeric ? padding + text : text + padding
    }
    while result.last == " " { result.removeLast() }
    return result
  }
}
