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

  private func ruleNames() -> AuditFinding {
    let expected = subject.rules.map(\.name)
    let found = claims.rules.prefix(expected.count).map(\.name)
    let place = expected.indices.first { $0 >= found.count || found[$0] != expected[$0] }
    return AuditFinding(
      promise: AuditWording.sameRules, holds: place == nil,
      expected: place.map { expected[$0] } ?? "",
      found: place.map { $0 < found.count ? found[$0] : AuditWording.nothing } ?? "")
  }

  private func ruleNumbers() -> AuditFinding {
    let activities = audit.activities(of: options)
    let dealSpend = options.reduce(0) { $0 + subject.problem.optionCost[$1] }
    var pairs: [(place: String, expected: Double, found: Double)] = []
    for (place, claim) in claims.rules.prefix(subject.rules.count).enumerated() {
      let row = subject.problem.rows[place]
      let share = subject.rules[place].share
      let activity =
        share.map { dealSpend > 0 ? activities[place] / dealSpend + $0 : 0 } ?? activities[place]
      // A share's row has its limit at 0; the plan reports the share itself.
      let shift = share ?? 0
      pairs += [
        (claim.name, activity, claim.activity),
        (claim.name, row.lower + shift, claim.lower),
        (claim.name, row.upper + shift, claim.upper),
      ]
    }
    return compare(AuditWording.ruleNumbers, pairs, scale: 1)
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
        AuditWording.budgetPrice,
        [(plan, claims.rules.first?.price ?? 0, claims.budgetPrice)]),
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
