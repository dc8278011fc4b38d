import Casting

extension ClaimCheck {
  /// Recomputes a plan from the campaign that it is said to be of; every promise in a fixed order.
  ///
  /// The budget that a plan found in answer to its brief's question, and the rules that it relaxed, are
  /// taken as it states them. Findings end where the inputs allow no such deal, or the brief has no such
  /// rule: nothing after that could be recomputed. Scores all deals of the campaign once, and solves
  /// nothing. Throws `PlannerError` for a campaign that is unfit for planning.
  ///
  /// - Parameters:
  ///   - claims: of a plan in memory, or of a `plan.json` that was read back.
  ///   - campaign: the inputs, as read.
  public static func findings(
    of claims: PlanClaims, in campaign: Campaign, threads: Int = 1
  ) throws -> [AuditFinding] {
    let isAsked = campaign.brief.budgetQuestion != nil
    let settled = isAsked ? campaign.settled(on: claims.budget) : campaign
    guard let relaxed = settled.relaxed(by: claims.relaxed) else {
      return [.foreignRelaxation(claims.relaxed)]
    }
    let problem = try CastingProblem(relaxed, threads: threads)
    return ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
      + [AuditFinding.budgetAnswer(claims, campaign.brief)].compactMap { $0 }
  }
}
