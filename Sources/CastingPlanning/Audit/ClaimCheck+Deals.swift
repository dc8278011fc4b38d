extension ClaimCheck {
  /// What the plan says of every deal by itself, and of the running totals.
  func dealFindings() -> [AuditFinding] {
    let problem = subject.problem
    let options = self.options
    func each(
      _ promise: AuditPromise, _ found: (PlanClaims.Deal) -> Double, scale: Double = 0,
      _ expected: (Int) -> Double
    ) -> AuditFinding {
      compare(
        promise,
        options.indices.map {
          (AuditPlace(claims.deals[$0]), expected($0), found(claims.deals[$0]))
        }, scale: scale)
    }
    let value = prefixes.reduce(0) { max($0, $1.value.magnitude) }
    return [
      each(.costs, \.cost) { problem.optionCost[options[$0]] },
      each(.affinities, \.affinity) {
        subject.affinity(audit.item(of: options[$0]), audit.group(of: options[$0]))
      },
      each(.effectiveReaches, \.effectiveReach) {
        subject.people(options[$0], of: audit.item(of: options[$0]))
      },
      cellFinding(),
      each(.expectedOrders, \.expectedOrders, scale: prefixes.reduce(0) { $0 + $1.orders }) {
        prefixes[$0].orders
      },
      each(.marginalValues, \.marginalValue, scale: value) { marginal($0) },
      each(.marginalReturns, \.marginalReturn) { place in
        // Infinite for a deal that costs nothing; the file has null there.
        let yen = addedSpend(place)
        let claimed = claims.deals[place].marginalValue
        return yen > 0 ? claimed / yen : .infinity
      },
      each(.cumulativeCosts, \.cumulativeCost) { prefixes[$0].spend },
      each(.cumulativeValues, \.cumulativeValue, scale: value) { prefixes[$0].value },
    ]
  }

  private func marginal(_ place: Int) -> Double {
    prefixes[place].value - (place == 0 ? 0 : prefixes[place - 1].value)
  }

  private func addedSpend(_ place: Int) -> Double {
    prefixes[place].spend - (place == 0 ? 0 : prefixes[place - 1].spend)
  }

  private func cellFinding() -> AuditFinding {
    let problem = subject.problem
    var pairs: [(place: AuditPlace, expected: Double, found: Double)] = []
    for (deal, option) in zip(claims.deals, options) {
      let start = audit.item(of: option) * problem.segmentCount
      let people = subject.people(option, of: audit.item(of: option))
      for (segment, cell) in subject.cells.enumerated() {
        let expected = people * problem.segmentShares[start + segment]
        pairs.append((AuditPlace(deal, cell: cell), expected, deal.reachByCell[cell] ?? 0))
      }
    }
    return compare(.cellReaches, pairs)
  }
}
