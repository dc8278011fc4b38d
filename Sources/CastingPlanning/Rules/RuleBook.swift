/// What the rows of an allocation problem mean to people, in the rows' order.
public struct RuleBook: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case budget
    /// Creators of a product.
    case productCreators(Int)
    /// Spend on a product.
    case productSpend(Int)
    /// A quota on deals, creators or spend, by its place in the brief.
    case quota(Int)
    /// One side of a quota on the share of spend: the row reads Σ_group k − share · Σ_all k.
    case spendShare(quota: Int, share: Double, isMinimum: Bool)
    /// Changes to the last plan, of so many deals: the row counts new deals less kept ones.
    case keep(deals: Int)
  }

  public struct Entry: Sendable, Equatable {
    public var kind: Kind
    public var name: String
  }

  public internal(set) var entries: [Entry] = []
}
