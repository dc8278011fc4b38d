extension Page {
  /// `text` in lines as `wrapped` has them, but for Japanese: nothing closes at the beginning of a
  /// line or opens at its end, and no word of Latin letters is parted (JIS X 4051, kinsoku).
  func set(_ text: String, indent: String, first: String? = nil) -> [String] {
    var lines: [String] = []
    var line = first ?? indent
    var used = DisplayWidth.of(line)
    let margin = DisplayWidth.of(indent)
    var blanks = ""
    for unit in Self.units(DisplayWidth.printable(text)) {
      if unit == " " {
        blanks = " "
        continue
      }
      let width = DisplayWidth.of(unit)
      if used + blanks.count + width > self.width, used > margin {
        lines.append(line)
        line = indent
        used = margin
        blanks = ""
      }
      line += blanks + unit
      used += blanks.count + width
      blanks = ""
    }
    return lines + [line]
  }

  private static let opening: Set<Character> = ["「", "（", "『", "¥", "("]
  private static let closing: Set<Character> = [
    "、", "。", "」", "）", "』", "：", "；", "ー", "々", "…", "？", "！", "％",
  ]

  /// What stays together: a Latin word with what sticks to it, or a Japanese character with the marks
  /// before and behind it; a blank by itself.
  private static func units(_ text: String) -> [String] {
    var units: [String] = []
    var isOpen = false
    for character in text {
      let isLatin = isLatin(character)
      let last = units.last?.last
      let joins =
        last != nil && last != " " && character != " "
        && (isOpen || closing.contains(character) || (isLatin && last.map(Self.isLatin) == true))
      if joins { units[units.count - 1].append(character) } else { units.append("\(character)") }
      isOpen = opening.contains(character)
    }
    return units
  }

  private static func isLatin(_ character: Character) -> Bool {
    character != " " && character.unicodeScalars.allSatisfy { $0.value < 0x250 }
  }
}
