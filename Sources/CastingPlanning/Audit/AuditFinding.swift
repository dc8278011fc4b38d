import Casting

/// One promise of a plan, and whether it holds when recomputed from the inputs.
public struct AuditFinding: Sendable, Equatable {
  /// What is promised: `the costs are those of the inputs`.
  public var promise: String
  public var holds: Bool
  /// Recomputed; of the first place that differs, if any does.
  public var expected: String
  /// What the plan says there.
  public var found: String

  public init(promise: String, holds: Bool, expected: String = "", found: String = "") {
    self.promise = promise
    self.holds = holds
    self.expected = expected
    self.found = found
  }
}

extension AuditFinding {
  /// That a plan answers its brief's question on the budget; nil where the brief asks none.
  public static func budgetAnswer(_ claims: PlanClaims, _ brief: Brief) -> AuditFinding? {
    guard let question = brief.budgetQuestion else { return nil }
    var promise = AuditWording.withinBudget
    var least = -Double.infinity
    if case .target(let target) = question {
      (promise, least) = (AuditWording.reachesTarget, target)
    }
    let most = brief.budget ?? .infinity
    let pairs = [
      (claims.budget <= most, most, claims.budget),
      (claims.value >= least * (1 - 1e-9), least, claims.value),
    ]
    let broken = pairs.first { !$0.0 }
    return AuditFinding(
      promise: promise, holds: broken == nil,
      expected: broken.map { AuditWording.number($0.1, at: AuditWording.plan) } ?? "",
      found: broken.map { AuditWording.number($0.2, at: AuditWording.plan) } ?? "")
  }

  /// The plan relaxes what is not a rule of the brief as it stands.
  public static func foreignRelaxation(_ relaxed: [Relaxation]) -> AuditFinding {
    AuditFinding(
      promise: AuditWording.relaxedRules, holds: false, expected: AuditWording.rulesAsTheyStand,
      found: ClashWording.listed(relaxed.map(\.rule)))
  }
}
