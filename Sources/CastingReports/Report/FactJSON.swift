import Casting
import CastingPlanning

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

  /// The name of an argument for programs.
  fileprivate static func nameOf(argument label: String) -> String {
    label == "yen" ? Money.codeOfYen : snakeCase(label)
  }
}

/// Encodes values into `JSONValue`, keys in the order in which they come and in snake case.
final class FactEncoder: Encoder {
  var value = JSONValue.object([])
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(FactObject(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { FactList(encoder: self) }

  func singleValueContainer() -> any SingleValueEncodingContainer { FactScalar(encoder: self) }

  /// A fact among the arguments of another has its code there too.
  static func value(of value: some Encodable) throws -> JSONValue {
    if let fact = value as? any Fact { return JSONValue(fact) }
    if let unit = value as? RuleUnit { return .string(unit.code) }
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
    members.append((JSONValue.nameOf(argument: key.stringValue), value))
    encoder.value = .object(members)
  }

  mutating func encodeNil(forKey key: Key) { add(.null, key) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try FactEncoder.value(of: value), key)
  }

  mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    add(try value.map { try FactEncoder.value(of: $0) } ?? .null, key)
  }

  // The standard library leaves out what these do not keep.
  mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { add(.init(value), key) }
  mutating func encodeIfPresent(_ value: String?, forKey key: Key) { add(.init(value), key) }
  mutating func encodeIfPresent(_ value: Double?, forKey key: Key) { add(.init(value), key) }
  mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { add(.init(value), key) }

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
    if !name.isEmpty { inner.append((JSONValue.nameOf(argument: name), value)) }
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

  mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { add(.init(value), key) }
  mutating func encodeIfPresent(_ value: String?, forKey key: Key) { add(.init(value), key) }
  mutating func encodeIfPresent(_ value: Double?, forKey key: Key) { add(.init(value), key) }
  mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { add(.init(value), key) }

  private func add(_ value: JSONValue, _ key: Key) {
    parent.add(value, key.stringValue, into: self.key)
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
