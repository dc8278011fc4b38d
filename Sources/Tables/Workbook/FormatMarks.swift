/// What a number format writes beside a number, where that says what the number means: the `$` of
/// `"$"#,##0`, the `千円` of `#,##0"千円"`, the `%` of `0.0"%"` under which 3.2 is stored.
struct FormatMarks: Equatable, Sendable {
  private(set) var before = ""
  private(set) var after = ""
  /// Whether digits are shown that are not stored as they stand: `#,##0,` counts in thousands, and
  /// `0!.0,` in tens of thousands. What is stored is the whole number all the same.
  private var isScaled = false
  private var hasDigits = false
  /// Commas behind the last digit.
  private var commas = 0

  /// Nil where nothing is written, or nothing that changes what the number means.
  ///
  /// - Parameter code: of a format that is neither a day nor a share; its first section counts.
  init?(code: String) {
    var rest = code[...]
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"":
        write(rest.prefix { $0 != "\"" })
        rest = rest.drop { $0 != "\"" }.dropFirst()
      // What stands behind is shown as it is; `!` is the backslash of Japanese Excel.
      case "\\", "!": write(rest.prefix(1)); rest = rest.dropFirst()
      // A width left blank, and a filling.
      case "_", "*": rest = rest.dropFirst()
      case "[":
        write(Self.symbol(of: rest.prefix { $0 != "]" })[...])
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "0", "#", "?": readDigit()
      case "G":
        rest = rest.dropFirst("eneral".count)
        readDigit()
      case ",": commas += hasDigits ? 1 : 0
      case ".": isScaled = isScaled || commas > 0
      case "@": return nil
      default: write(String(character)[...])
      }
    }
    isScaled = isScaled || commas > 0
    (before, after) = (Self.trimmed(before), Self.trimmed(after))
    keepWhatCounts()
    if before.isEmpty && after.isEmpty { return nil }
  }

  private mutating func write(_ text: Substring) {
    if hasDigits { after += text } else { before += text }
  }

  private mutating func readDigit() {
    // A text between digits moves the point, or parts a fraction.
    if !Self.trimmed(after).isEmpty {
      isScaled = true
      after = ""
    }
    hasDigits = true
    commas = 0
  }

  /// Leaves what a number with it means something else by than without.
  private mutating func keepWhatCounts() {
    let pairs = [(before, after), (before, ""), ("", after)]
    let kept = pairs.first { Self.counts($0.0 + "1" + $0.1, isScaled: isScaled) }
    (before, after) = kept ?? ("", "")
  }

  private static func counts(_ text: String, isScaled: Bool) -> Bool {
    var text = text
    guard let written = text.withUTF8({ try? WrittenNumber($0) }), !written.isRange else {
      return false
    }
    if isScaled { return written.currency != nil && !written.isScaled && !written.isPercent }
    return written.currency != nil || written.isScaled || written.isPercent
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// The currency of `[$€-407]`; nothing of a colour, a condition or a language alone.
  private static func symbol(of bracket: Substring) -> String {
    guard bracket.first == "$" else { return "" }
    let parts = bracket.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
    let symbol = String(parts.first ?? "")
    // The lower half says the language (MS-LCID): a sign alone may be several countries'.
    guard parts.count > 1, let number = UInt64(parts[1], radix: 16) else { return symbol }
    return countries[symbol]?[number & 0xFFFF] ?? symbol
  }

  private static let countries: [String: [UInt64: String]] = [
    "¥": [0x0804: "CNY"], "\u{FFE5}": [0x0804: "CNY"],
    "$": [
      0x0404: "TWD", 0x0C04: "HKD", 0x1004: "SGD", 0x0C09: "AUD", 0x1009: "CAD", 0x0C0C: "CAD",
      0x1409: "NZD", 0x080A: "MXN",
    ],
  ]
}
