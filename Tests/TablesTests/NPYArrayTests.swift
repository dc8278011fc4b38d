import Tables
import Testing

/// A .npy file as numpy writes it.
func npy(
  type: String = "<f4", order: String = "False", shape: String, version: UInt8 = 1,
  values: [Float] = [], doubles: [Double]? = nil
) -> [UInt8] {
  var header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }"
  let prefix = version == 1 ? 10 : 12
  while (prefix + header.utf8.count + 1) % 64 != 0 { header += " " }
  header += "\n"
  let count = UInt32(header.utf8.count)
  var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [version, 0]
  for byte in 0..<(version == 1 ? 2 : 4) {
    bytes.append(UInt8((count >> (8 * UInt32(byte))) & 255))
  }
  bytes += Array(header.utf8)
  if let doubles {
    for value in doubles { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
  } else {
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
  }
  return bytes
}

@Suite struct NPYArrayTests {
  private func read(_ bytes: [UInt8]) throws -> Result<NPYArray, NPYProblem> {
    let directory = try TemporaryDirectory()
    let file = try MappedFile(path: directory.write("x.npy", bytes))
    do throws(NPYProblem) {
      return .success(try NPYArray(file))
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [1, 2] as [UInt8])
  func readsSinglePrecision(version: UInt8) throws {
    let array = try read(
      npy(shape: "(2, 3)", version: version, values: [1, 2, 3, 4, 5, 6.5])
    ).get()
    #expect((array.rows, array.columns) == (2, 3))
    #expect(array.values == [1, 2, 3, 4, 5, 6.5])
  }

  @Test func readsDoublePrecision() throws {
    let array = try read(npy(type: "<f8", shape: "(2, 1)", doubles: [0.1, -2])).get()
    #expect(array.values == [Float(0.1), -2])
  }

  @Test func aColumnIsTheSameInBothOrders() throws {
    let array = try read(npy(order: "True", shape: "(3, 1)", values: [1, 2, 3])).get()
    #expect(array.values == [1, 2, 3])
  }

  @Test(arguments: [
    (Array("a,b\n1,2\n3,4\n".utf8), NPYProblem.Reason.notNPY),
    (npy(shape: "(1, 1)", version: 3, values: [1]), .unsupportedVersion(version: 3)),
    (npy(type: ">f4", shape: "(1, 1)", values: [1]), .unsupportedType(type: ">f4")),
    (npy(type: "<i8", shape: "(1, 1)", values: [1, 2]), .unsupportedType(type: "<i8")),
    (npy(order: "True", shape: "(2, 2)", values: [1, 2, 3, 4]), .fortranOrder),
    (npy(shape: "(4,)", values: [1, 2, 3, 4]), .notTwoDimensional(dimensions: 1)),
    (npy(shape: "(2, 2)", values: [1, 2, 3]), .truncated(expected: 16, found: 12)),
    (npy(shape: "(2, 2)", values: [1, 2, .nan, 4]), .notFinite(row: 1, ofColumn: 0)),
    (npy(shape: "(2, 2)", values: [1, .infinity, 3, 4]), .notFinite(row: 0, ofColumn: 1)),
    (npy(shape: "(x, 2)", values: []), .malformedHeader),
    (Array(npy(shape: "(1, 1)", values: [1]).prefix(30)), .malformedHeader),
  ])
  func refuses(bytes: [UInt8], expected: NPYProblem.Reason) throws {
    guard case .failure(let problem) = try read(bytes) else {
      Testing.Issue.record("was read although it should fail with \(expected)")
      return
    }
    #expect(problem.reason == expected)
  }
}
