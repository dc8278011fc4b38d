/// Cells between two corners, all of them counted from 1.
package struct CellRange: Equatable, Sendable {
  /// As Excel writes it, `B2:D7`.
  package var text: String {
    [(columns.lowerBound, rows.lowerBound), (columns.upperBound, rows.upperBound)]
      .map { CellPlace.letters(ofColumn: $0.0) + String($0.1) }.joined(separator: ":")
  }

  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  /// States the corners.
  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads `B2:D7` or `B2`; nil for anything else.
  package init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map {
      CellPlace(String($0))
    }
    guard corners.count <= 2, let first = corners.first ?? nil, let last = corners.last ?? nil,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }
}

/// A cell's place, counted from 1.
package struct CellPlace: Equatable, Sendable {
  package var row: Int
  package var column: Int

  /// Rows and columns that a sheet can have.
  static let limits = CellPlace(row: 1_048_576, column: 16_384)

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B2` or `$B$2`; nil for anything else.
  package init?(_ text: String) {
    let letters = text.utf8.filter { $0 != UInt8(ascii: "$") }
    let place = letters.withUnsafeBufferPointer { Self.read($0) }
    guard let place else { return nil }
    self = place
  }

  /// Reads `B2`; nil for anything else and for places that no sheet has.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellPlace? {
    var (column, row, index) = (0, 0, 0)
    while index < bytes.count, index < 4 {
      let letter = bytes[index] &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      index += 1
    }
    let digits = index
    while index < bytes.count, index < digits + 8 {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      row = row &* 10 &+ Int(digit)
      index += 1
    }
    guard index == bytes.count, column > 0, column <= limits.column, row > 0, row <= limits.row
    else { return nil }
    return CellPlace(row: row, column: column)
  }

  /// The letters of a column, counted from 1: `A`, `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
