import Yams

/// YAML in one line.
enum FlowText {
  /// A node as YAML that reads the same.
  static func text(_ node: Node) -> String {
    switch node {
    // Nothing stays nothing.
    case .scalar(let scalar) where scalar.style == .plain && ["", "~"].contains(scalar.string): "~"
    case .scalar(let scalar): text(scalar.string)
    case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .mapping(let mapping): "{" + pairs(mapping) + "}"
    // An anchor that nothing stands for.
    case .alias(let alias): text(alias.anchor.rawValue)
    }
  }

  /// The conditions of a filter, without the braces around them.
  static func conditions(_ node: Node) -> String {
    guard let mapping = node.mapping else { return text(node) }
    return pairs(mapping)
  }

  private static func pairs(_ mapping: Node.Mapping) -> String {
    mapping.map { text($0.key) + ": " + text($0.value) }.joined(separator: ", ")
  }

  /// A scalar: as it is where that is safe inside of brackets, else in quotation marks.
  static func text(_ scalar: String) -> String {
    let isPlain =
      scalar.first.map { $0.isLetter || $0.isNumber } ?? false
      && scalar.allSatisfy { $0.isLetter || $0.isNumber || "_-./+%".contains($0) }
    return isPlain ? scalar : quoted(scalar)
  }

  /// In quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      // Control characters, line ends of other kinds, what XML cannot hold and what nobody sees.
      case _ where !isPrintable(scalar):
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
        quoted += "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }
}
