import LinearAlgebra

/// A synthetic roster as it might come out of somebody's spreadsheet: the same creators, written
/// with quirks, a run of rows at a time.
///
/// The same seed, rates and number of creators give the same bytes. Rows come in order.
package struct DirtyRoster {
  let roster: SyntheticRoster
  let creators: Int
  let rates: QuirkRates
  /// Rows that nothing may happen to that refuses or changes them: briefs name their creators.
  let spared: Set<Int>
  /// Every quirk that was put in so far.
  package private(set) var places: [QuirkPlace] = []
  private var line = 1

  package init(
    _ roster: SyntheticRoster, creators: Int, rates: QuirkRates, sparing spared: Set<Int> = []
  ) {
    self.roster = roster
    self.creators = creators
    self.rates = rates
    self.spared = spared
  }

  /// What stands before the rows: marks, the header, blank lines.
  package mutating func head() -> [UInt8] {
    places = Quirk.allCases.filter { $0.isOfFile && $0 != .foreignByte && rates.has($0) }.map {
      QuirkPlace($0)
    }
    var bytes: [UInt8] = rates.has(.byteOrderMark) ? [0xEF, 0xBB, 0xBF] : []
    let columns = SyntheticRoster.columns.map { name in
      if rates.has(.japaneseHeaders) { return JapaneseHeaders.header(of: name) }
      return rates.has(.brokenHeaders) ? DirtyRoster.broken(name) : name
    }
    let header = doubled(columns) { $0 }
    if rates.has(.titleRows) {
      append(["2026年冬のキャスティング候補（合成データ）"] + blank(header.count - 1), to: &bytes)
      append(blank(header.count), to: &bytes)
      append(["担当: 営業企画"] + blank(header.count - 1), to: &bytes)
    }
    if rates.has(.commaLine) { append(blank(header.count), to: &bytes) }
    append(header, to: &bytes)
    if rates.has(.blankFirstRow) {
      append(blank(header.count + (rates.has(.shiftedHeader) ? 1 : 0)), to: &bytes)
    }
    return bytes
  }

  /// The lines of these rows, repeats among them.
  package mutating func lines(_ rows: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      append(row: row, to: &bytes)
      if let earlier = DirtyRow.repeated(after: row, of: roster, rates: rates) {
        places.append(
          QuirkPlace(.repeatedRows, line: line, column: field(of: 0), row: earlier))
        append(row: earlier, to: &bytes)
      }
    }
    if rates.has(.totalRow) && rows.upperBound == creators { appendTotal(to: &bytes) }
    if rates.has(.noFinalNewline) && rows.upperBound == creators { bytes.removeLast(2) }
    return bytes
  }

  private mutating func append(row: Int, to bytes: inout [UInt8]) {
    let dirty = DirtyRow(roster, row: row, rates: rates, isSpared: spared.contains(row))
    for (quirk, cell) in dirty.marks {
      let breaks = dirty.cells[..<cell].reduce(0) { $0 + Self.lineBreaks(in: $1) }
      places.append(
        QuirkPlace(quirk, line: line + breaks, column: field(of: cell), row: row))
    }
    var cells = doubled(dirty.cells) { Int($0).map(QuirkNumbers.rounded) ?? $0 }
    if rates.has(.shiftedHeader) { cells.insert(String(row + 1), at: 0) }
    guard row == foreignRow else { return append(cells, to: &bytes) }
    let name = field(of: 1) - 1
    places.append(QuirkPlace(.foreignByte, line: line, column: name + 1, row: row))
    cells[name] += Self.marker
    let start = bytes.count
    append(cells, to: &bytes)
    // `é` as Windows has it in the West: no UTF-8.
    let place = bytes[start...].firstIndex(of: Self.marker.utf8.first ?? 0) ?? start
    bytes.replaceSubrange(place..<place + Self.marker.utf8.count, with: [0xE9])
  }

  /// The sums of followers and fees under all rows.
  private mutating func appendTotal(to bytes: inout [UInt8]) {
    var cells = blank(SyntheticRoster.columns.count)
    cells[0] = "合計"
    let notation = NumberQuirks(rates: rates)
    for name in ["followers", "fee_live", "fee_video"] {
      guard let column = SyntheticRoster.columns.firstIndex(of: name) else { continue }
      let sum = (0..<creators).reduce(0) { $0 + (Int(roster.cells($1)[column]) ?? 0) }
      cells[column] = notation.written(String(sum), column: column)
    }
    var row = doubled(cells) { $0 }
    if rates.has(.shiftedHeader) { row.insert("", at: 0) }
    append(row, to: &bytes)
  }

  /// A character that no row holds.
  private static let marker = "\u{10FFFD}"

  /// The row with the foreign byte.
  private var foreignRow: Int? {
    guard rates.has(.foreignByte) else { return nil }
    var random = SeededGenerator(seed: roster.seed, stream: 0)
    return random.index(below: creators)
  }

  /// Every metric twice, first as `text` has it.
  private func doubled(_ cells: [String], _ text: (String) -> String) -> [String] {
    guard rates.has(.doubledMetrics) else { return cells }
    return cells.indices.flatMap { cell in
      DirtyRow.metrics.contains(cell) ? [text(cells[cell]), cells[cell]] : [cells[cell]]
    }
  }

  /// Position in the file, from 1, of a cell of the clean roster; of its second form, if it has two.
  private func field(of cell: Int) -> Int {
    var field = cell + 1
    if rates.has(.shiftedHeader) { field += 1 }
    if rates.has(.doubledMetrics) { field += DirtyRow.metrics.count { $0 <= cell } }
    return field
  }

  private mutating func append(_ cells: [String], to bytes: inout [UInt8]) {
    let delimiter: Character = rates.has(.semicolons) || rates.has(.commaDecimals) ? ";" : ","
    bytes += SyntheticTable.line(cells, delimiter: delimiter).utf8
    line += 1 + cells.reduce(0) { $0 + Self.lineBreaks(in: $1) }
  }

  private func blank(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  private static func lineBreaks(in text: String) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// The first underscore as a line break: `views` over `live`.
  private static func broken(_ name: String) -> String {
    guard let place = name.firstIndex(of: "_") else { return name }
    return name.replacingCharacters(in: place...place, with: "\n")
  }
}

extension String {
  /// The text with other characters in place of those in `range`.
  fileprivate func replacingCharacters(in range: ClosedRange<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
