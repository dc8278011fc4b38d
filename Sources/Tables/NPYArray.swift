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
    do throws(Failure) {
      let header = try NPYHeader(file.bytes)
      rows = header.rows
      columns = header.columns
      values = try Self.readValues(file.bytes, header)
    } catch {
      throw NPYProblem(path: file.path, reason: error.reason)
    }
  }

  private init(rows: Int, columns: Int, values: [Float]) {
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// The matrix of these rows, in this order.
  public func keeping(rows kept: [Int]) -> NPYArray {
    var values: [Float] = []
    values.reserveCapacity(kept.count * columns)
    for row in kept { values += self.values[row * columns..<(row + 1) * columns] }
    return NPYArray(rows: kept.count, columns: columns, values: values)
  }

  struct Failure: Error {
    var reason: NPYProblem.Reason
  }

  private static func readValues(
    _ bytes: UnsafeBufferPointer<UInt8>, _ header: NPYHeader
  ) throws(Failure) -> [Float] {
    let (count, overflow) = header.rows.multipliedReportingOverflow(by: header.columns)
    let (size, tooLarge) = count.multipliedReportingOverflow(by: header.isDouble ? 8 : 4)
    let found = bytes.count - header.dataStart
    guard !overflow, !tooLarge, size <= found else {
      throw Failure(reason: .truncated(expected: overflow || tooLarge ? .max : size, found: found))
    }
    let data = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[header.dataStart...])
    let values = [Float](unsafeUninitializedCapacity: count) { target, initialized in
      if header.isDouble {
        for index in 0..<count {
          let wide = data.loadUnaligned(fromByteOffset: index * 8, as: Double.self)
          (target.baseAddress! + index).initialize(to: Float(wide))
        }
      } else {
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: data[..<size]))
      }
      initialized = count
    }
    if let index = firstNotFinite(values) {
      throw Failure(
        reason: .notFinite(row: index / header.columns, column: index % header.columns))
    }
    return values
  }

  private static func firstNotFinite(_ values: [Float]) -> Int? {
    values.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where !buffer[index].isFinite { return index }
      return nil
    }
  }
}
