/// Whether bytes read as Japanese text in CP932.
///
/// Many bytes of Western encodings are well formed in CP932 too: an accented letter and the one
/// behind it look like a rare kanji. But Japanese comes in runs, so it is neighbours that convince.
struct CP932Evidence {
  /// Characters of two bytes from the common half of the table, beside another of two bytes.
  private(set) var common = 0
  /// Everything else that is not ASCII.
  private(set) var uncommon = 0
  /// Bytes that belong to no character.
  private(set) var malformed = 0

  /// Units that follow a digit and therefore often stand alone: 万, 円, 億, 人, 千.
  private static let units: Set<UInt16> = [0x969C, 0x897E, 0x89AD, 0x906C, 0x90E7]

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, isWhole: Bool) {
    var index = range.lowerBound
    var pairsInRun = 0
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 && byte != 0 {
        pairsInRun = 0
        index += 1
      } else if (0xA1...0xDF).contains(byte) {
        // Half-width katakana, which accented capitals look like, say nothing either way.
        index += 1
      } else if Self.isLead(byte), index + 1 < range.upperBound, Self.isTrail(bytes[index + 1]) {
        count(byte, bytes[index + 1], pairsInRun)
        pairsInRun += 1
        index += 2
      } else {
        // A character cut by the end of the window is no fault.
        if !isWhole && index + 1 == range.upperBound && Self.isLead(byte) { return }
        malformed += 1
        pairsInRun = 0
        index += 1
      }
    }
  }

  /// One foreign byte in much Japanese is a fault of that byte.
  var isConvincing: Bool { common > 0 && common >= uncommon + 8 * malformed }

  private mutating func count(_ lead: UInt8, _ trail: UInt8, _ pairsInRun: Int) {
    let isUnit = Self.units.contains(UInt16(lead) << 8 | UInt16(trail))
    guard lead <= 0x9F || pairsInRun > 0 else {
      uncommon += 1
      return
    }
    if pairsInRun > 0 || isUnit {
      common += 1
    } else {
      // The first of a run convinces only together with the second.
      uncommon += 1
    }
    if pairsInRun == 1 && !isUnit {
      common += 1
      uncommon -= min(uncommon, 1)
    }
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
  }

  private static func isTrail(_ byte: UInt8) -> Bool {
    (0x40...0x7E).contains(byte) || (0x80...0xFC).contains(byte)
  }
}
