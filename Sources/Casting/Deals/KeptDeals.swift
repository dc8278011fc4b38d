/// The deals of the last plan that the brief wants kept, by rows of roster and products.
package struct KeptDeals: Sendable {
  private struct Place: Hashable {
    var creator: Int
    var product: Int
    var format: DealFormat
  }

  private let places: Set<Place>
  /// Deals of the last plan, those that cannot be made any more among them.
  let count: Int

  /// Nil where the brief keeps no plan.
  package init?(_ campaign: Campaign) {
    guard let plan = campaign.brief.keep else { return nil }
    let rowOfCreator = campaign.roster.creatorIDs.rows(of: Set(plan.deals.map(\.creatorID)))
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

  package func contains(creator: Int, product: Int, format: DealFormat) -> Bool {
    places.contains(Place(creator: creator, product: product, format: format))
  }
}
