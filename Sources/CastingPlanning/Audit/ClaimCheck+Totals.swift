import AllocationAudit

extension ClaimCheck {
  /// Value and spend of the whole plan.
  func totalFindings() -> [AuditFinding] {
    var marginals = CompensatedSum()
    for deal in claims.deals { marginals.add(deal.marginalValue) }
    return [
      compare(.value, [(.plan, audit.value(of: options), claims.value)]),
      compare(.marginalSum, [(.plan, claims.value, marginals.total)]),
      compare(.spend, [(.plan, audit.spend(of: options), claims.spend)]),
    ]
  }

  /// Rules of creators, rules of the whole plan, and what the plan says about its rules.
  func ruleFindings() -> [AuditFinding] {
    let violation = audit.violations(of: options).first
    let kept = AuditFinding(
      .rulesKept,
      violation.map {
        .init(expected: AuditStatement(brokenBy: $0, subject), found: AuditStatement(of: $0))
      })
    return [kept.holds ? rulesOfPersons() : kept, ruleNames(), ruleNumbers()]
  }

  /// The proof: the bound at the plan's own prices, and what the plan concludes from it.
  func boundFindings() -> [AuditFinding] {
    let prices = subject.prices(claims)
    let recomputed = max(audit.bound(at: prices), claims.value)
    // Numbers agree within 1e-9 of the scale: this one makes that the rounding.
    let rounding = audit.boundRounding(at: prices) * 1e9
    let slack = 1e-9 * max(claims.bound.magnitude, claims.value.magnitude)
    let gap =
      claims.bound == claims.value
      ? 0 : (claims.bound - claims.value) / max(claims.bound.magnitude, .leastNormalMagnitude)
    return [
      compare(
        .sharedPrices,
        [(.plan, claims.rules.first?.price ?? 0, claims.budgetPrice)] + outputPrices()),
      liftedPrices(),
      compare(.priceBound, [(.plan, recomputed, claims.priceBound)], scale: rounding),
      finding(
        .boundOrder,
        holds: claims.bound >= claims.value - slack
          && claims.bound <= claims.priceBound + slack,
        expected: .range(least: claims.value, most: claims.priceBound),
        found: .number(value: claims.bound, at: .plan)),
      compare(.gap, [(.plan, gap, claims.gap)], scale: 1),
      finding(
        .status, holds: !claims.isProvedOptimal || claims.gap <= claims.askedGap * (1 + 1e-9),
        expected: .number(value: claims.askedGap, at: .plan),
        found: .number(value: claims.gap, at: .plan)),
    ]
  }

  private func finding(
    _ promise: AuditPromise, holds: Bool, expected: AuditStatement, found: AuditStatement
  ) -> AuditFinding {
    AuditFinding(promise, holds ? nil : .init(expected: expected, found: found))
  }
}
