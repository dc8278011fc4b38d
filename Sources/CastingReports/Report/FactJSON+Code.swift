import Casting

extension JSONValue {
  /// The code of a fact alone.
  static func code(of fact: some Fact) -> JSONValue {
    guard case .object(let members) = JSONValue(fact), let code = members.first else {
      return .null
    }
    return code.value
  }

  /// Null for what there is not.
  init(_ flag: Bool?) { self = flag.map { .bool($0) } ?? .null }
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }
  init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .null }

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
