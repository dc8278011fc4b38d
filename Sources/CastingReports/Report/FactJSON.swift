import Casting

extension JSONValue {
  /// A fact for programs: its code and its arguments by name, `{"code": "too_dear", "yen": 1200}`,
  /// with a sentence behind them where one is given. Names are those of the case and its labels.
  package init(_ fact: some Fact, text: String? = nil) {
    let encoder = FactEncoder()
    // Encoding values into memory has nothing to fail at but a broken conformance.
    do { try fact.encode(to: encoder) } catch { preconditionFailure("\(fact): \(error)") }
    var members: [(key: String, value: JSONValue)] = []
    if case .object(let cases) = encoder.value, let only = cases.first, cases.count == 1 {
      members.append(("code", .string(only.key)))
      if case .object(let arguments) = only.value { members += arguments }
    } else {
      members.append(("code", encoder.value))
    }
    if let text { members.append(("text", .string(text))) }
    self = .object(members)
  }

  /// `tooDear` → `too_dear`.
  static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      if character.isUppercase {
        text += "_" + character.lowercased()
      } else {
        text.append(character)
      }
    }
  }
}

/// Encodes values into `JSONValue`, keys in the order in which they come and in snake case.
private final class FactEncoder: Encoder {
  var value = JSONValue.object([])
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(FactObject(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { FactList(encoder: self) }

  func singleValueContainer() -> any SingleValueEncodingContainer { FactScalar(encoder: self) }

  static func value(of value: some Encodable) throws -> JSONValue {
    let encoder = FactEncoder()
    try value.encode(to: encoder)
    return encoder.value
  }
}

private struct FactObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: FactEncoder
  let codingPath: [any CodingKey] = []

  private func add(_ value: JSONValue, _ key: Key) {
    guard case .object(var members) = encoder.value else { return }
    members.append((JSONValue.snakeCase(key.stringValue), value))
    encoder.value = .object(members)
  }

  mutating func encodeNil(forKey key: Key) { add(.null, key) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try FactEncoder.value(of: value), key)
  }

  mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    add(try value.map { try FactEncoder.value(of: $0) } ?? .null, key)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    KeyedEncodingContainer(FactMember<Key, NestedKey>(parent: self, key: key))
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("facts nest no lists by hand")
  }

  mutating func superEncoder() -> any Encoder { encoder }
  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder }

  /// Puts an argument of a case into the object that stands for the case.
  fileprivate func add(_ value: JSONValue, _ name: String, into key: Key) {
    guard case .object(var members) = encoder.value else { return }
    let outer = JSONValue.snakeCase(key.stringValue)
    let place = members.firstIndex { $0.key == outer }
    var inner: [(key: String, value: JSONValue)] = []
    if let place, case .object(let known) = members[place].value { inner = known }
    if !name.isEmpty { inner.append((JSONValue.snakeCase(name), value)) }
    if let place {
      members[place].value = .object(inner)
    } else {
      members.append((outer, .object(inner)))
    }
    encoder.value = .object(members)
  }
}

/// The arguments of a case; the compiler's own conformance of enumerations asks for them nested.
private struct FactMember<Parent: CodingKey, Key: CodingKey>: KeyedEncodingContainerProtocol {
  let parent: FactObject<Parent>
  let key: Parent
  let codingPath: [any CodingKey] = []

  init(parent: FactObject<Parent>, key: Parent) {
    self.parent = parent
    self.key = key
    // A case without arguments adds none, and is there all the same.
    parent.add(.null, "", into: key)
  }

  mutating func encodeNil(forKey key: Key) { parent.add(.null, key.stringValue, into: self.key) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    parent.add(try FactEncoder.value(of: value), key.stringValue, into: self.key)
  }

  mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    parent.add(
      try value.map { try FactEncoder.value(of: $0) } ?? .null, key.stringValue, into: self.key)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    preconditionFailure("arguments of facts are values, not cases' own containers")
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("facts nest no lists by hand")
  }

  mutating func superEncoder() -> any Encoder { parent.encoder }
  mutating func superEncoder(forKey key: Key) -> any Encoder { parent.encoder }
}

private struct FactList: UnkeyedEncodingContainer {
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

private struct FactScalar: SingleValueEncodingContainer {
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
