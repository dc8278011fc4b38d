import Casting
import CastingFiles
import CastingPlanning

/// What a reader of a plan should notice. Money is money, values are in the unit of the objective.
package enum PlanHighlight: Fact {
  /// What of a table the plan does not know: rows that were left out, cells of others that could not be used.
  case missingRows(table: RowNoun, leftOut: Int, read: Int, cells: Int)
  case largestCreator(name: String, share: Double)
  /// What the next yen of budget bring, solved again.
  case moreBudget(yen: Double, adds: Double, objective: Objective)
  /// The rule without which the plan would be worth most, of `solved` that were solved without.
  case dearestRule(rule: String, atMost: Double, objective: Objective, solved: Int, isOfAll: Bool)
  case allPromoted(products: Int)
  case someUnpromoted(promoted: Int, of: Int, missing: [String])
  case soldOut(products: [String])
  /// `loss`: how often the margin does not pay the spend; nil where that makes no sense.
  case outcomes(
    p10: Double, p90: Double, worstTenth: Double, loss: Double?, objective: Objective)
  case riskCharge(charge: Double, expected: Double, objective: Objective)
  case stability(core: Int, of: Int, plans: Int, reserves: [Reserve])
  case grades(measured: Double, estimated: Double, defaults: Double)

  /// A deal often cast when inputs are drawn again.
  package struct Reserve: Sendable, Equatable, Encodable {
    package var deal: ScenarioDeal
    package var share: Double

    package init(deal: ScenarioDeal, share: Double) {
      self.deal = deal
      self.share = share
    }
  }
}

extension PlanHighlight {
  /// What a little more budget brings to a plan worth `value`; nil where it would bring nothing.
  init?(_ step: BudgetStep?, beside value: Double, _ objective: Objective) {
    guard let step, step.adds > value.magnitude * 1e-7, step.adds >= 0.005 else { return nil }
    self = .moreBudget(yen: step.yen, adds: step.adds, objective: objective)
  }
}

extension Plan {
  /// Most important first.
  package var highlights: [PlanHighlight] {
    [
      largestCreator, moreBudget, dearestRule, promotion, soldOut, whatMayCome, riskTaken,
      steadiness, knowledge,
    ].compactMap { $0 }
  }

  private var largestCreator: PlanHighlight? {
    guard value > 0, let first = creators.first else { return nil }
    // The first of equals, so that the sentence does not depend on how the maximum is found.
    let largest = creators.dropFirst().reduce(first) { $1.value > $0.value ? $1 : $0 }
    return .largestCreator(
      name: largest.name.isEmpty ? largest.creatorID : largest.name,
      share: largest.value / value)
  }

  private var moreBudget: PlanHighlight? { PlanHighlight(budgetStep, beside: value, objective) }

  private var dearestRule: PlanHighlight? {
    let solved = rules.filter { $0.cost != nil }
    guard let first = solved.first else { return nil }
    let dearest = solved.dropFirst().reduce(first) { $1.cost ?? 0 > $0.cost ?? 0 ? $1 : $0 }
    let cost = dearest.cost ?? 0
    guard cost > value.magnitude * 1e-7, cost > 1e-6 else { return nil }
    let others = rules.count { $0.name != RuleNames.budget } - solved.count
    return .dearestRule(
      rule: dearest.name, atMost: cost, objective: objective, solved: solved.count,
      isOfAll: others == 0)
  }

  private var promotion: PlanHighlight? {
    guard !products.isEmpty else { return nil }
    let missing = products.filter { $0.creators == 0 }.map(\.productID)
    return missing.isEmpty
      ? .allPromoted(products: products.count)
      : .someUnpromoted(
        promoted: products.count - missing.count, of: products.count, missing: missing)
  }

  private var soldOut: PlanHighlight? {
    // Stock does not bind where people are counted instead of orders.
    guard objective != .reach else { return nil }
    let empty = products.filter { $0.creators > 0 && $0.stockLeft <= 1e-6 }.map(\.productID)
    return empty.isEmpty ? nil : .soldOut(products: empty)
  }

  private var whatMayCome: PlanHighlight? {
    guard let outcomes, !deals.isEmpty else { return nil }
    return .outcomes(
      p10: outcomes.p10, p90: outcomes.p90, worstTenth: outcomes.conditionalValueAtRisk,
      loss: outcomes.lossProbability, objective: objective)
  }

  private var riskTaken: PlanHighlight? {
    riskCharge > 0
      ? .riskCharge(charge: riskCharge, expected: value + riskCharge, objective: objective) : nil
  }

  private var steadiness: PlanHighlight? {
    guard let stability, !deals.isEmpty else { return nil }
    return .stability(
      core: deals.indices.count { stability.isCore($0) }, of: deals.count,
      plans: stability.draws,
      reserves: stability.reserves.map { .init(deal: $0.deal, share: $0.share) })
  }

  private var knowledge: PlanHighlight? {
    guard gradeShares.count == Grade.allCases.count, gradeShares.contains(where: { $0 > 0 })
    else { return nil }
    func share(_ grade: Grade) -> Double { gradeShares[Int(grade.rawValue)] }
    return .grades(
      measured: share(.measured), estimated: share(.estimated), defaults: share(.default))
  }
}
