/// A matrix from a numpy .npy file, row-major.
///
/// Versions 1 and 2 with little-endian float32 or float64 in C order; format:
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
public struct NPYArray: Sendable {
  /// Length of the first dimension.
  public let rows: Int
  /// Length of the second dimension.
  public let columns: Int
  /// Row-major, `rows` × `columns`; float64 is rounded to float32.
  public let values: [Float]

  /// Reads the matrix in a mapped file; every value must be finite.
  public init(_ file: MappedFile) throws(NPYProblem) {
    let matrix = try NPYRows(file)
    rows = matrix.rows
    columns = matrix.columns
    values = try matrix.values(0..<matrix.rows)
  }

  private init(rows: Int, columns: Int, values: [Float]) {
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// The matrix of these rows, in this order.
  package func keeping(rows kept: [Int]) -> NPYArray {
    var values: [Float] = []
    values.reserveCapacity(kept.count * columns)
    for row in kept { values += self.values[row * columns..<(row + 1) * columns] }
    return NPYArray(rows: kept.count, columns: columns, values: values)
  }

  struct Failure: Error {
    var reason: NPYProblem.Reason
  }
}
