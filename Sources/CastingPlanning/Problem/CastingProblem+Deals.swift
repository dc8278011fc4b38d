import Allocation
import Casting

extension CastingProblem {
  func candidate(option: Int, creator: Int) -> DealCandidate {
    var deal = DealCandidate(
      creator: creator, kind: Int(allocation.optionKind[option]),
      reach: people(option: option, creator: creator), fill: allocation.optionReach[option],
      cost: allocation.optionCost[option],
      ownValue: allocation.optionValue.isEmpty ? 0 : allocation.optionValue[option])
    deal.amounts = allocation.amounts(of: option)
    return deal
  }

  /// Whom a deal reaches effectively, whatever that is worth.
  func people(option: Int, creator: Int) -> Double {
    let kind = Int(allocation.optionKind[option])
    let (product, format) = (kinds.product(ofKind: kind), kinds.format(ofKind: kind))
    let fill = allocation.optionReach[option]
    let weight = response.weight(creator: creator, product: product, format: format)
    if weight > 0 { return fill / weight }
    let row = predicted.rows(ofCreator: creator).first {
      predicted.table[$0].product == product && predicted.table[$0].format == format
    }
    if let row { return predicted.table[row].parts.reach }
    guard let place = response.formats.inPlay.firstIndex(of: format) else { return 0 }
    return response.creatorReach[creator * response.formats.inPlay.count + place]
      * response.affinity(creator: creator, product: product)
  }

  /// Deals of a creator that the problem holds.
  func options(ofCreator creator: Int) -> Range<Int> {
    allocation.optionStart[creator]..<allocation.optionStart[creator + 1]
  }

  /// Every deal that the creator offers, whatever the rules say: for those the problem left out.
  func offeredDeals(ofCreator creator: Int) -> [DealCandidate] {
    let formats = response.formats.inPlay
    var deals = predicted.rows(ofCreator: creator).map { row in
      candidate(predicted.table[row])
    }
    for product in 0..<kinds.productCount
    where !predicted.contains(creator: creator, product: product) {
      let allowed = campaign.products.products[product].formats
      let affinity = response.affinity(creator: creator, product: product)
      for (place, format) in formats.enumerated() where allowed?.contains(format) ?? true {
        let kind = kind(creator: creator, product: product, format: format)
        let fee =
          screen.bookedFee(creator: creator, kind: kind)
          ?? response.roster.fees[creator * formats.count + place]
        guard !fee.isNaN else { continue }
        let reach = response.creatorReach[creator * formats.count + place] * affinity
        let fill = reach * response.weight(creator: creator, product: product, format: format)
        deals.append(
          DealCandidate(
            creator: creator,
            kind: kind, reach: reach, fill: fill,
            cost: response.cost(
              creator: creator, product: product, format: format, fee: fee, reach: reach),
            ownValue:
              -(risk?.charge(
                creator: creator, product: product, format: format, fill: fill,
                isPredicted: false) ?? 0)))
      }
    }
    for place in deals.indices { deals[place].amounts = amounts(of: deals[place]) }
    return deals.sorted { $0.kind < $1.kind }
  }

  /// What rules count of the deal beside itself and its cost.
  func amounts(of deal: DealCandidate) -> [Double] {
    amounts.lists.isEmpty
      ? []
      : amounts.amounts(
        creator: deal.creator, format: kinds.format(ofKind: deal.kind), cost: deal.cost,
        reach: deal.reach, response)
  }

  private func kind(creator: Int, product: Int, format: DealFormat) -> Int {
    kinds.kind(
      product: product, formatPosition: kinds.formats.firstIndex(of: format) ?? 0,
      isKept: kept?.contains(creator: creator, product: product, format: format) ?? false)
  }

  private func candidate(_ row: DealTable.Row) -> DealCandidate {
    let kind = kind(creator: row.creator, product: row.product, format: row.format)
    let (reach, value) = row.parts
    let fill =
      reach
      * response.weight(creator: row.creator, product: row.product, format: row.format)
    let charge =
      risk?.charge(
        creator: row.creator, product: row.product, format: row.format, fill: fill,
        value: value, isPredicted: true) ?? 0
    return DealCandidate(
      creator: row.creator, kind: kind, reach: reach, fill: fill,
      cost: response.money.up(
        screen.bookedFee(creator: row.creator, kind: kind) ?? row.cost),
      ownValue: value - charge)
  }

  /// The fee at which the deal costs `cost`; nil when no fee does. For a deal with a prediction of
  /// its own the cost is the fee.
  func fee(of deal: DealCandidate, costing cost: Double) -> Double? {
    guard cost.isFinite else { return cost > 0 ? .infinity : nil }
    let product = kinds.product(ofKind: deal.kind)
    if predicted.contains(creator: deal.creator, product: product) {
      return cost >= 0 ? cost : nil
    }
    return response.fee(
      costing: cost, creator: deal.creator, product: product,
      format: kinds.format(ofKind: deal.kind), reach: deal.reach)
  }

  /// The fee that is asked today, money.
  func statedFee(of deal: DealCandidate) -> Double {
    let product = kinds.product(ofKind: deal.kind)
    let formats = response.formats.inPlay
    guard !predicted.contains(creator: deal.creator, product: product),
      let place = formats.firstIndex(of: kinds.format(ofKind: deal.kind))
    else { return deal.cost }
    return screen.bookedFee(creator: deal.creator, kind: deal.kind)
      ?? response.roster.fees[deal.creator * formats.count + place]
  }
}

extension CastingProblem {
  func product(ofOption option: Int) -> Int {
    kinds.product(ofKind: Int(allocation.optionKind[option]))
  }
}

extension CastingProblem {
  /// What the roster or a booking says of the fee of a deal; nil for one with a prediction of its own.
  func feeState(of deal: DealCandidate) -> StatedFee? {
    let product = kinds.product(ofKind: deal.kind)
    if let fee = screen.bookedFee(creator: deal.creator, kind: deal.kind) {
      return StatedFee(fee, low: .nan, campaign.brief.terms.feePolicy, estimate: fee)
    }
    if predicted.contains(creator: deal.creator, product: product) { return nil }
    return campaign.roster.statedFee(
      creator: deal.creator, format: kinds.format(ofKind: deal.kind), campaign.brief.terms)
  }
}
