import Casting

extension TestCampaigns {
  /// The same campaign in dollars of which each is worth a hundred yen: every amount is a hundredth, and cents
  /// are what yen were.
  package static func inDollars(_ campaign: Campaign) -> Campaign {
    var campaign = campaign
    campaign.roster.divideAmounts()
    for product in campaign.products.products.indices {
      campaign.products.products[product].divideAmounts()
    }
    campaign.brief.divideAmounts()
    for booking in campaign.bookings.indices {
      campaign.bookings[booking].fee = campaign.bookings[booking].fee.map { $0 / 100 }
    }
    return campaign
  }
}

extension NumberColumn {
  fileprivate mutating func divide() {
    if isPresent { self = NumberColumn(values.map { $0 / 100 }) }
  }
}

extension Roster {
  fileprivate mutating func divideAmounts() {
    for column in [
      \Roster.fees, \.feeLows, \.guarantees, \.activationCosts, \.extras, \.usageFees,
      \.paysPerOrder,
    ] {
      self[keyPath: column].divide()
    }
    for format in formatFees.indices {
      formatFees[format].divide()
      formatFeeLows[format].divide()
    }
    for package in packageFees.indices {
      packageFees[package].fees.divide()
      packageFees[package].lows.divide()
    }
  }
}

extension Product {
  fileprivate mutating func divideAmounts() {
    price /= 100
    costPerDeal /= 100
    maximumSpend /= 100
    payPerOrder /= 100
  }
}

extension Brief {
  fileprivate mutating func divideAmounts() {
    terms.money = Money(code: "USD", decimals: 2)
    terms.exchangeRates["JPY"] = 0.01
    terms.extras /= 100
    terms.agency.perDeal /= 100
    terms.agency.fixed /= 100
    budget = budget.map { $0 / 100 }
    if objective.isMoney { target = target.map { $0 / 100 } }
    if case .yen(let limit) = spendPerCreator { spendPerCreator = .yen(limit / 100) }
    for quota in quotas.indices where quotas[quota].measure == .spend {
      quotas[quota].minimum = quotas[quota].minimum.map { $0 / 100 }
      quotas[quota].maximum = quotas[quota].maximum.map { $0 / 100 }
    }
  }
}
