/// Any JSON value as parsed; numbers are the nearest doubles.
enum ParsedJSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([ParsedJSON])
  case object([String: ParsedJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let elements = try? container.decode([ParsedJSON].self) {
      self = .list(elements)
    } else {
      self = .object(try container.decode([String: ParsedJSON].self))
    }
  }
}
