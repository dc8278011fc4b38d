/// A place that moves through a text: its line, and how many characters stand before it there.
struct TextPlace: Equatable {
  /// From 1.
  private(set) var line = 1
  /// Unicode scalars.
  private(set) var characters = 0
  private var isBehindReturn = false

  /// Moves over bytes of UTF-8.
  mutating func move(over bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in UnsafeBufferPointer(rebasing: bytes) {
      if byte == 0x0A || byte == 0x0D {
        // The second half of a line break is no other.
        if byte == 0x0D || !isBehindReturn { line += 1 }
        characters = 0
        isBehindReturn = byte == 0x0D
      } else {
        isBehindReturn = false
        if byte & 0xC0 != 0x80 { characters += 1 }
      }
    }
  }
}
