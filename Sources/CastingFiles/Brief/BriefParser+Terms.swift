import Casting
import Yams

/// What deals cost beside their fees, and tax.
extension BriefParser {
  /// `usage: {months: 3, rate: 0.3}`
  mutating func readUsage(_ entry: Entry) {
    var (months, rate) = (Double?.none, Double?.none)
    for part in entries(entry.value, .named(entry.name), ["months", "rate"]) {
      switch part.name {
      case "months": months = number(part, .months)
      default: rate = number(part, .rate)
      }
    }
    guard let months else {
      if entry.value.mapping?["months"] == nil {
        issues.append(.missingKey(cell(entry), "months"))
      }
      return
    }
    var usage = UsageRights(months: months)
    if let rate { usage.rate = rate }
    loaded.brief.terms.usage = usage
  }

  /// `tax: {rate: 0.10, fees: included, budget: included, prices: excluded}`
  mutating func readTax(_ entry: Entry) {
    var rate: Double?
    var includes: [String: Bool] = [:]
    for part in entries(entry.value, .named(entry.name), ["rate", "fees", "budget", "prices"]) {
      if part.name == "rate" {
        rate = number(part, .rate)
      } else if let basis = choice(part, TaxBasis.self) {
        includes[part.name] = basis == .included
      }
    }
    guard let rate else {
      if entry.value.mapping?["rate"] == nil {
        issues.append(.missingKey(cell(entry), "rate"))
      }
      return
    }
    var tax = TaxTerms(rate: rate)
    if let fees = includes["fees"] { tax.feesInclude = fees }
    if let budget = includes["budget"] { tax.budgetIncludes = budget }
    if let prices = includes["prices"] { tax.pricesInclude = prices }
    loaded.brief.terms.tax = tax
  }

  /// `agency: {rate: 0.15, per_deal: 10_000, fixed: 50_000}`
  mutating func readAgency(_ entry: Entry) {
    var agency = AgencyTerms()
    for part in entries(entry.value, .named(entry.name), ["rate", "per_deal", "fixed"]) {
      switch part.name {
      case "rate": if let rate = number(part, .rate) { agency.rate = rate }
      case "per_deal": if let yen = number(part, .yen) { agency.perDeal = yen }
      default: if let yen = number(part, .yen) { agency.fixed = yen }
      }
    }
    loaded.brief.terms.agency = agency
  }
}

/// Whether amounts include tax.
enum TaxBasis: String, CaseIterable { case excluded, included }
