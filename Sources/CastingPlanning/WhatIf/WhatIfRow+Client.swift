import Casting

extension WhatIfRow {
  /// The row as an agency's client gets it.
  public func forClient(_ agency: AgencyTerms) -> WhatIfRow {
    var row = self
    func shown(_ deal: ScenarioDeal) -> ScenarioDeal {
      var deal = deal
      deal.cost += agency.surcharge(onCost: deal.cost)
      return deal
    }
    row.spend = totals?.clientSpend ?? spend
    row.totals = totals?.forClient
    row.added = added.map(shown)
    row.dropped = dropped.map(shown)
    row.next = next.map { step in
      var step = step
      // What goes beyond the deal's own cost is her activation; a step that lets a deal go is below 0.
      let activation = step.cost.magnitude - step.deal.cost
      step.deal = shown(step.deal)
      let cost = step.deal.cost + agency.charge(onActivation: activation)
      step.cost = step.cost < 0 ? -cost : cost
      return step
    }
    row.outcomes?.lossProbability = nil
    return row
  }
}
