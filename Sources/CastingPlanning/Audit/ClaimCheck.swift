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

  package init(_ claims: PlanClaims, against subject: AuditSubject) {
    self.subject = subject
    self.claims = claims
    audit = PlanAudit(subject.problem)
    claimedOptions = claims.deals.map { subject.option(of: $0) }
    prefixes = Self.prefixes(claimedOptions.compactMap { $0 }, audit, subject)
  }

  /// Every promise in a fixed order. Deals that the inputs do not allow stop the audit there:
  /// nothing after them could be recomputed.
  package func findings() -> [AuditFinding] {
    let identity = identityFindings()
    if identity.contains(where: { !$0.holds }) { return identity }
    return identity + dealFindings() + totalFindings() + ruleFindings() + boundFindings()
      + detailFindings() + [packageFinding()].compactMap { $0 }
  }

  /// The chosen options; complete when every deal is known.
  var options: [Int] { claimedOptions.compactMap { $0 } }

  // MARK: Booking

  private static func prefixes(
    _ options: [Int], _ audit: PlanAudit, _ subject: AuditSubject
  ) -> [AuditPrefix] {
    var orderProblem = subject.problem
    orderProblem.poolYield = subject.conversions
    if subject.objective == .reach {
      // The problem counts people; of orders not every one stands for as many.
      for option in options {
        orderProblem.optionReach[option] *= subject.factor(
          ofKind: Int(orderProblem.optionKind[option]), item: audit.item(of: option))
      }
    }
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

  private var currencyFinding: [AuditFinding] {
    guard let code = subject.inputs?.campaign.brief.terms.money.code else { return [] }
    return [
      AuditFinding(
        .currency,
        claims.currency == code
          ? nil : .init(expected: .currency(code: code), found: .currency(code: claims.currency)))
    ]
  }

  private func identityFindings() -> [AuditFinding] {
    let objective = AuditFinding(
      .objective,
      claims.objective == subject.objective
        ? nil
        : .init(
          expected: .objective(name: subject.objective),
          found: .objective(name: claims.objective)))
    let budget = compare(.budget, [(.plan, subject.budget, claims.budget)])
    let stranger = claimedOptions.firstIndex { $0 == nil }
    let barred = stranger ?? claims.deals.indices.first { isExcluded(claims.deals[$0]) }
    let known = AuditFinding(
      .dealsAllowed,
      barred.map { .init(expected: .allowedDeal, found: AuditStatement(claims.deals[$0])) })
    let ranks = compare(
      .ranks,
      claims.deals.enumerated().map { (AuditPlace($1), Double($0 + 1), Double($1.rank)) })
    return [objective] + currencyFinding + [budget, known, ranks]
  }

  private func isExcluded(_ deal: PlanClaims.Deal) -> Bool {
    guard let inputs = subject.inputs, let product = inputs.product(deal.productID) else {
      return false
    }
    if inputs.isUnwanted(deal.creatorID) || inputs.workedForCompetitor(deal.creatorID) {
      return true
    }
    return inputs.exclusion(deal.creatorID, inputs.campaign.products.products[product]) != nil
  }

  // MARK: Comparing

  /// A promise on numbers: it holds when every pair agrees; else the first pair that does not.
  func compare(
    _ promise: AuditPromise, _ pairs: [(place: AuditPlace, expected: Double, found: Double)],
    scale: Double = 0
  ) -> AuditFinding {
    let first = pairs.first { !agree($0.expected, $0.found, scale) }
    return AuditFinding(
      promise,
      first.map {
        .init(
          expected: .number(value: $0.expected, at: $0.place),
          found: .number(value: $0.found, at: $0.place))
      })
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
  /// Money, fixed costs included.
  var spend: Double
  /// Orders that the deal added, before stock and capacity.
  var orders: Double
}
