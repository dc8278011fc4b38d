/// Values as YAML has them.
package enum YAMLText {
  /// A string that reads back as it is, in YAML 1.1 and 1.2: plain where it can only be a string.
  package static func string(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A number that castplan reads back to the bit; whole ones as `5_000_000`.
  package static func number(_ number: Double) -> String {
    guard let whole = Int(exactly: number), whole.magnitude < 1 << 53 else { return "\(number)" }
    let digits = Array(String(whole))
    return digits.indices.map { place in
      let isBreak = place > 0 && (digits.count - place) % 3 == 0 && digits[place - 1] != "-"
      return (isBreak ? "_" : "") + String(digits[place])
    }.joined()
  }

  /// A text on one line of a comment.
  package static func comment(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { isPrintable($0) ? $0 : " " }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Words that some reader of YAML takes for something else than a string.
  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null",
  ]

  /// Letters, then letters, digits, `_`, `-` and `.`.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first),
      !reserved.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0.value) || "_-.".unicodeScalars.contains($0)
    }
  }

  /// Latin letters, kana and ideographs, which mean nothing to YAML.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default:
        if isPrintable(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return quoted + "\""
  }

  /// What may stand in YAML as it is and breaks no line, YAML 1.2.2, 5.1.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028, 0x2029, 0xFEFF: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
