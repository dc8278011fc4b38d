import Casting

/// A creator who is not cast, why, and what would bring her in.
public struct LeftOutCreator: Sendable {
  /// As the roster has it.
  public var creatorID: String
  /// For people; "" where the roster has none.
  public var name: String
  /// The product she would serve best at the plan's prices; "" when none is offered.
  public var bestProductID: String
  /// The format of that deal: the fee below is hers for this format; nil when none is offered.
  public var bestFormat: DealFormat?
  /// Why she is not cast: a fact, which `Wording` puts into words.
  public var reason: LeftOutFact
  /// Money: the fee that would bring her in at the plan's prices, nil where none would. Where a search
  /// begins; shown nowhere.
  package var pricedFee: Double?
  /// Up to which fee she comes in.
  public var feeFinding = FeeFinding.notSolved
  /// As the roster writes it.
  public var platform = ""
  /// Stated, or made by her followers.
  public var tier = Tier.nano
  /// What tables show of her beside.
  public var profile = CreatorProfile()
  /// Money, as the next: of her best deal; nil when none is offered.
  public var fee: Double?
  /// Money: the whole cost of her best deal; nil when none is offered.
  public var cost: Double?

  /// Whether more money may bring her in: her deal earns its cost at the plan's prices, or was found to
  /// at the fee that is asked.
  public var isNextInLine: Bool {
    switch reason {
    case .nextInLine, .nextAtTodaysFee: true
    default: false
    }
  }
}
