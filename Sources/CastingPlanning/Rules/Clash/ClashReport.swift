import Casting

/// Why no plan obeys the rules: sets of rules that cannot hold together, and what would mend them.
public struct ClashReport: Sendable, Equatable {
  /// One set of rules that no plan obeys, while without any one of them there is a plan.
  public struct Clash: Sendable, Equatable {
    /// Each with the least change that removes the clash.
    public var rules: [ClashingRule]
    /// Whether it is proved that none of the rules is needless; a limit may have come first.
    public var isSmallest: Bool
    /// Place in `rules` of the change that `--relax` makes: the smallest relative change, those
    /// of limits before those that give up a rule.
    public var cheapest: Int

    package init(rules: [ClashingRule], isSmallest: Bool, cheapest: Int) {
      self.rules = rules
      self.isSmallest = isSmallest
      self.cheapest = cheapest
    }
  }

  /// The campaign's name.
  public var campaign: String
  /// Rules of the campaign in all.
  public var ruleCount: Int
  /// Each one stands while those before it are mended by their cheapest change.
  public var clashes: [Clash]
  /// Whether the campaign has a plan once every clash is mended by its cheapest change.
  public var isMended: Bool

  package init(campaign: String, ruleCount: Int, clashes: [Clash], isMended: Bool) {
    self.campaign = campaign
    self.ruleCount = ruleCount
    self.clashes = clashes
    self.isMended = isMended
  }
}

/// A rule of a clash, and the least change to it that removes the clash.
public struct ClashingRule: Sendable, Equatable {
  /// How much of the campaign a change mends.
  public enum Scope: String, Sendable {
    /// The change alone gives the campaign a plan.
    case campaign
    /// Other clashes remain: the change gives a plan to the rules of this one.
    case clash
    /// The change gives a plan to the rules of this clash; whether others remain is not known.
    case undecided
  }

  /// What to do to a rule.
  public enum Change: Sendable, Equatable {
    /// Move the limit.
    case limit(from: Double, to: Double)
    /// Give up the rule.
    case drop
    /// Let the campaign take place in these days.
    case window(CampaignWindow)
  }

  /// As the campaign states it.
  public var rule: CampaignRule
  /// The least change known to be enough.
  public var change: Change
  /// Whether the change gives the whole campaign a plan.
  public var scope: Scope
  /// By what share of the change a smaller one could still be enough: 0 where it is proved that
  /// none is, and for a rule given up; 1 where nothing is proved.
  public var unproved: Double
  /// Whether the campaign was made anew with the change, and a plan obeys it.
  public var isVerified: Bool

  package init(
    rule: CampaignRule, change: Change, scope: Scope, unproved: Double, isVerified: Bool
  ) {
    self.rule = rule
    self.change = change
    self.scope = scope
    self.unproved = unproved
    self.isVerified = isVerified
  }

  /// Whether no smaller change is enough.
  public var isLeast: Bool { unproved == 0 }

  /// Change of the limit relative to the limit; infinite from 0. Nil for a rule given up.
  public var relativeChange: Double? {
    guard case .limit(let from, let to) = change else { return nil }
    return from == 0 ? .infinity : (to - from).magnitude / from.magnitude
  }
}
