import LinearAlgebra

/// Choices of items kept for a closer look, in the order of their items; an item's empty choice is
/// implied.
struct ChoiceList: Sendable {
  private(set) var items: [Int32] = []
  private(set) var optionEnds: [Int] = []
  var options: [Int32] = []

  var count: Int { items.count }

  mutating func append(item: Int, options chosen: some Sequence<Int32>) {
    items.append(Int32(item))
    options.append(contentsOf: chosen)
    optionEnds.append(options.count)
  }

  mutating func append(_ other: ChoiceList) {
    let base = options.count
    items.append(contentsOf: other.items)
    options.append(contentsOf: other.options)
    optionEnds.append(contentsOf: other.optionEnds.map { $0 + base })
  }

  /// The first choice of the item, or of the next that has any; items ascend.
  func firstChoice(ofItem item: Int) -> Int {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(items[middle]) < item { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func options(_ choice: Int) -> ArraySlice<Int32> {
    options[(choice == 0 ? 0 : optionEnds[choice - 1])..<optionEnds[choice]]
  }
}

/// Passes over items at fixed prices: the exact bound, and the choices worth keeping.
struct DualBound {
  /// Which choices a pass keeps: those within `limit` of their item's best, or within `tolerance`
  /// of their own gross worth.
  struct Keep: Sendable {
    var tolerance: Double
    var limit = 0.0
    /// Share of all items that the pass stands for; the nearest options of every row with a lower
    /// side are kept in proportion, however far from their item's best, or its price would drift.
    var scale = 1.0
  }

  struct Result: Sendable {
    /// Σ over the items of their best choices' profit.
    var itemSum: Double
    var kept: ChoiceList
    /// Nearest options of the rows with a lower side, where asked for.
    var nearest: NearestOptions?
  }

  /// A pass keeps at most so many sets of options of an item with several slots; later passes bring
  /// what their prices make interesting.
  static let mostPerItem = 32
  /// Items per block: a block's shares and prices stay in cache, and enough work to fork for.
  private static let blockSize = 1024
  /// Items that tell how far the nearest options of rows are, where these are at most one in so many.
  private static let nearestSample = 2048
  private static let leastStride = 16

  let index: ProblemIndex
  let threads: Int

  /// D(prices) over all options: no feasible choice is worth more.
  func bound(at prices: AllocationPrices) -> Double {
    index.sharedBound(prices) + pass(at: prices, over: nil, keep: nil).itemSum
  }

  /// One pass over the given items, all when nil.
  ///
  /// O(n · G · S + D); block results join in block order.
  func pass(at prices: AllocationPrices, over items: [Int32]?, keep: Keep?) -> Result {
    let tables = PriceTables(index: index, prices: prices)
    let count = items?.count ?? index.problem.itemCount
    let blocks = Blocks.count(covering: count, blockSize: Self.blockSize)
    let results = UnsafeMutableBufferPointer<Result>.allocate(capacity: max(1, blocks))
    defer { results.deallocate() }
    let nearest = keep.flatMap { NearestOptions(index: index, scale: $0.scale) }
      .map { limited($0, tables, items) }
    let empty = Result(itemSum: 0, kept: ChoiceList(), nearest: nearest)
    results.initialize(repeating: empty)
    defer { results.deinitialize() }
    nonisolated(unsafe) let sink = results
    Blocks.forEach(count: count, blockSize: Self.blockSize, threads: threads) { block, range in
      var choices = ItemChoices(tables: tables)
      var result = empty
      for position in range {
        let item = items.map { Int($0[position]) } ?? position
        if index.units.isSpokenFor(item) { continue }
        let best = choices.best(item)
        result.itemSum += best.profit
        guard let keep else { continue }
        choices.forEach(
          item, best: best.profit, tolerance: keep.tolerance, limit: keep.limit,
          most: Self.mostPerItem
        ) {
          options, _, _ in
          result.kept.append(item: item, options: options)
        }
        if result.nearest != nil { offer(item, best.profit, &choices, to: &result.nearest!) }
      }
      sink[block] = result
    }
    var total = empty
    for result in results.prefix(blocks) {
      total.itemSum += result.itemSum
      total.kept.append(result.kept)
      total.nearest?.merge(result.nearest)
    }
    if let nearest = total.nearest { total.kept = total.kept.union(nearest.choices()) }
    return total
  }

  private func offer(
    _ item: Int, _ best: Double, _ choices: inout ItemChoices, to nearest: inout NearestOptions
  ) {
    let farthest = nearest.farthest
    for member in index.units.singles(of: item) {
      choices.forEachSingle(of: Int(member), best: best, within: farthest) { option, regret in
        nearest.offer(option: option, leader: item, regret: regret)
      }
    }
  }

  /// With what a sample of the items tells: every block would begin by keeping what is far otherwise.
  private func limited(
    _ nearest: NearestOptions, _ tables: PriceTables, _ items: [Int32]?
  ) -> NearestOptions {
    let count = items?.count ?? index.problem.itemCount
    let stride = count / Self.nearestSample
    guard stride >= Self.leastStride else { return nearest }
    var nearest = nearest
    var choices = ItemChoices(tables: tables)
    for position in Swift.stride(from: 0, to: count, by: stride) {
      let item = items.map { Int($0[position]) } ?? position
      if index.units.isSpokenFor(item) { continue }
      offer(item, choices.best(item).profit, &choices, to: &nearest)
    }
    return nearest.emptied()
  }
}

extension DualBound {
  /// The choices within `regret` of their item's best, for every item: all of them, or of items with
  /// several slots the `mostPerItem` best; nil when there are more than `limit` in all.
  func choices(
    at prices: AllocationPrices, within regret: Double, limit: Int, mostPerItem: Int = .max
  ) -> ChoiceList? {
    let tables = PriceTables(index: index, prices: prices)
    var choices = ItemChoices(tables: tables)
    var list = ChoiceList()
    for item in 0..<index.problem.itemCount where !index.units.isSpokenFor(item) {
      let best = choices.best(item).profit
      // One more than may be kept tells that they are too many.
      let most = min(mostPerItem, limit - list.count + 1)
      let isComplete = choices.forEach(
        item, best: best, tolerance: 0, limit: regret, most: most
      ) { options, _, _ in
        list.append(item: item, options: options)
      }
      if list.count > limit || (!isComplete && mostPerItem == .max) { return nil }
    }
    return list
  }
}

extension DualBound {
  /// The same as all `choices`, with linked items one by one: what their units' joint choices near the
  /// best can hold.
  func separateChoices(at prices: AllocationPrices, within regret: Double, limit: Int)
    -> ChoiceList?
  {
    var choices = ItemChoices(tables: PriceTables(index: index, prices: prices))
    var list = ChoiceList()
    for item in 0..<index.problem.itemCount {
      let most = limit - list.count + 1
      if let unit = index.units.unit(of: item) {
        choices.forEachOwn(item, of: unit, within: regret, most: most) {
          list.append(item: item, options: $0)
        }
      } else {
        let best = choices.best(item).profit
        choices.forEach(item, best: best, tolerance: 0, limit: regret, most: most) {
          options, _, _ in
          list.append(item: item, options: options)
        }
      }
      if list.count > limit { return nil }
    }
    return list
  }
}

extension DualBound {
  /// One in so many items tells how far the nearest options are.
  private static let regretStride = 16
  /// The nearest of all are looked for so much farther than the sample says, and a few more.
  private static let regretMargin = 1.5
  private static let regretExtra = 64

  /// The options of least regret at the prices, each alone in its item, at most `count`.
  func nearest(at prices: AllocationPrices, within regret: Double, count: Int) -> [Int32] {
    regrets(at: prices, within: regret, count: count).prefix(count).map(\.option)
  }

  /// Regret of the option that is `count`th by least regret, nil when there are not so many.
  func regret(ofNearest count: Int, at prices: AllocationPrices, within regret: Double) -> Double? {
    let all = regrets(at: prices, within: regret, count: count + 1)
    return count < all.count ? all[count].regret : nil
  }

  /// By rising regret: at least the `count` nearest, or all there are.
  private func regrets(
    at prices: AllocationPrices, within regret: Double, count: Int
  ) -> [(regret: Double, option: Int32)] {
    let tables = PriceTables(index: index, prices: prices)
    // Nearly all options may be within the regret, and few of them be asked for.
    let sample = regrets(tables, within: regret, stride: Self.regretStride)
    let rank =
      Int(Self.regretMargin * Double(count) / Double(Self.regretStride)) + Self.regretExtra
    if rank < sample.count {
      let near = regrets(tables, within: sample[rank].regret, stride: 1)
      if near.count >= count { return near }
    }
    return regrets(tables, within: regret, stride: 1)
  }

  private func regrets(
    _ tables: PriceTables, within regret: Double, stride: Int
  ) -> [(regret: Double, option: Int32)] {
    let items = Blocks.count(covering: index.problem.itemCount, blockSize: stride)
    let blocks = Blocks.count(covering: items, blockSize: Self.blockSize)
    var found = [[(regret: Double, option: Int32)]](repeating: [], count: blocks)
    found.withUnsafeMutableBufferPointer { found in
      nonisolated(unsafe) let found = found
      Blocks.forEach(count: items, blockSize: Self.blockSize, threads: threads) { block, range in
        var choices = ItemChoices(tables: tables)
        for place in range {
          let item = place * stride
          let best = choices.bestAlone(item).profit
          choices.forEachSingle(of: item, best: best, within: regret) { option, short in
            found[block].append((short, Int32(option)))
          }
        }
      }
    }
    return found.joined().sorted { ($0.regret, $0.option) < ($1.regret, $1.option) }
  }
}

extension ChoiceList {
  /// Both lists' choices, each once, grouped by item; both must be grouped by ascending item.
  func union(_ other: ChoiceList) -> ChoiceList {
    var result = ChoiceList()
    var (left, right) = (0, 0)
    while left < count || right < other.count {
      let item = min(
        left < count ? items[left] : .max, right < other.count ? other.items[right] : .max)
      var seen: Set<[Int32]> = []
      while left < count, items[left] == item {
        let chosen = Array(options(left))
        if seen.insert(chosen.sorted()).inserted {
          result.append(item: Int(item), options: chosen)
        }
        left += 1
      }
      while right < other.count, other.items[right] == item {
        let chosen = Array(other.options(right))
        if seen.insert(chosen.sorted()).inserted {
          result.append(item: Int(item), options: chosen)
        }
        right += 1
      }
    }
    return result
  }
}
