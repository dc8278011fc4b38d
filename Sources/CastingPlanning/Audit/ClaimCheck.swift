import Allocation
import AllocationAudit

/// Recomputes everything that a plan claims and lists what holds and what does not.
///
/// Numbers agree when they differ by at most 1e-9 of their size, or of the plan's total where
/// they are differences of totals.
public struct ClaimCheck {
  let subject: AuditSubject
  let claims: PlanClaims
  let audit: PlanAudit
  /// Options of the claimed deals, in booking order; nil where the inputs allow no such deal.
  let claimedOptions: [Int?]
  let prefixes: [AuditPrefix]

  public init(_ claims: PlanClaims, against subject: AuditSubject) {
    self.subject = subject
    self.claims = claims
    audit = PlanAudit(subject.problem)
    claimedOptions = claims.deals.map { subject.option(of: $0) }
    prefixes = Self.prefixes(claimedOptions.compactMap { $0 }, audit, subject)
  }

  /// Every promise in a fixed order. Deals that the inputs do not allow stop the audit there:
  /// nothing after them could be recomputed.
  public func findings() -> [AuditFinding] {
    let identity = identityFindings()
    if identity.contains(where: { !$0.holds }) { return identity }
    return identity + dealFindings() + totalFindings() + ruleFindings() + boundFindings()
  }

  /// The chosen options; complete when every deal is known.
  var options: [Int] { claimedOptions.compactMap { $0 } }

  // MARK: Booking

  private static func prefixes(
    _ options: [Int], _ audit: PlanAudit, _ subject: AuditSubject
  ) -> [AuditPrefix] {
    var orderProblem = subject.problem
    orderProblem.poolYield = subject.conversions
    var booking = AuditBooking(audit)
    var orders = AuditBooking(PlanAudit(orderProblem))
    return options.map { option in
      let group = audit.group(of: option)
      let ordersBefore = orders.output(of: group)
      orders.add(option)
      booking.add(option)
      return AuditPrefix(
        value: booking.value, spend: booking.spend,
        orders: orders.output(of: group) - ordersBefore)
    }
  }

  private func identityFindings() -> [AuditFinding] {
    let objective = AuditFinding(
      promise: AuditWording.sameObjective, holds: claims.objective == subject.objective,
      expected: subject.objective.rawValue, found: claims.objective.rawValue)
    let budget = compare(
      AuditWording.sameBudget, [(AuditWording.plan, subject.budget, claims.budget)])
    let stranger = claimedOptions.firstIndex { $0 == nil }
    let known = AuditFinding(
      promise: AuditWording.dealsAllowed, holds: stranger == nil,
      expected: stranger == nil ? "" : AuditWording.noSuchDeal,
      found: stranger.map { AuditWording.deal(claims.deals[$0]) } ?? "")
    let ranks = compare(
      AuditWording.ranks,
      claims.deals.enumerated().map {
        (AuditWording.deal($1), Double($0 + 1), Double($1.rank))
      })
    return [objective, budget, known, ranks]
  }

  // MARK: Comparing

  /// A promise on numbers: it holds when every pair agrees; else the first pair that does not.
  func compare(
    _ promise: String, _ pairs: [(place: String, expected: Double, found: Double)],
    scale: Double = 0
  ) -> AuditFinding {
    guard let first = pairs.first(where: { !agree($0.expected, $0.found, scale) }) else {
      return AuditFinding(promise: promise, holds: true)
    }
    return AuditFinding(
      promise: promise, holds: false,
      expected: AuditWording.number(first.expected, at: first.place),
      found: AuditWording.number(first.found, at: first.place))
  }

  func agree(_ expected: Double, _ found: Double, _ scale: Double) -> Bool {
    if expected == found { return true }
    let size = max(expected.magnitude, found.magnitude, scale)
    return (expected - found).magnitude <= 1e-9 * size && size.isFinite
  }
}

/// The plan after a deal was booked.
struct AuditPrefix {
  var value: Double
  /// JPY, fixed costs included.
  var spend: Double
  /// Orders that the deal added, before stock and capacity.
  var orders: Double
}
