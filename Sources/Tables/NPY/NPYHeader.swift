/// The header of a .npy file: `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }`.
struct NPYHeader {
  var isDouble: Bool
  var rows: Int
  var columns: Int
  /// Offset of the first number.
  var dataStart: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(NPYArray.Failure) {
    guard bytes.count >= 10, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw NPYArray.Failure(reason: .notNPY)
    }
    let version = Int(bytes[6])
    guard version == 1 || version == 2 else {
      throw NPYArray.Failure(reason: .unsupportedVersion(version: version))
    }
    let lengthBytes = version == 1 ? 2 : 4
    guard bytes.count >= 8 + lengthBytes else {
      throw NPYArray.Failure(reason: .malformedHeader)
    }
    var length = 0
    for index in (0..<lengthBytes).reversed() { length = length << 8 | Int(bytes[8 + index]) }
    dataStart = 8 + lengthBytes + length
    guard dataStart <= bytes.count else { throw NPYArray.Failure(reason: .malformedHeader) }
    let text = String(decoding: bytes[(8 + lengthBytes)..<dataStart], as: UTF8.self)
    guard let type = Self.quoted(text, after: "'descr':"),
      let order = Self.value(text, after: "'fortran_order':"),
      let shape = Self.shape(text)
    else { throw NPYArray.Failure(reason: .malformedHeader) }
    guard type == "<f4" || type == "<f8" else {
      throw NPYArray.Failure(reason: .unsupportedType(type: type))
    }
    isDouble = type == "<f8"
    guard shape.count == 2 else {
      throw NPYArray.Failure(reason: .notTwoDimensional(dimensions: shape.count))
    }
    // A matrix of one row or column is the same in both orders.
    guard order.hasPrefix("False") || shape.contains(1) else {
      throw NPYArray.Failure(reason: .fortranOrder)
    }
    rows = shape[0]
    columns = shape[1]
  }

  private static func value(_ text: String, after key: String) -> Substring? {
    guard let parts = text.firstRange(of: key) else { return nil }
    return text[parts.upperBound...].drop { $0 == " " }
  }

  private static func quoted(_ text: String, after key: String) -> String? {
    guard let rest = value(text, after: key), rest.first == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != "'" })
  }

  private static func shape(_ text: String) -> [Int]? {
    guard let rest = value(text, after: "'shape':"), rest.first == "(" else { return nil }
    var sizes: [Int] = []
    for part in rest.dropFirst().prefix(while: { $0 != ")" }).split(separator: ",") {
      let trimmed = part.filter { $0 != " " }
      guard !trimmed.isEmpty else { continue }
      guard let size = Int(trimmed), size >= 0 else { return nil }
      sizes.append(size)
    }
    return sizes
  }
}
