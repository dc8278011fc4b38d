extension WorkbookRows {
  /// The type that a cell states for its value (ECMA-376 part 1, 18.18.11).
  enum StoredType {
    case number
    case shared
    case inline
    /// Of a formula.
    case text
    case boolean
    case error
    /// A day as text.
    case day
  }

  /// What is known of a cell before its value is looked at.
  struct StoredCell {
    /// From 0.
    var column: Int
    var style = 0
    var type = StoredType.number
    var isFormula = false
    /// Whether there is a `<v>` or an `<is>`.
    var hasValue = false
    /// Where its text starts among those of the row.
    var start: Int
  }

  mutating func readCell() throws(WorkbookProblem) {
    var cell = StoredCell(column: cells.count, start: texts.count)
    try readAttributes(&cell)
    let outer = xml.depth - 1
    var isInValue = false
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("v"):
        isInValue = true
        cell.hasValue = true
      case .start where xml.isNamed("is"):
        try xml.appendItem(to: &texts)
        cell.hasValue = true
      case .start where xml.isNamed("f"):
        cell.isFormula = true
        try xml.skipElement()
      case .start: try xml.skipElement()
      case .text where isInValue:
        try xml.appendText(to: &texts)
        guard texts.count - cell.start <= XMLScanner.longestToken else { throw damagedValue(cell) }
      case .text: break
      case .end, .finished:
        isInValue = false
        if xml.depth == outer { return try place(cell) }
      }
    }
  }

  private func readAttributes(_ cell: inout StoredCell) throws(WorkbookProblem) {
    var rest = xml.attributes
    while let attribute = try xml.nextAttribute(&rest) {
      guard attribute.name.count == 1, !attribute.hasPrefix else { continue }
      switch xml.base[attribute.name.lowerBound] {
      case UInt8(ascii: "r"):
        let bytes = UnsafeBufferPointer(
          start: xml.base + attribute.value.lowerBound, count: attribute.value.count)
        guard let place = CellPlace.read(bytes), place.row == number else {
          throw xml.damage(.cellPlace(row: number))
        }
        cell.column = place.column - 1
      case UInt8(ascii: "s"): cell.style = xml.number(attribute.value) ?? 0
      case UInt8(ascii: "t"):
        guard let type = type(attribute.value) else { throw damagedValue(cell) }
        cell.type = type
      default: break
      }
    }
  }

  private func type(_ value: Range<Int>) -> StoredType? {
    if xml.holds(value, "s") { return .shared }
    if xml.holds(value, "n") { return .number }
    if xml.holds(value, "str") { return .text }
    if xml.holds(value, "inlineStr") { return .inline }
    if xml.holds(value, "b") { return .boolean }
    if xml.holds(value, "e") { return .error }
    return xml.holds(value, "d") ? .day : nil
  }

  func damagedValue(_ cell: StoredCell) -> WorkbookProblem {
    xml.damage(.cellValue(row: number, column: cell.column + 1))
  }

  /// Puts a cell where it belongs, wherever it stands in the row.
  private mutating func place(_ stored: StoredCell) throws(WorkbookProblem) {
    guard stored.column < CellPlace.limits.column else {
      throw xml.damage(.cellPlace(row: number))
    }
    while cells.count <= stored.column { cells.append(WorkbookCell()) }
    guard !cells[stored.column].isPresent else { throw xml.damage(.cellPlace(row: number)) }
    var cell = WorkbookCell()
    cell.isPresent = true
    cell.isFormula = stored.isFormula
    try read(stored, into: &cell)
    if cell.shared < 0 { cell.text = stored.start..<texts.count }
    cells[stored.column] = cell
  }
}
