/// Random damage to the bytes of a file, the same for the same seed.
package struct InputDamage: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  private static let tokens: [[UInt8]] =
    [
      "\"", "\"\"", ",", "\n", "\r", "\r\n", ";", "{", "}", "[", "]", ":", "\\", "\\u", "\\ud83d",
      "- ", "*a ", "&a ", "万", "億", "%", "-", "1e999", "nan", "'", "#", "|", "\t", "\u{FEFF}",
      "\0", "null", "{\"a\":", "99999999999999999999",
    ].map { Array($0.utf8) } + [
      [0xFF], [0x81], [0x83, 0x5C], [0xFF, 0xFE], [0xFE, 0xFF], [0xE3, 0x81], [0x1F, 0x8B],
    ]

  /// The bytes with one to eight insertions, deletions, exchanges, repetitions or cuts.
  package mutating func applied(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    // Few changes more often than many: much damage hides what little would do.
    let changes = min(Int.random(in: 1...8, using: &self), Int.random(in: 1...8, using: &self))
    for _ in 0..<changes {
      let start = Int.random(in: 0..<max(1, bytes.count), using: &self)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &self))
      switch Int.random(in: 0..<24, using: &self) {
      case 0..<7: bytes.insert(contentsOf: Self.tokens.randomElement(using: &self)!, at: start)
      case 7..<12: bytes.removeSubrange(min(start, end)..<end)
      case 12..<18 where start < bytes.count:
        bytes[start] = UInt8.random(in: 0...255, using: &self)
      case 18: bytes.removeSubrange(start...)
      case 19:
        let part = Array(bytes[start...].prefix(400))
        for _ in 0..<Int.random(in: 1...8, using: &self) {
          bytes.insert(contentsOf: part, at: start)
        }
      default: bytes.insert(contentsOf: Array(bytes[min(start, end)..<end]), at: start)
      }
    }
    return bytes
  }
}
