import Casting

/// Rows by identifier: four bytes a slot in an open-addressed table over the column's own text.
struct IdentifierIndex {
  private let texts: TextColumn
  private let hashes: [UInt64]
  /// Row + 1; 0 is a free slot.
  private var slots: [UInt32]
  /// Pairs of rows with the same identifier: the first with it, and each later one.
  private(set) var duplicates: [(first: Int, second: Int)] = []

  /// - Parameter hashes: `hash` of every row's text.
  init(_ texts: TextColumn, hashes: [UInt64]) {
    self.texts = texts
    self.hashes = hashes
    var capacity = 16
    while capacity < hashes.count * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for row in hashes.indices {
      let slot = self.slot(hashes[row]) { other in
        hashes[other] == hashes[row]
          && texts.withUTF8(row) { own in texts.withUTF8(other) { $0.elementsEqual(own) } }
      }
      if slots[slot] == 0 {
        slots[slot] = UInt32(row + 1)
      } else if !texts.isEmpty(row) {
        duplicates.append((Int(slots[slot]) - 1, row))
      }
    }
  }

  /// The first row with the identifier.
  func row(of identifier: String) -> Int? {
    var identifier = identifier
    let hash = identifier.withUTF8 { Self.hash($0) }
    let slot = self.slot(hash) { hashes[$0] == hash && texts[$0] == identifier }
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The slot of the row that matches, or the free one where it would be.
  private func slot(_ hash: UInt64, matches: (Int) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 && !matches(Int(slots[slot]) - 1) { slot = (slot + 1) & mask }
    return slot
  }

  /// FNV-1a with a final mix, so that the low bits depend on every byte.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 29)
  }
}
