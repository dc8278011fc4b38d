import Allocation

extension CastingProblem {
  /// Joins the blocks of deals with the markets, the rules and the objective.
  static func allocation(
    campaign: Campaign, response: ResponseModel, kinds: DealKinds, items: [AllocationItem],
    rows: [AllocationRow], blocks: [OptionBlock]
  ) -> AllocationProblem {
    let products = campaign.products.products
    let brief = campaign.brief
    let isReach = brief.objective == .reach
    let options = JoinedOptions(blocks)
    return AllocationProblem(
      groupCount: products.count, segmentCount: response.cellCount,
      curve: curve(brief.saturation), poolCapacity: response.products.marketSize,
      poolYield: isReach
        ? [Double](repeating: 1, count: response.products.conversion.count)
        : response.products.conversion,
      groupWorth: response.products.unitValue,
      groupOutputLimit: products.map { isReach ? .infinity : $0.stock },
      totalOutputLimit: isReach ? .infinity : brief.orderCapacity, items: items,
      segmentShares: response.roster.audience.shares, optionStart: options.starts,
      optionKind: options.kinds, optionReach: options.reach, optionCost: options.cost,
      optionValue: options.value,
      kindGroup: (0..<kinds.count).map { Int32(kinds.product(ofKind: $0)) },
      kindExclusion: exclusionKeys(products, kinds, byCategory: brief.exclusiveCategories),
      rows: rows, costWeight: brief.objective.subtractsCost ? 1 : 0)
  }

  private static func curve(_ saturation: SaturationCurve) -> PoolCurve {
    switch saturation {
    case .randomDuplication: .exponential
    case .logarithmic: .logarithmic
    case .none: .linear
    }
  }

  /// A key per product, or per category where the brief makes them exclusive; a product without a
  /// category stands alone.
  static func exclusionKeys(
    _ products: [Product], _ kinds: DealKinds, byCategory: Bool
  ) -> [Int32] {
    var keyOfCategory: [String: Int32] = [:]
    let keys = products.enumerated().map { number, product in
      let category = NormalizedText(product.category).string
      guard byCategory, !category.isEmpty else { return Int32(number) }
      let key = keyOfCategory[category] ?? Int32(number)
      keyOfCategory[category] = key
      return key
    }
    return (0..<kinds.count).map { keys[kinds.product(ofKind: $0)] }
  }
}

/// Blocks of deals, end to end.
private struct JoinedOptions {
  var starts: [Int] = [0]
  var kinds: [Int32] = []
  var reach: [Double] = []
  var cost: [Double] = []
  var value: [Double] = []

  init(_ blocks: [OptionBlock]) {
    let total = blocks.reduce(0) { $0 + $1.kinds.count }
    let hasValues = blocks.contains { !$0.value.isEmpty }
    starts.reserveCapacity(blocks.reduce(1) { $0 + $1.counts.count })
    kinds.reserveCapacity(total)
    reach.reserveCapacity(total)
    cost.reserveCapacity(total)
    if hasValues { value.reserveCapacity(total) }
    for block in blocks {
      for count in block.counts { starts.append(starts[starts.count - 1] + count) }
      kinds.append(contentsOf: block.kinds)
      reach.append(contentsOf: block.reach)
      cost.append(contentsOf: block.cost)
      guard hasValues else { continue }
      value.append(contentsOf: block.value)
      value.append(contentsOf: repeatElement(0, count: block.kinds.count - block.value.count))
    }
  }
}
