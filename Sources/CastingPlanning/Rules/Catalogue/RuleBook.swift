/// What the rows of an allocation problem mean to people, in the rows' order.
public struct RuleBook: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    /// Of the rule.
    public var name: String
    /// The share, where the row reads Σ_group k − share · Σ_all k.
    public var share: Double?
    /// What plans state beyond the row, in use and limits.
    public var offset: Double
  }

  public internal(set) var entries: [Entry] = []
}
