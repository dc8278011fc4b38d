import Casting

/// One promise of a plan, and whether it holds when recomputed from the inputs.
public struct AuditFinding: Sendable, Equatable {
  /// Where a promise fails first.
  public struct Difference: Sendable, Equatable {
    /// Recomputed.
    public var expected: AuditStatement
    /// What the plan has there.
    public var found: AuditStatement

    package init(expected: AuditStatement, found: AuditStatement) {
      self.expected = expected
      self.found = found
    }
  }

  /// What the plan says of itself.
  public var promise: AuditPromise
  /// Nil where the promise holds.
  public var difference: Difference?

  package init(_ promise: AuditPromise, _ difference: Difference? = nil) {
    self.promise = promise
    self.difference = difference
  }

  /// Whether the promise agrees with what was recomputed.
  public var holds: Bool { difference == nil }
}

extension AuditFinding {
  /// That a plan answers its brief's question on the budget; nil where the brief asks none.
  package static func budgetAnswer(_ claims: PlanClaims, _ brief: Brief) -> AuditFinding? {
    guard let question = brief.budgetQuestion else { return nil }
    var promise = AuditPromise.withinBudget
    var least = -Double.infinity
    if case .target(let target) = question { (promise, least) = (.targetReached, target) }
    let most = brief.budget ?? .infinity
    let pairs = [
      (claims.budget <= most, most, claims.budget),
      (claims.value >= least * (1 - 1e-9), least, claims.value),
    ]
    return AuditFinding(
      promise,
      pairs.first { !$0.0 }.map {
        Difference(
          expected: .number(value: $0.1, at: .plan), found: .number(value: $0.2, at: .plan))
      })
  }

  /// The plan relaxes what is not a rule of the brief as it stands.
  package static func foreignRelaxation(_ relaxed: [Relaxation]) -> AuditFinding {
    AuditFinding(
      .relaxedRules,
      Difference(expected: .rulesAsTheyStand, found: .rules(names: relaxed.map(\.rule))))
  }
}
