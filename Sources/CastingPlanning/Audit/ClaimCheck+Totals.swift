import AllocationAudit

extension ClaimCheck {
  /// Value and spend of the whole plan.
  func totalFindings() -> [AuditFinding] {
    var marginals = CompensatedSum()
    for deal in claims.deals { marginals.add(deal.marginalValue) }
    let plan = AuditWording.plan
    return [
      compare(AuditWording.value, [(plan, audit.value(of: options), claims.value)]),
      compare(AuditWording.marginalSum, [(plan, claims.value, marginals.total)]),
      compare(AuditWording.spend, [(plan, audit.spend(of: options), claims.spend)]),
    ]
  }

  /// Rules of creators, rules of the whole plan, and what the plan says about its rules.
  func ruleFindings() -> [AuditFinding] {
    let violation = audit.violations(of: options).first
    let kept = AuditFinding(
      promise: AuditWording.rulesKept, holds: violation == nil,
      expected: violation.map { AuditWording.rule($0, subject) } ?? "",
      found: violation.map { AuditWording.breach($0) } ?? "")
    return [kept, ruleNames(), ruleNumbers()]
  }

  /// The proof: the bound at the plan's own prices, and what the plan concludes from it.
  func boundFindings() -> [AuditFinding] {
    let prices = subject.prices(claims)
    let recomputed = max(audit.bound(at: prices), claims.value)
    // Numbers agree within 1e-9 of the scale: this one makes that the rounding.
    let rounding = audit.boundRounding(at: prices) * 1e9
    let plan = AuditWording.plan
    let slack = 1e-9 * max(claims.bound.magnitude, claims.value.magnitude)
    let gap =
      claims.bound == claims.value
      ? 0 : (claims.bound - claims.value) / max(claims.bound.magnitude, .leastNormalMagnitude)
    return [
      compare(
        AuditWording.sharedPrices,
        [(plan, claims.rules.first?.price ?? 0, claims.budgetPrice)] + outputPrices()),
      liftedPrices(),
      compare(
        AuditWording.priceBound, [(plan, recomputed, claims.priceBound)], scale: rounding),
      AuditFinding(
        promise: AuditWording.boundOrder,
        holds: claims.bound >= claims.value - slack
          && claims.bound <= claims.priceBound + slack,
        expected: AuditWording.between(claims.value, claims.priceBound),
        found: AuditWording.number(claims.bound, at: plan)),
      compare(AuditWording.gap, [(plan, gap, claims.gap)], scale: 1),
      AuditFinding(
        promise: AuditWording.status,
        holds: !claims.isProvedOptimal || claims.gap <= claims.askedGap * (1 + 1e-9),
        expected: AuditWording.number(claims.askedGap, at: plan),
        found: AuditWording.number(claims.gap, at: plan)),
    ]
  }
}
