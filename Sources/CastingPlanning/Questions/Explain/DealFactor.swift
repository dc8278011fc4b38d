import Casting

/// One of the numbers that a deal's worth is made of, beside that of a typical creator.
public struct DealFactor: Sendable, Equatable {
  /// In the order of model (1)–(8).
  public enum Kind: String, CaseIterable, Sendable {
    /// V, people.
    case expectedViews = "expected_views"
    /// h, 0…1.
    case authenticShare = "authentic_share"
    /// δ, 0…1.
    case delivery = "delivery_probability"
    /// What announcements do to the viewers of a stream.
    case announcements
    /// t, 0.5…2.
    case relationship
    /// a, in (0, 1].
    case affinity
    /// The product of all above, people.
    case effectiveReach = "effective_reach"
    /// Σ_s c_js q_is: orders per effectively reached person.
    case conversion
    /// u: worth of one order, in units of the objective.
    case orderWorth = "order_worth"
    /// What the deal brings by itself, costs aside, before audiences are shared.
    case ownValue = "own_value"
    /// Money.
    case fee
    /// Money charged to the budget: fee, commission or guarantee, and product cost.
    case cost
    /// Own value per yen of cost.
    case valuePerYen = "value_per_cost"

    /// Whether the effective reach is the product of this and others.
    package var isOfReach: Bool {
      switch self {
      case .expectedViews, .authenticShare, .delivery, .announcements, .relationship, .affinity:
        true
      default: false
      }
    }
  }

  /// Which factor of the deal's worth it is.
  public var kind: Kind
  /// Of this deal, in the unit of its kind.
  public var value: Double
  /// Median of the peers; NaN where there are none.
  public var typical: Double
  /// How well the value is known; nil where it follows from others.
  public var grade: Grade?
}

/// Whom a creator is compared with.
public struct PeerGroup: Sendable, Equatable {
  /// Empty where peers are of every platform.
  public var platform: String
  /// Nil where peers are of every tier.
  public var tier: Tier?
  /// Creators in the group.
  public var count: Int
}
