import Tables

extension JSONValue {
  /// UTF-8 text ending in a line feed: members indented by two spaces, each element of an array
  /// on a line of its own, so that a plan can be read and compared line by line.
  public var text: [UInt8] {
    var writer = JSONWriter()
    writer.write(self, indent: 0, inline: false)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  fileprivate var isNonEmptyContainer: Bool {
    switch self {
    case .array(let elements): !elements.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, indent: Int, inline: Bool) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let number):
      append(number.isFinite ? CSVWriter.shortest(number == 0 ? 0 : number) : "null")
    case .integer(let number): append(String(number))
    case .string(let text): write(text)
    case .array(let elements):
      writeContainer("[", "]", elements, indent: indent, inline: inline) { writer, element in
        writer.write(element, indent: indent + 1, inline: true)
      }
    case .object(let members):
      let isFlat = !members.contains { $0.value.isNonEmptyContainer }
      let isInline = inline || isFlat
      writeContainer("{", "}", members, indent: indent, inline: isInline) { writer, member in
        writer.write(member.key)
        writer.append(": ")
        writer.write(member.value, indent: indent + 1, inline: isInline)
      }
    }
  }

  private mutating func writeContainer<Element>(
    _ open: String, _ close: String, _ elements: [Element], indent: Int, inline: Bool,
    body: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (position, element) in elements.enumerated() {
      if position > 0 { append(inline ? ", " : ",") }
      if !inline { startLine(indent + 1) }
      body(&self, element)
    }
    if !inline && !elements.isEmpty { startLine(indent) }
    append(close)
  }

  private mutating func startLine(_ indent: Int) {
    append("\n")
    for _ in 0..<indent { append("  ") }
  }

  private mutating func write(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case ..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
