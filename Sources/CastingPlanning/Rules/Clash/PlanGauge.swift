/// Tells of any plan which sides of rules it obeys, and which limits it would need.
struct PlanGauge: Sendable {
  let ruleSet: RuleSet
  /// By side.
  private let measures: [RuleMeasure]

  init(_ ruleSet: RuleSet, in frame: RuleFrame) {
    self.ruleSet = ruleSet
    measures = ruleSet.sides.indices.map { ruleSet.rule(ofSide: $0).measure(in: frame) }
  }

  /// Whether the plan obeys every rule of the state.
  func obeys(_ plan: PlanFacts, _ state: RuleState) -> Bool {
    ruleSet.sides.indices.allSatisfy { !state.isKept[$0] || obeys(plan, rule: $0, state) }
  }

  /// Whether the plan obeys one side, which the state keeps.
  func obeys(_ plan: PlanFacts, rule side: Int, _ state: RuleState) -> Bool {
    let view = RuleView(ruleSet: ruleSet, state: state, number: side)
    return ruleSet.rule(ofSide: side).isObeyed(by: plan, view, measured: measures[side](plan, view))
  }

  /// The limit at which the plan just obeys a side that has one, the other rules being the state's.
  func needed(by plan: PlanFacts, for side: Int, _ state: RuleState) -> Double {
    let view = RuleView(ruleSet: ruleSet, state: state, number: side)
    return ruleSet.rule(ofSide: side).needed(by: plan, view, measured: measures[side](plan, view))
  }
}
