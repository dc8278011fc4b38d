/// What a solved problem lends to one like it: prices to begin at, and a plan to mend.
public struct WarmStart: Sendable {
  /// An option by its place in any problem with the same items and kinds.
  public struct Choice: Sendable, Hashable {
    /// Position of the item, from 0.
    public var item: Int32
    /// Kind of its option.
    public var kind: Int32

    /// Names an option by its place.
    public init(item: Int, kind: Int) {
      self.item = Int32(item)
      self.kind = Int32(kind)
    }
  }

  /// Of a problem with the same groups, segments and rows.
  public var prices: AllocationPrices
  /// The plan to mend, in any order; it need not be feasible in the new problem.
  public var choices: [Choice]

  /// Prices and a plan, as a solution of the like problem has them: `prices`, and `choices(_:)` of
  /// its options.
  public init(prices: AllocationPrices, choices: [Choice]) {
    self.prices = prices
    self.choices = choices
  }
}

extension AllocationProblem {
  /// Places of some options.
  public func choices(_ options: [Int]) -> [WarmStart.Choice] {
    var choices: [WarmStart.Choice] = []
    choices.reserveCapacity(options.count)
    var item = 0
    for option in options.sorted() {
      while optionStart[item + 1] <= option { item += 1 }
      choices.append(WarmStart.Choice(item: item, kind: Int(optionKind[option])))
    }
    return choices
  }

  /// The option at a place; nil where the problem has none.
  package func option(at choice: WarmStart.Choice) -> Int? {
    guard Int(choice.item) < itemCount else { return nil }
    let range = optionStart[Int(choice.item)]..<optionStart[Int(choice.item) + 1]
    return range.first { optionKind[$0] == choice.kind }
  }

  /// The options at some places, those left aside that the problem does not have.
  public func options(at choices: [WarmStart.Choice]) -> [Int] {
    choices.compactMap { option(at: $0) }
  }

  /// Whether prices have the shape of this problem.
  func matches(_ prices: AllocationPrices) -> Bool {
    prices.pool.count == groupCount * segmentCount && prices.row.count == rows.count
      && prices.groupOutput.count == groupCount
  }
}
