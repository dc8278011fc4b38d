import LinearAlgebra

/// Makes the deals of blocks of creators: reach (1), cost (8), and what cannot be sorted out.
package struct OptionMaker: Sendable {
  let response: ResponseModel
  let screen: DealScreen
  let kinds: DealKinds
  let deals: PredictedDeals
  let kept: KeptDeals?
  let risk: RiskCharge?
  let amounts: DealAmounts
  /// Position of every format in play among the formats of `kinds`.
  private let positions: [Int]
  /// What a person reached adds to the product's pools; products × simple formats in play.
  private let weights: [Double]
  /// Formats in play before the first package: what packages add depends on the creator.
  private let simpleCount: Int
  /// Whether deals differ in reach and cost alone: no rule asks what kind they are of.
  private let isPlain: Bool

  /// Creators per block: their affinities to fifty products stay in the second-level cache.
  package static let creatorsPerBlock = 512

  package init(
    response: ResponseModel, screen: DealScreen, kinds: DealKinds, deals: PredictedDeals,
    kept: KeptDeals?, risk: RiskCharge?, amounts: DealAmounts
  ) {
    self.response = response
    self.screen = screen
    self.kinds = kinds
    self.deals = deals
    self.kept = kept
    self.risk = risk
    self.amounts = amounts
    positions = response.formats.inPlay.map { kinds.formats.firstIndex(of: $0) ?? 0 }
    let simple = response.formats.inPlay.filter { $0.package == nil }
    simpleCount = simple.count
    weights = (0..<kinds.productCount).flatMap { product in
      simple.map { response.products.weight(product: product, format: $0) }
    }
    isPlain = kept == nil && risk == nil && amounts.lists.isEmpty && !screen.sortsKinds
  }

  /// All blocks in order of creators; the same at any number of threads.
  package func blocks(threads: Int) -> [OptionBlock] {
    let count = response.roster.count
    var blocks = [OptionBlock](
      repeating: OptionBlock(),
      count: Blocks.count(covering: count, blockSize: Self.creatorsPerBlock))
    blocks.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: count, blockSize: Self.creatorsPerBlock, threads: threads) {
        output.base[$0] = block($1)
      }
    }
    return blocks
  }

  /// - Parameter isLeftAside: creators of the block who get no deals here; empty when all do.
  package func block(_ creators: Range<Int>, except isLeftAside: [Bool] = []) -> OptionBlock {
    var affinities = [Double](repeating: 0, count: creators.count * kinds.productCount)
    affinities.withUnsafeMutableBufferPointer {
      response.embeddings.affinityBlock(
        rows: creators, concentration: response.concentration, into: $0)
    }
    var block = OptionBlock()
    block.amounts = Array(repeating: [], count: amounts.lists.count)
    let expected = affinities.count * max(1, positions.count)
    block.kinds.reserveCapacity(expected)
    block.fill.reserveCapacity(expected)
    block.cost.reserveCapacity(expected)
    block.counts.reserveCapacity(creators.count)
    block.refusals.reserveCapacity(creators.count)
    for creator in creators {
      guard isLeftAside.isEmpty || !isLeftAside[creator - creators.lowerBound] else {
        block.refusals.append([])
        block.counts.append(0)
        continue
      }
      let before = block.kinds.count
      let row = (creator - creators.lowerBound) * kinds.productCount
      block.refusals.append(append(creator, affinities[row..<row + kinds.productCount], &block))
      block.counts.append(block.kinds.count - before)
    }
    return block
  }

  /// Appends a creator's deals, ascending by kind; returns why others were not considered.
  private func append(
    _ creator: Int, _ affinities: ArraySlice<Double>, _ block: inout OptionBlock
  ) -> Refusal {
    if let refusal = screen.refusal(creator: creator) { return refusal }
    var predicted = deals.rows(ofCreator: creator)
    if isPlain && predicted.isEmpty { return appendPlain(creator, affinities, &block) }
    var refused: Refusal = []
    for product in 0..<kinds.productCount {
      let start = predicted.lowerBound
      var end = start
      while end < predicted.upperBound, deals.table[end].product == product { end += 1 }
      predicted = end..<predicted.upperBound
      if end > start {
        for row in deals.table[start..<end] { refused.formUnion(append(row, &block)) }
      } else {
        refused.formUnion(
          append(creator, product, affinities[affinities.startIndex + product], &block))
      }
    }
    return refused
  }

  /// The same, for most creators, in a few operations a deal: a long roster is looked at many times.
  private func appendPlain(
    _ creator: Int, _ affinities: ArraySlice<Double>, _ block: inout OptionBlock
  ) -> Refusal {
    var refused: Refusal = []
    let formatCount = positions.count
    let isPaidByFee = !response.productsPayByOrder && !response.roster.paysByOrder(creator)
    let guarantee = response.roster.guarantees[creator]
    for product in 0..<kinds.productCount {
      let affinity = affinities[affinities.startIndex + product]
      for (place, position) in positions.enumerated() {
        let fee = response.roster.fees[creator * formatCount + place]
        if fee.isNaN {
          refused.insert(.formatNotOffered)
          continue
        }
        let reach = response.creatorReach[creator * formatCount + place] * affinity
        let format = kinds.formats[position]
        let cost =
          isPaidByFee
          ? response.cost(
            product: product, creator: creator, fee: fee, pay: max(guarantee, fee))
          : response.cost(
            creator: creator, product: product, format: format, fee: fee, reach: reach)
        if let refusal = screen.refusal(creator: creator, cost: cost) {
          refused.formUnion(refusal)
        } else {
          block.append(
            kind: kinds.kind(product: product, formatPosition: position),
            fill: reach * weight(creator, product, place, format), cost: cost)
        }
      }
    }
    return refused
  }

  private func append(
    _ creator: Int, _ product: Int, _ affinity: Double, _ block: inout OptionBlock
  ) -> Refusal {
    var refused: Refusal = []
    let formatCount = positions.count
    for (place, position) in positions.enumerated() {
      let kind = kinds.kind(
        product: product, formatPosition: position, isKept: isKept(creator, product, place))
      let fee =
        screen.bookedFee(creator: creator, kind: kind)
        ?? response.roster.fees[creator * formatCount + place]
      if fee.isNaN {
        refused.insert(.formatNotOffered)
        continue
      }
      if let refusal = screen.refusal(creator: creator, kind: kind) {
        refused.formUnion(refusal)
        continue
      }
      let format = kinds.formats[position]
      let reach = response.creatorReach[creator * formatCount + place] * affinity
      let fill = reach * weight(creator, product, place, format)
      let cost = response.cost(
        creator: creator, product: product, format: format, fee: fee, reach: reach)
      if let refusal = screen.refusal(creator: creator, cost: cost) {
        refused.formUnion(refusal)
      } else {
        let charge =
          risk?.charge(
            creator: creator, product: product, format: format, fill: fill, isPredicted: false)
          ?? 0
        block.append(
          kind: kind, fill: fill, cost: cost, value: -charge,
          amounts: amounts.amounts(
            creator: creator, format: format, cost: cost, reach: reach, response))
      }
    }
    return refused
  }

  /// - Parameter place: of the format among those in play.
  @inline(__always)
  private func weight(
    _ creator: Int, _ product: Int, _ place: Int, _ format: DealFormat
  ) -> Double {
    place < simpleCount
      ? weights[product * simpleCount + place]
      : response.weight(creator: creator, product: product, format: format)
  }

  private func isKept(_ creator: Int, _ product: Int, _ place: Int) -> Bool {
    kept?.contains(creator: creator, product: product, format: response.formats.inPlay[place])
      ?? false
  }

  /// A deal with a prediction of its own.
  private func append(_ row: DealTable.Row, _ block: inout OptionBlock) -> Refusal {
    guard let position = kinds.formats.firstIndex(of: row.format) else { return .formatNotOffered }
    let kind = kinds.kind(
      product: row.product, formatPosition: position,
      isKept: kept?.contains(creator: row.creator, product: row.product, format: row.format)
        ?? false)
    let cost = response.money.up(
      screen.bookedFee(creator: row.creator, kind: kind) ?? row.cost)
    let refusal =
      screen.refusal(creator: row.creator, kind: kind)
      ?? screen.refusal(creator: row.creator, cost: cost)
    if let refusal { return refusal }
    let (reach, value) = row.parts
    let fill =
      reach
      * response.weight(creator: row.creator, product: row.product, format: row.format)
    let charge =
      risk?.charge(
        creator: row.creator, product: row.product, format: row.format, fill: fill,
        value: value, isPredicted: true) ?? 0
    block.append(
      kind: kind, fill: fill, cost: cost, value: value - charge,
      amounts: amounts.amounts(
        creator: row.creator, format: row.format, cost: cost, reach: reach, response))
    return []
  }
}
