/// A map from 64-bit keys to row numbers, by open addressing: lookups take a few nanoseconds.
///
/// Numbers are given in order of first insertion, so they depend on the input alone. Keys must be
/// well mixed.
struct TermTable: Sendable {
  private(set) var keys: [UInt64] = []
  /// −1 is a free place.
  private var slots: [Int32]

  init(minimumCapacity: Int = 1024) {
    var size = 1024
    while size < 2 * minimumCapacity { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  var count: Int { keys.count }

  /// The number of `key`, or −1.
  func number(of key: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The number of `key`, the next one when it is new.
  mutating func insert(_ key: UInt64) -> Int32 {
    let known = number(of: key)
    guard known < 0 else { return known }
    keys.append(key)
    if 2 * keys.count > slots.count { grow() } else { place(keys.count - 1) }
    return Int32(keys.count - 1)
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: keys[number]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in keys.indices { place(number) }
  }

  /// A well-mixed key for a value. Source: SplitMix64's finaliser.
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
