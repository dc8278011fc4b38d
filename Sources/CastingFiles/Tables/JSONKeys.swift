import Tables

/// The keys of JSON objects, in the order of first appearance.
struct JSONKeys {
  /// A table with more columns than this is none.
  static let maximumCount = 1000

  private(set) var names: [String] = []
  private var bytes: [[UInt8]] = []
  private var fieldOfKey: [[UInt8]: Int] = [:]

  mutating func add(_ reader: borrowing JSONObjectReader) {
    var next = 0
    for member in reader.members where names.count <= Self.maximumCount {
      if let field = field(of: reader.storage[member.path], expected: next) {
        next = field + 1
        continue
      }
      let key = Array(reader.storage[member.path])
      fieldOfKey[key] = names.count
      bytes.append(key)
      names.append(String(decoding: key, as: UTF8.self))
    }
  }

  /// - Parameter expected: the field behind the last one found: objects repeat their order.
  func field(of key: ArraySlice<UInt8>, expected: Int) -> Int? {
    if expected < bytes.count && key.elementsEqual(bytes[expected]) { return expected }
    return fieldOfKey[Array(key)]
  }
}
