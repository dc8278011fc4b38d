import Casting

/// A rule that is no sum over deals and can only be lifted whole: what creators may do, who must be
/// cast, who must not, and who goes together or apart.
///
/// Its price is by how much the bound at the plan's prices would rise without it.
package protocol WholeRule: CastingRule {
  /// Between which numbers the measure lies in plans that obey the rule.
  ///
  /// - Parameter activity: of the plan asked about; it matters where the rule asks for all or none.
  func limits(at activity: Double) -> (lower: Double, upper: Double)

  /// Whether a creator's choice may be another one without the rule.
  func touches(_ creator: Int, _ lift: RuleLift) -> Bool

  /// The same of a creator of a long roster whose deals are not at hand.
  func touches(refused: Refusal, takesSeveral: Bool) -> Bool

  /// Whether the rule limits only which deals of the creator go together.
  func bindsSetsAlone(of creator: Int, _ lift: RuleLift) -> Bool

  /// Makes a creator's terms those that she would have without the rule.
  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift)

  /// What of a limit that accounts of one person share is there without the rule.
  func liftedSpend(_ limit: Double) -> Double
}

extension WholeRule {
  package func touches(refused: Refusal, takesSeveral: Bool) -> Bool { false }

  package func liftedSpend(_ limit: Double) -> Double { limit }

  package func bindsSetsAlone(of creator: Int, _ lift: RuleLift) -> Bool { false }

  package func isObeyed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Bool {
    let (lower, upper) = limits(at: measured)
    return measured >= lower && measured <= upper
  }

  package func report(_ reading: RuleReading) throws -> RuleReport {
    let activity = reading.activity(of: self)
    let (lower, upper) = limits(at: activity)
    let price = try reading.lifting(self)
    return RuleReport(
      name: name, lower: lower, activity: activity, upper: upper,
      // What asks for creators presses from below.
      price: lower > 0 && price != 0 ? -price : price, unit: unit, isWhole: true)
  }
}
