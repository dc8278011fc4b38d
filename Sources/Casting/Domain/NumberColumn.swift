/// Numbers of one table column; NaN is a missing cell, no storage a missing column.
public struct NumberColumn: Sendable {
  /// Empty when the table has no such column.
  public var values: [Double]

  /// A number for every row, NaN where it is missing; none for a column that is not there.
  public init(_ values: [Double] = []) { self.values = values }

  /// The given rows, in their order.
  func selecting(_ rows: [Int]) -> NumberColumn {
    isPresent ? NumberColumn(values.selecting(rows)) : self
  }

  /// Appends rows of another column; a column that one of the two lacks is empty there.
  mutating func append(_ next: NumberColumn, of added: Int, behind rows: Int) {
    guard isPresent || next.isPresent else { return }
    if !isPresent { values = Array(repeating: .nan, count: rows) }
    values += next.isPresent ? next.values : Array(repeating: .nan, count: added)
  }

  /// Whether the table has the column at all, even if every cell is empty.
  public var isPresent: Bool { !values.isEmpty }

  /// The number of a row, NaN when it is missing.
  public subscript(row: Int) -> Double { values.isEmpty ? .nan : values[row] }

  /// The number of a row, or `fallback` when it is missing.
  public func value(_ row: Int, default fallback: Double) -> Double {
    let number = self[row]
    return number.isNaN ? fallback : number
  }
}
