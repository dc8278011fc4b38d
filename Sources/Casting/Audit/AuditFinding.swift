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
  /// The plan relaxes what is not a rule of the brief as it stands.
  public static func foreignRelaxation(_ relaxed: [Relaxation]) -> AuditFinding {
    AuditFinding(
      promise: AuditWording.relaxedRules, holds: false, expected: AuditWording.rulesAsTheyStand,
      found: ClashWording.listed(relaxed.map(\.rule)))
  }
}
