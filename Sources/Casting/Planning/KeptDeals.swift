import Allocation

/// The deals of the last plan that the brief wants kept, by rows of roster and products.
struct KeptDeals: Sendable {
  private struct Place: Hashable {
    var creator: Int
    var product: Int
    var format: DealFormat
  }

  private let places: Set<Place>
  /// Deals of the last plan, those that cannot be made any more among them.
  let count: Int

  /// Nil where the brief keeps no plan.
  init?(_ campaign: Campaign) {
    guard let plan = campaign.brief.keep else { return nil }
    let wanted = Set(plan.deals.map(\.creatorID))
    var rowOfCreator: [String: Int] = [:]
    for row in 0..<campaign.roster.count {
      let id = campaign.roster.creatorIDs[row]
      if wanted.contains(id) { rowOfCreator[id] = row }
    }
    let products = campaign.products.products
    let rowOfProduct = Dictionary(
      zip(products.map(\.id), products.indices), uniquingKeysWith: { first, _ in first })
    count = plan.deals.count
    places = Set(
      plan.deals.compactMap { deal in
        guard let creator = rowOfCreator[deal.creatorID],
          let product = rowOfProduct[deal.productID]
        else { return nil }
        return Place(creator: creator, product: product, format: deal.format)
      })
  }

  func contains(creator: Int, product: Int, format: DealFormat) -> Bool {
    places.contains(Place(creator: creator, product: product, format: format))
  }
}

extension CastingProblem {
  /// The deals of the last plan that can still be made, to start from.
  var lastPlan: WarmStart? {
    guard kept != nil else { return nil }
    let options = allocation.optionKind.indices.filter {
      kinds.isKept(Int(allocation.optionKind[$0]))
    }
    return WarmStart(
      prices: AllocationPrices(pool: [], row: [], groupOutput: [], totalOutput: 0),
      choices: allocation.choices(options))
  }
}
