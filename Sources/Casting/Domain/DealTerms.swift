/// The right to use what creators make in advertisements of one's own, which every deal then pays for.
public struct UsageRights: Sendable, Equatable {
  /// How long.
  public var months: Double
  /// What it costs where a creator does not say, as a share of her fee.
  public var rate = CampaignDefaults.usageRate

  /// Rights for some months.
  public init(months: Double) { self.months = months }
}

/// What every deal costs beyond fee and product, and how it is taxed.
public struct DealTerms: Sendable, Equatable {
  /// What every amount of the campaign is in.
  public var money = Money.yen
  /// Money per deal for samples, studio and travel, where a creator does not say.
  public var extras = 0.0
  /// Of the campaign's currency for one yen, in which published fees are; nil where that is not known.
  package var yenRate: Double? { money.code == "JPY" ? 1 : exchangeRates["JPY"] }
  /// A budget without tax, where it is stated with it.
  package func net(budget: Double) -> Double {
    guard let tax, tax.budgetIncludes else { return budget }
    return tax.budgetWithout(budget, in: money)
  }

  /// Whether whoever is to be asked for a fee is left out: by the brief, or because none can be estimated.
  package var asksAreOut: Bool { askPolicy == .exclude || yenRate == nil }
  /// Nil: no rights are bought.
  public var usage: UsageRights?
  /// Nil: amounts are as they stand, and nothing is said of tax.
  public var tax: TaxTerms?
  /// What an agency adds for its client; nothing unless stated.
  public var agency: AgencyTerms {
    get {
      var agency = statedAgency
      agency.money = money
      return agency
    }
    set { statedAgency = newValue }
  }
  private var statedAgency = AgencyTerms()
  /// Which amount of a range counts.
  public var feePolicy = FeePolicy.high
  /// What becomes of fees that are to be asked for.
  public var askPolicy = AskPolicy.estimate
  /// What one of another currency is worth in the campaign's, by codes of ISO 4217.
  public var exchangeRates: [String: Double] = [:]

  /// Neither extras, nor rights, nor tax, nor an agency.
  public init() {}
}

/// Which amounts of a campaign include tax; inside, none does.
public struct TaxTerms: Sendable, Equatable {
  /// 0.1 is 10 %.
  public var rate: Double
  /// Fees and whatever else creators are paid, but for columns whose headers say so themselves.
  public var feesInclude = false
  /// The budget.
  public var budgetIncludes = false
  /// Prices of products, but for columns whose headers say so themselves.
  public var pricesInclude = true

  /// Tax at a rate: budget and fees are without it, prices are with it.
  public init(rate: Double) { self.rate = rate }

  /// An amount with tax, without it.
  package func without(_ amount: Double) -> Double { amount / (1 + rate) }

  /// The budget without tax, in whole multiples of the smallest amount: what remains may be spent to the last.
  package func budgetWithout(_ budget: Double, in money: Money = .yen) -> Double {
    guard money.parts == 1 else { return money.down(budget / (1 + rate)) }
    let net = (budget / (1 + rate)).rounded(.down)
    // A quotient that rounding brought down by one would lose a unit.
    return (net + 1) * (1 + rate) <= budget * (1 + 1e-12) ? net + 1 : net
  }
}
