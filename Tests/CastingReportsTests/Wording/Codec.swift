import Foundation

/// Encodes and decodes a value, as files that keep it do.
enum Codec {
  static func copy<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }
}
