/// Finds the bytes that end a field, eight bytes at a time; each eight are looked at once, however
/// many fields end in them.
struct FieldEnds {
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private let raw: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private let delimiters: UInt64
  /// Offset of the eight bytes that `mask` tells of; none yet where it is negative.
  private var word = -8
  /// The high bit of each byte that ends a field.
  private var mask: UInt64 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    raw = UnsafeRawBufferPointer(bytes)
    self.delimiter = delimiter
    delimiters = Self.ones &* UInt64(delimiter)
  }

  /// Offset of the first delimiter, LF or CR at or behind `index`; the end where there is none.
  @inline(__always)
  mutating func next(from index: Int) -> Int {
    var position = index
    let passed = index &- word
    if passed < 8 {
      let rest = mask & (UInt64.max << UInt64(passed * 8))
      if rest != 0 { return word &+ rest.trailingZeroBitCount / 8 }
      position = word &+ 8
    }
    while position &+ 8 <= raw.count {
      let bytes = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let found =
        Self.zeros(bytes ^ delimiters) | Self.zeros(bytes ^ (Self.ones &* 10))
        | Self.zeros(bytes ^ (Self.ones &* 13))
      if found != 0 {
        (word, mask) = (position, found)
        return position &+ found.trailingZeroBitCount / 8
      }
      position = position &+ 8
    }
    while position < raw.count {
      let byte = raw[position]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      position += 1
    }
    return position
  }

  /// The high bit of each byte that is zero, and no other bit.
  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 {
    ~(((bytes & low) &+ low) | bytes | low)
  }
}
