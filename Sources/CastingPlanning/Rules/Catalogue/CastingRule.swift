import Allocation
import Casting

/// A rule of a campaign, and all that castplan knows of it: how it is called, what it does to the
/// problem, what a plan comes to under it, and how it is loosened.
///
/// Values are made once for a campaign and hold no rows of its roster: parts of a long roster share
/// them. Rules that are sums over deals conform to `SumRule`, those that are lifted whole to
/// `WholeRule`; both say most of what follows.
package protocol CastingRule: Sendable {
  /// The rules of this kind that the campaign states, in its order.
  static func rules(of campaign: Campaign) -> [Self]

  /// What the rule says, for sentences.
  var label: RuleLabel { get }
  /// In the words of the brief: as plans and commands call it.
  var name: String { get }
  /// What else it answers to.
  var otherNames: [String] { get }
  /// Of the limits and the measure that plans state.
  var unit: RuleUnit { get }
  /// Number of what the rule is stated of (a product, a quota): orders kinds that stand together.
  var place: Int { get }
  /// Whether plans list it.
  var isListed: Bool { get }
  /// Whether plans can be made without it. The budget is moved, not dropped.
  var canBeDropped: Bool { get }
  /// Whether it says what creators can do, not what the user wants of a plan.
  var isFact: Bool { get }
  /// Whether it asks something of single creators: a part of a long roster goes without it.
  var isOfSingleCreators: Bool { get }
  /// Creators whom it names: they are looked at whatever they earn.
  var creatorIDs: [String] { get }

  /// Puts the rule into the problem that is being made. Throws `PlannerError`.
  func compile(into draft: inout ProblemDraft) throws

  /// What a plan says of the rule. Throws `PlannerError`.
  func report(_ reading: RuleReading) throws -> RuleReport

  /// Takes the price of what the rule limits out of the prices, where that is no row.
  func unprice(_ prices: inout AllocationPrices)

  /// Its sides, which can be kept, loosened or dropped one by one; none where it never makes plans
  /// impossible.
  var sides: [RuleSide] { get }

  /// What any plan comes to, in the rule's unit.
  func measure(in frame: RuleFrame) -> RuleMeasure

  /// The limit at which a plan just obeys a side that has one.
  ///
  /// - Parameter measured: what the plan comes to.
  func needed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Double

  /// Whether a plan obeys a side as the view has it.
  func isObeyed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Bool

  /// Edits the campaign so that it states the rule as its sides are set: what the user would write.
  ///
  /// - Parameter settings: one for each side.
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign)

  /// Takes out of a campaign what rules of the kind left empty: places in its lists stand until all
  /// rules are written.
  static func tidy(_ campaign: inout Campaign)

  /// Edits the campaign so that it has no such rule; `tidy` follows.
  func drop(from campaign: inout Campaign)

  /// Whether plans are worth without the rule what they are worth with it.
  var isWorthTheSame: Bool { get }
}

/// What a plan comes to under a rule.
package typealias RuleMeasure = @Sendable (PlanFacts, RuleView) -> Double

extension CastingRule {
  package var otherNames: [String] { [] }
  package var place: Int { 0 }
  package var isListed: Bool { true }
  package var canBeDropped: Bool { true }
  package var isFact: Bool { false }
  package var isOfSingleCreators: Bool { false }
  package var creatorIDs: [String] { [] }
  package var isWorthTheSame: Bool { true }

  package func unprice(_ prices: inout AllocationPrices) {}

  package func needed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Double {
    measured
  }

  package func isObeyed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Bool {
    let needed = needed(by: plan, view, measured: measured)
    return view.side.side == .minimum
      ? needed >= view.limit - RuleView.slack : needed <= view.limit + RuleView.slack
  }

  package static func tidy(_ campaign: inout Campaign) {}

  package func drop(from campaign: inout Campaign) {
    write(sides.map { _ in .dropped }, to: &campaign)
  }

  func answers(to text: String) -> Bool { text == name || otherNames.contains(text) }
}
