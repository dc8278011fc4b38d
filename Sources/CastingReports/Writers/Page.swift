/// A window that text is set in.
struct Page {
  /// Terminal columns.
  let width: Int
  let color: Bool

  func heading(_ text: String) -> String { color ? bold(text) : text }

  /// `text` in lines of at most `width` columns, broken at spaces where there are any.
  func wrapped(
    _ text: String, indent: String, first: String? = nil, bold isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var line = first ?? indent
    var used = DisplayWidth.of(line)
    let margin = DisplayWidth.of(indent)
    var isStart = true
    for word in Self.words(DisplayWidth.printable(text)) {
      let wordWidth = DisplayWidth.of(word)
      if !isStart && used + 1 + wordWidth > width {
        lines.append(line)
        line = indent
        used = margin
        isStart = true
      }
      if !isStart {
        line += " "
        used += 1
      }
      // Japanese has no spaces: what is wider than the line is broken between characters.
      for character in word {
        let characterWidth = DisplayWidth.of(character)
        if used + characterWidth > width && used > margin {
          lines.append(line)
          line = indent
          used = margin
        }
        line.append(character)
        used += characterWidth
      }
      isStart = false
    }
    lines.append(line)
    return color && isBold ? lines.map(bold) : lines
  }

  /// A percent sign stays with its number.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ") {
      if word.hasPrefix("%"), let number = words.popLast() {
        words.append("\(number) \(word)")
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private func bold(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }
}
