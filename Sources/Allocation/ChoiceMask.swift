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
