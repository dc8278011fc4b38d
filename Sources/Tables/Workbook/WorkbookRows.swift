/// The rows of a sheet, one at a time: cells and texts are those of the row at hand, and memory does not grow with
/// the sheet.
package struct WorkbookRows: ~Copyable {
  /// Number of the row, from 1. Rows that the file does not have are left out.
  package private(set) var number = 0
  /// From the first column on, up to the last that has a cell; empty ones between.
  package internal(set) var cells: [WorkbookCell] = []
  /// Whether the row is hidden, by hand or by a filter.
  package private(set) var isHidden = false
  /// Rows so far that are hidden and have a value.
  package private(set) var hiddenRows = 0
  /// Behind the last row: the cells that are merged.
  package private(set) var mergedRanges: [CellRange] = []
  /// Behind the last row: the cells that a filter with a condition is laid over.
  package private(set) var filteredRange: CellRange?

  var xml: XMLScanner
  let strings: SharedStrings
  let styles: CellStyles
  let countsFrom1904: Bool
  /// The texts of the row's cells but for the shared ones.
  var texts: [UInt8] = []
  private var isInData = false
  private var filter: CellRange?

  init(
    _ reader: ZipEntryReader, strings: SharedStrings, styles: CellStyles, countsFrom1904: Bool
  ) throws(WorkbookProblem) {
    xml = try XMLScanner(reader)
    self.strings = strings
    self.styles = styles
    self.countsFrom1904 = countsFrom1904
  }

  /// Goes to the next row; false behind the last, when the whole part was read and is undamaged.
  package mutating func next() throws(WorkbookProblem) -> Bool {
    cells.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    while true {
      switch try xml.next() {
      case .start where isInData && xml.depth == 3 && xml.isNamed("row"):
        try readRow()
        return true
      case .start: try readElement()
      case .end: if xml.depth == 1 { isInData = false }
      case .text: break
      case .finished: return false
      }
    }
  }

  /// How much of the sheet's part was read, 0…1.
  package var progress: Double { xml.progress }

  /// Whether no cell of the row has a value, other than blanks.
  package var isBlank: Bool {
    cells.indices.allSatisfy { column in
      switch cells[column].kind {
      case .empty: true
      case .text: withText(column) { TextBytes.trimmed($0).isEmpty }
      default: false
      }
    }
  }

  /// Calls `body` with the text of a cell as UTF-8; columns count from 0, and those behind the last cell are empty.
  package func withText<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard column < cells.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let cell = cells[column]
    if cell.shared >= 0 { return strings.withBytes(Int(cell.shared), body) }
    return texts.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[cell.text])) }
  }

  /// The text of a cell.
  package func text(_ column: Int) -> String {
    withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Around the rows

  private mutating func readElement() throws(WorkbookProblem) {
    switch xml.depth {
    case 1:
      guard xml.isNamed("worksheet") else { throw xml.damage(.malformed) }
    case 2:
      isInData = xml.isNamed("sheetData")
      if xml.isNamed("autoFilter") { filter = xml.value(of: "ref").flatMap { CellRange($0) } }
    case 3 where xml.isNamed("mergeCell"):
      guard let range = xml.value(of: "ref").flatMap({ CellRange($0) }) else {
        throw xml.damage(.malformed)
      }
      mergedRanges.append(range)
    case 3 where xml.isNamed("filterColumn"): filteredRange = filter
    default: break
    }
  }

  private mutating func readRow() throws(WorkbookProblem) {
    isHidden = false
    var row = number + 1
    var rest = xml.attributes
    while let attribute = try xml.nextAttribute(&rest) {
      if attribute.hasPrefix { continue }
      if xml.holds(attribute.name, "r") {
        row = xml.number(attribute.value) ?? 0
      } else if xml.holds(attribute.name, "hidden") {
        isHidden = xml.holds(attribute.value, "1") || xml.holds(attribute.value, "true")
      }
    }
    guard row > number, row <= CellPlace.limits.row else { throw xml.damage(.rowOrder(row: row)) }
    number = row
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("c"): try readCell()
      case .start: try xml.skipElement()
      case .text: break
      case .end, .finished:
        if isHidden && !isBlank { hiddenRows += 1 }
        return
      }
    }
  }
}
