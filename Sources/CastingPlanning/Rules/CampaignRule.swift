/// One side of one rule of a campaign: what can be kept, loosened or dropped by itself.
public struct CampaignRule: Sendable, Equatable {
  public enum Kind: Sendable, Hashable {
    case budget
    /// Of a product, by its place in the list.
    case productMinimum(Int)
    case productMaximum(Int)
    case productSpend(Int)
    /// Of a quota, by its place in the brief.
    case quotaMinimum(Int)
    case quotaMaximum(Int)
    case spendPerCreator
    case exclusiveCategories
    /// By place in the brief; stands for all locks that say the same.
    case lock(Int)
    /// By place in the brief; stands for all bans that say the same.
    case ban(Int)
    /// A group that is cast together or apart, by its place in `Brief.linkGroups`.
    case link(Int)
    /// The days of the campaign: creators who are not free on any of them cannot be cast.
    case window
    /// Changes to the last plan.
    case keep
    /// Slots of a creator, by roster row, who is locked for more deals than they allow.
    case slots(Int)
  }

  public enum Side: String, Sendable, Encodable {
    case minimum = "min"
    case maximum = "max"
    /// The rule holds or it does not; there is no limit to move.
    case whole = "rule"
  }

  public var kind: Kind
  /// As plans and reports call it: the user's own words.
  public var name: String
  /// Nil where there is no number to move.
  public var limit: Double?
  /// Of the limit.
  public var unit: RuleUnit

  public init(kind: Kind, name: String, limit: Double? = nil, unit: RuleUnit) {
    self.kind = kind
    self.name = name
    self.limit = limit
    self.unit = unit
  }

  public var side: Side {
    switch kind {
    case .productMinimum, .quotaMinimum: .minimum
    case .budget, .productMaximum, .productSpend, .quotaMaximum, .spendPerCreator, .keep,
      .slots:
      .maximum
    case .exclusiveCategories, .lock, .ban, .link, .window: .whole
    }
  }

  /// The kind as files name it; `link` groups are `apart` or `together` by their name.
  public var word: String {
    switch kind {
    case .budget: "budget"
    case .productMinimum: "min_creators"
    case .productMaximum: "max_creators"
    case .productSpend: "max_spend"
    case .quotaMinimum, .quotaMaximum: "quota"
    case .spendPerCreator: "spend_per_creator"
    case .exclusiveCategories: "exclusive_categories"
    case .lock: "lock"
    case .ban: "ban"
    case .link: String(name.prefix { $0 != " " })
    case .window: "window"
    case .keep: "keep"
    case .slots: "slots"
    }
  }
}
