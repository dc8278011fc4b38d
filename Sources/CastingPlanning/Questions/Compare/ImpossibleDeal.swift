import Casting

/// A deal of a list that nobody can make.
public struct ImpossibleDeal: Sendable, Equatable {
  /// Why the inputs have no such deal.
  public enum Obstacle: Fact, CaseIterable {
    /// The roster no longer has the creator.
    case creatorGone
    /// The product list no longer has the product.
    case productGone
    /// The table of deals has deals of the two, in other formats.
    case formatNotPredicted
    /// Not free in the campaign window, or without a slot.
    case unavailable
    /// No fee for the product in any format that it allows.
    case noFormat
    /// No fee for this format, or the product does not allow it.
    case formatNotOffered
  }

  /// As the roster has it.
  public var creatorID: String
  /// As the product list has it.
  public var productID: String
  /// Nil: any.
  public var format: DealFormat?
  /// Why it cannot be made.
  public var obstacle: Obstacle

  /// A deal by the ids that its list has.
  public init(creatorID: String, productID: String, format: DealFormat?, obstacle: Obstacle) {
    self.creatorID = creatorID
    self.productID = productID
    self.format = format
    self.obstacle = obstacle
  }
}

extension ImpossibleDeal {
  init(_ deal: DealList.Deal, in problem: CastingProblem) {
    let campaign = problem.campaign
    self.init(
      creatorID: campaign.roster.creatorIDs[deal.creator],
      productID: campaign.products.products[deal.product].id, format: deal.format,
      obstacle: Self.obstacle(deal, problem))
  }

  private static func obstacle(_ deal: DealList.Deal, _ problem: CastingProblem) -> Obstacle {
    if problem.predicted.contains(creator: deal.creator, product: deal.product) {
      return .formatNotPredicted
    }
    if problem.refusals[deal.creator].contains(.unavailable) { return .unavailable }
    return deal.format == nil ? .noFormat : .formatNotOffered
  }
}
