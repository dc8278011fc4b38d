/// A matrix in a numpy .npy file of which some rows are read at a time.
public struct NPYRows: Sendable {
  /// Length of the first dimension.
  public let rows: Int
  /// Length of the second dimension.
  public let columns: Int
  private let file: MappedFile
  private let header: NPYHeader

  /// As the user gave it.
  public var path: String { file.path }

  /// Reads the header, and checks that the values are there.
  public init(_ file: MappedFile) throws(NPYProblem) {
    self.file = file
    do throws(NPYArray.Failure) {
      header = try NPYHeader(file.bytes)
      let (count, overflow) = header.rows.multipliedReportingOverflow(by: header.columns)
      let (size, tooLarge) = count.multipliedReportingOverflow(by: header.isDouble ? 8 : 4)
      let found = file.bytes.count - header.dataStart
      guard !overflow, !tooLarge, size <= found else {
        throw NPYArray.Failure(
          reason: .truncated(expected: overflow || tooLarge ? .max : size, found: found))
      }
    } catch {
      throw NPYProblem(path: file.path, reason: error.reason)
    }
    rows = header.rows
    columns = header.columns
  }

  /// The values of some rows, row-major; float64 is rounded to float32. All must be finite.
  public func values(_ range: Range<Int>) throws(NPYProblem) -> [Float] {
    let size = header.isDouble ? 8 : 4
    let start = header.dataStart + range.lowerBound * columns * size
    let count = range.count * columns
    let data = UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(file.bytes)[start..<start + count * size])
    let values = [Float](unsafeUninitializedCapacity: count) { target, initialized in
      if header.isDouble {
        for index in 0..<count {
          let wide = data.loadUnaligned(fromByteOffset: index * 8, as: Double.self)
          (target.baseAddress! + index).initialize(to: Float(wide))
        }
      } else {
        UnsafeMutableRawBufferPointer(target).copyMemory(from: data)
      }
      initialized = count
    }
    if let index = Self.firstNotFinite(values) {
      let row = range.lowerBound + index / columns
      throw NPYProblem(path: file.path, reason: .notFinite(row: row, ofColumn: index % columns))
    }
    return values
  }

  /// The values of some rows, in their order, row-major; as those of `values`.
  public func values(rows: some Sequence<Int>) throws(NPYProblem) -> [Float] {
    var all: [Float] = []
    for row in rows { all += try values(row..<row + 1) }
    return all
  }

  /// Lets the system take back the memory of rows that will not be read soon.
  package func release(_ range: Range<Int>) {
    let size = columns * (header.isDouble ? 8 : 4)
    file.release(
      header.dataStart + range.lowerBound * size..<header.dataStart + range.upperBound * size)
  }

  private static func firstNotFinite(_ values: [Float]) -> Int? {
    values.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where !buffer[index].isFinite { return index }
      return nil
    }
  }
}
