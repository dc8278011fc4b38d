/// Whether bytes read as Japanese text in CP932.
///
/// Many bytes of Western encodings are well formed in CP932 too: an accented letter and the one
/// behind it look like a kanji. But Japanese comes in runs, and what stands alone in it stands beside
/// digits and delimiters, where Western characters stand within words.
struct CP932Evidence {
  /// Characters in runs of two or more with kana among them, which no Western text looks like.
  private(set) var kana = 0
  /// Characters in runs of kanji, and lone ones that Japanese tables are full of.
  private(set) var kanji = 0
  /// Characters that look like letters of a Western word.
  private(set) var western = 0
  /// Lone characters that say nothing where all else is well formed.
  private(set) var lone = 0
  /// Bytes that belong to no character.
  private(set) var malformed = 0

  /// - Parameters:
  ///   - range: the part that is looked at.
  ///   - isWhole: whether the text ends with it; else a character may be cut by its end.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, isWhole: Bool) {
    var run = Run()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 && byte != 0 {
        count(run, isBeforeLetter: Self.isLetter(byte))
        run = Run(isBehindLetter: Self.isLetter(byte))
        index += 1
      } else if (0xA1...0xDF).contains(byte) {
        // Half-width katakana, which accented capitals look like, say nothing either way.
        index += 1
      } else if index + 1 < range.upperBound,
        let character = CP932Character(lead: byte, trail: bytes[index + 1])
      {
        run.add(character)
        index += 2
      } else {
        if !isWhole && index + 1 == range.upperBound && CP932Character.isLead(byte) { break }
        malformed += 1
        count(run, isBeforeLetter: false)
        run = Run()
        index += 1
      }
    }
    count(run, isBeforeLetter: false)
  }

  /// Text without a malformed byte is Japanese if it has kana, or as many kanji as letters of Western
  /// words. One foreign byte in much Japanese is a fault of that byte.
  var isConvincing: Bool {
    let japanese = kana + kanji
    if malformed == 0 { return kana > 0 || (japanese > 0 && japanese >= western) }
    return japanese > 0 && japanese >= western + lone + 8 * malformed
  }

  private mutating func count(_ run: Run, isBeforeLetter: Bool) {
    let isInWord = run.isBehindLetter || isBeforeLetter
    switch run.count {
    case 0: break
    case 1 where run.isEveryday && !isInWord: kanji += 1
    case 1 where !isInWord: lone += 1
    case 1: western += 1
    case _ where run.hasKana: kana += run.count
    case _ where run.isPlain && !run.endsInLettersAlone: kanji += run.count
    case _ where isInWord: western += run.count
    default: lone += run.count
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Characters of two bytes in a row.
  private struct Run {
    /// Whether an ASCII letter stands before it.
    var isBehindLetter = false
    var count = 0
    var hasKana = false
    /// Whether a character is from the common half of the table.
    var isPlain = false
    /// Whether all are such that a Western character and an ASCII letter would look like.
    var endsInLettersAlone = true
    var isEveryday = false

    mutating func add(_ character: CP932Character) {
      count += 1
      hasKana = hasKana || character.isKana
      isPlain = isPlain || character.isPlain
      endsInLettersAlone = endsInLettersAlone && CP932Evidence.isLetter(character.trail)
      isEveryday = character.isEveryday
    }
  }
}

/// A character of two bytes that CP932 has.
private struct CP932Character {
  let code: UInt16

  var trail: UInt8 { UInt8(truncatingIfNeeded: code) }

  /// Nil where no character is assigned.
  init?(lead: UInt8, trail: UInt8) {
    let code = UInt16(lead) << 8 | UInt16(trail)
    guard Self.isLead(lead), (0x40...0xFC).contains(trail), trail != 0x7F,
      Self.assigned.contains(where: { $0.contains(code) })
    else { return nil }
    self.code = code
  }

  static func isLead(_ byte: UInt8) -> Bool {
    (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
  }

  var isKana: Bool { (0x829F...0x82F1).contains(code) || (0x8340...0x8396).contains(code) }

  /// Of the rows that hold signs, kana and all kanji in daily use but few.
  var isPlain: Bool { code < 0xA000 }

  var isEveryday: Bool { Self.everyday.contains(code) }

  /// Rows of JIS X 0208 with the extensions of NEC and IBM, and what is left to users.
  private static let assigned: [ClosedRange<UInt16>] = [
    0x889F...0x9872, 0x829F...0x82F1, 0x8340...0x8396, 0x8140...0x81FC, 0x989F...0x9FFC,
    0xE040...0xEAA4, 0x824F...0x8258, 0x8260...0x8279, 0x8281...0x829A, 0x839F...0x83B6,
    0x83BF...0x83D6, 0x8440...0x8460, 0x8470...0x8491, 0x849F...0x84BE, 0x8740...0x879C,
    0xED40...0xEEFC, 0xFA40...0xFC4B, 0xF040...0xF9FC,
  ]

  /// What stands alone in cells and behind digits: units, 年 月 日 時 分 秒, 男 女 有 無 可 否, ○ × ～ ％.
  private static let everyday: Set<UInt16> = [
    0x969C, 0x897E, 0x89AD, 0x906C, 0x90E7, 0x944E, 0x8C8E, 0x93FA, 0x8E9E, 0x95AA, 0x9562,
    0x926A, 0x8F97, 0x974C, 0x96B3, 0x89C2, 0x94DB, 0x819B, 0x817E, 0x8160, 0x8193,
  ]
}
