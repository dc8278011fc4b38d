/// The 64-bit key of a term; terms of different kinds never meet.
struct TermKey {
  enum Kind: UInt64 {
    case word = 1
    case gram, tag
  }

  private var state: UInt64
  private(set) var isEmpty = true

  init(_ kind: Kind) { state = kind.rawValue }

  mutating func add(_ scalar: UInt32) {
    state = (state &* 0x0000_0100_0000_01B3) ^ UInt64(scalar)
    isEmpty = false
  }

  var value: UInt64 { TermTable.mixed(state) }
}
