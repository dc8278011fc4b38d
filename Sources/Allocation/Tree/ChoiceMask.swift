/// The choices of a store, empty ones included, that are still possible at a node of the tree.
struct ChoiceMask: Sendable {
  private var words: [UInt64]
  private let choiceCount: Int

  /// Everything the store allows.
  init(_ store: ChoiceStore) {
    choiceCount = store.choiceCount
    words = [UInt64](repeating: 0, count: (choiceCount + store.items.count + 63) / 64)
    for choice in 0..<choiceCount { self[choice] = true }
    for position in store.items.indices where store.mayBeEmpty[position] {
      self[empty: position] = true
    }
  }

  subscript(choice: Int) -> Bool {
    get { words[choice >> 6] & (1 << UInt64(choice & 63)) != 0 }
    set {
      if newValue {
        words[choice >> 6] |= 1 << UInt64(choice & 63)
      } else {
        words[choice >> 6] &= ~(1 << UInt64(choice & 63))
      }
    }
  }

  /// Calls `body` with the choices of a range that are still possible, ascending.
  ///
  /// Most are ruled out deep in a tree: these are passed over 64 at a time.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
    guard !range.isEmpty else { return }
    words.withUnsafeBufferPointer { words in
      for place in range.lowerBound >> 6...(range.upperBound - 1) >> 6 {
        var word = words[place] & Self.bits(of: place, in: range)
        while word != 0 {
          body((place << 6) + word.trailingZeroBitCount)
          word &= word - 1
        }
      }
    }
  }

  /// Rules out the choices of a range, ascending, for which `body` is false.
  @inline(__always)
  mutating func keep(in range: Range<Int>, where body: (Int) -> Bool) {
    guard !range.isEmpty else { return }
    words.withUnsafeMutableBufferPointer { words in
      for place in range.lowerBound >> 6...(range.upperBound - 1) >> 6 {
        var word = words[place] & Self.bits(of: place, in: range)
        while word != 0 {
          let bit = word & (~word &+ 1)
          if !body((place << 6) + word.trailingZeroBitCount) { words[place] &= ~bit }
          word &= word - 1
        }
      }
    }
  }

  /// The bits of a word that stand for choices of a range.
  @inline(__always)
  private static func bits(of place: Int, in range: Range<Int>) -> UInt64 {
    let first = max(0, range.lowerBound - (place << 6))
    let end = min(64, range.upperBound - (place << 6))
    return (~0 << UInt64(first)) & (~0 >> UInt64(64 - end))
  }

  /// Whether the item at a position may take nothing.
  subscript(empty position: Int) -> Bool {
    get { self[choiceCount + position] }
    set { self[choiceCount + position] = newValue }
  }

  /// The mask after deciding that an option of the item at a position is taken, or is not.
  func deciding(_ option: Int32, ofItemAt position: Int, isTaken: Bool, store: ChoiceStore)
    -> ChoiceMask
  {
    var mask = self
    if isTaken { mask[empty: position] = false }
    for choice in store.choiceStart[position]..<store.choiceStart[position + 1]
    where mask[choice] && store.choices.options(choice).contains(option) != isTaken {
      mask[choice] = false
    }
    return mask
  }
}
