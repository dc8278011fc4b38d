import Casting

/// Elements in order.
struct FactList: UnkeyedEncodingContainer {
  let encoder: FactEncoder
  let codingPath: [any CodingKey] = []

  init(encoder: FactEncoder) {
    self.encoder = encoder
    encoder.value = .array([])
  }

  var count: Int { if case .array(let elements) = encoder.value { elements.count } else { 0 } }

  private func add(_ value: JSONValue) {
    guard case .array(let elements) = encoder.value else { return }
    encoder.value = .array(elements + [value])
  }

  mutating func encodeNil() { add(.null) }

  mutating func encode(_ value: some Encodable) throws { add(try FactEncoder.value(of: value)) }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    preconditionFailure("facts nest no objects by hand")
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("facts nest no lists by hand")
  }

  mutating func superEncoder() -> any Encoder { encoder }
}

/// A value by itself.
struct FactScalar: SingleValueEncodingContainer {
  let encoder: FactEncoder
  let codingPath: [any CodingKey] = []

  mutating func encodeNil() { encoder.value = .null }
  mutating func encode(_ value: Bool) { encoder.value = .bool(value) }
  mutating func encode(_ value: String) { encoder.value = .string(value) }
  mutating func encode(_ value: Double) { encoder.value = .number(value) }
  mutating func encode(_ value: Float) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: Int) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: Int8) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: Int16) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: Int32) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: Int64) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: UInt) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: UInt8) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: UInt16) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: UInt32) { encoder.value = .number(Double(value)) }
  mutating func encode(_ value: UInt64) { encoder.value = .integer(value) }

  mutating func encode(_ value: some Encodable) throws {
    encoder.value = try FactEncoder.value(of: value)
  }
}
