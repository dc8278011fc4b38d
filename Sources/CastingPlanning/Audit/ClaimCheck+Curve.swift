import AllocationAudit

extension ClaimCheck {
  /// What a plan says of other budgets: held against itself, against the plan, and against the prices of
  /// the plan's own proof, which bound the value of every budget.
  func curveFindings(_ curve: BudgetCurve, _ inputs: AuditInputs) -> [AuditFinding] {
    [
      orderFinding(curve.points), ownPointFinding(curve.points), returnFinding(curve.points),
      ceilingFinding(curve.points, inputs),
    ]
  }

  private func orderFinding(_ points: [BudgetCurve.Point]) -> AuditFinding {
    let wrong = zip(points, points.dropFirst()).first { point, next in
      // What is not known in a larger budget is not known in a smaller one; no plan means no bound.
      let falls =
        next.value ?? -.infinity < point.value ?? -.infinity
        || next.bound ?? -.infinity < point.bound ?? -.infinity
      return point.budget >= next.budget || falls
    }
    let crossed = points.first { point in
      point.value ?? -.infinity > point.bound ?? -.infinity
        || (point.value == nil) != (point.deals == nil)
    }
    let place = wrong?.1 ?? crossed
    return AuditFinding(
      .curveOrder,
      place.map { point in
        .init(
          expected: .neverFalling,
          found: .budgetPoint(budget: point.budget, value: point.value, bound: point.bound))
      })
  }

  private func ownPointFinding(_ points: [BudgetCurve.Point]) -> AuditFinding {
    let own = points.first { $0.budget == claims.budget }
    let place = AuditPlace.plan
    return compare(
      .curvePlan,
      [
        (place, claims.budget, own?.budget ?? .nan), (place, claims.value, own?.value ?? .nan),
        (place, claims.bound, own?.bound ?? .nan),
        (place, Double(claims.deals.count), own?.deals.map { Double($0) } ?? .nan),
      ])
  }

  private func returnFinding(_ points: [BudgetCurve.Point]) -> AuditFinding {
    var pairs: [(place: AuditPlace, expected: Double, found: Double)] = []
    for (place, point) in points.enumerated() {
      var expected: Double?
      if place + 1 < points.count, let low = point.value, let high = points[place + 1].value {
        expected = (high - low) / (points[place + 1].budget - point.budget)
      }
      // Nothing agrees with nothing.
      let absent = Double.infinity
      pairs.append(
        (.budget(yen: point.budget), expected ?? absent, point.marginalReturn ?? absent))
    }
    let scale = points.compactMap(\.marginalReturn).reduce(0) { max($0, $1.magnitude) }
    return compare(.curveReturns, pairs, scale: scale)
  }

  /// At the plan's prices the dual of any budget's problem bounds what can be had there.
  private func ceilingFinding(
    _ points: [BudgetCurve.Point], _ inputs: AuditInputs
  ) -> AuditFinding {
    let prices = subject.prices(claims)
    for point in points {
      guard let value = point.value, let problem = inputs.problem(point.budget) else { continue }
      let audit = PlanAudit(problem)
      let ceiling = audit.bound(at: prices)
      let slack = max(1e-9 * ceiling.magnitude, audit.boundRounding(at: prices))
      guard ceiling.isFinite, value > ceiling + slack else { continue }
      return AuditFinding(
        .curveCeilings,
        .init(
          expected: .number(value: ceiling, at: .budget(yen: point.budget)),
          found: .number(value: value, at: .budget(yen: point.budget))))
    }
    return AuditFinding(.curveCeilings)
  }
}
