import Casting

/// What keeps a plan from being shown without what it costs the agency.
public enum ClientViewFault: Error, Fact {
  /// The brief has no agency: the client pays the costs themselves.
  case noAgency
  /// Values of the objective are what is left after the agency's costs.
  case telltaleObjective(name: Objective)

  init?(_ brief: Brief) {
    if !brief.terms.agency.isPaid {
      self = .noAgency
    } else if brief.objective.subtractsCost {
      self = .telltaleObjective(name: brief.objective)
    } else {
      return nil
    }
  }
}

extension Brief {
  /// What an agency adds, where a plan may be shown without what it costs the agency.
  public func termsOfClientView() throws(ClientViewFault) -> AgencyTerms {
    if let fault = ClientViewFault(self) { throw fault }
    return terms.agency
  }
}

extension Plan {
  /// The plan as an agency's client gets it: every amount is what the client pays, and nothing tells what
  /// the agency pays creators.
  public func forClient(_ agency: AgencyTerms) -> Plan {
    var plan = self
    plan.hidesCost = true
    plan.deals = clientDeals(agency)
    plan.spend = totals?.clientSpend ?? spend
    plan.totals = totals?.forClient
    plan.creators = creators.map { creator in
      var creator = creator
      creator.spend = plan.deals.reduce(0) {
        $0 + ($1.creatorID == creator.creatorID ? $1.cost + $1.activation : 0)
      }
      return creator
    }
    for product in products.indices {
      plan.products[product].spend = plan.deals.reduce(0) {
        $0 + ($1.product == product ? $1.cost : 0)
      }
    }
    for rule in rules.indices where [.yen, .shareOfSpend].contains(rules[rule].unit) {
      // The budget alone counts what the client pays.
      if rules[rule].name != RuleNames.budget { plan.rules[rule].activity = .nan }
    }
    for baseline in baselines.indices {
      plan.baselines[baseline].spend = .nan
      plan.baselines[baseline].outcomes?.lossProbability = nil
    }
    plan.leftOut = leftOut.map { $0.forClient }
    plan.notes = notes.filter(\.isForClients)
    plan.outcomes?.lossProbability = nil
    plan.budgetAnswer = nil
    return plan
  }

  private func clientDeals(_ agency: AgencyTerms) -> [PlannedDeal] {
    var spent = 0.0
    return deals.map { deal in
      var shown = deal
      shown.cost = deal.clientCost
      shown.activation = agency.charge(onActivation: deal.activation)
      let added = shown.cost + shown.activation
      spent += added
      shown.cumulativeCost = spent
      shown.marginalReturn = ValuePerYen.ratio(value: deal.marginalValue, yen: added)
      shown.parts = .unknown
      shown.feeFinding = .notSolved
      (shown.statedFee, shown.gainAtLow) = (nil, nil)
      shown.reasons = deal.reasons.filter(\.isForClients)
      return shown
    }
  }
}

extension PlanTotals {
  /// What is left to the client, and what an order costs it.
  var forClient: PlanTotals {
    PlanTotals(
      orders: orders, sales: sales, profit: profit + spend - clientSpend, spend: clientSpend,
      clientSpend: clientSpend)
  }
}

extension LeftOutCreator {
  fileprivate var forClient: LeftOutCreator {
    var creator = self
    (creator.fee, creator.cost) = (nil, nil)
    creator.feeFinding = .notSolved
    switch reason {
    case .overSpendLimit, .overRule, .feeTooHigh:
      creator.reason = .tooDear(product: bestProductID)
    default: break
    }
    return creator
  }
}

extension PlanNote {
  /// Whether it tells nothing of what creators are paid.
  fileprivate var isForClients: Bool {
    switch self {
    case .budgetFound, .estimatedFees, .unsolvedFees: false
    default: true
    }
  }
}

extension DealReason {
  /// The same of a reason.
  fileprivate var isForClients: Bool {
    switch self {
    case .costOfReach, .costsNothing, .cheapestCarrier: false
    default: true
    }
  }
}
