import Casting

// Blank values to be filled field by field: for programs that make or read plans of their own.

extension Plan {
  /// A plan without deals, worth nothing.
  package init(objective: Objective, budget: Double) {
    self.init(
      status: .optimal, campaign: "", objective: objective, value: 0, bound: 0, gap: 0,
      askedGap: 0, priceBound: 0, nodes: 0, spend: 0, budget: budget, seed: 1, deals: [],
      creators: [], products: [], rules: [], prices: PlanPrices(), leftOut: [], baselines: [],
      gradeShares: [0, 0, 0], notes: [], cells: AudienceCells.ageByGender.names)
  }
}

extension PlanPrices {
  /// Nothing presses.
  package init() { self.init(budget: 0, orderCapacity: 0, stock: [], reach: []) }
}

extension PlannedDeal {
  /// A deal that costs and brings nothing.
  package init(rank: Int, creatorID: String, productID: String, format: DealFormat) {
    self.init(
      rank: rank, creator: 0, product: 0, creatorID: creatorID, name: "", platform: "",
      tier: .nano, productID: productID, format: format, cost: 0, affinity: 1, effectiveReach: 0,
      reachByCell: [], expectedOrders: 0, marginalValue: 0, marginalReturn: 0, cumulativeCost: 0,
      cumulativeValue: 0, pricedFee: .infinity, locked: false, grade: .measured, reasons: [])
  }
}

extension PlannedCreator {
  /// A creator who has no deal yet.
  package init(creatorID: String) {
    self.init(creatorID: creatorID, name: "", deals: 0, spend: 0, value: 0)
  }
}

extension PlannedProduct {
  /// A product that nobody promotes yet.
  package init(productID: String) {
    self.init(
      productID: productID, name: "", orders: 0, value: 0, spend: 0, creators: 0,
      stockLeft: .infinity)
  }
}

extension RuleReport {
  /// A rule without limits.
  package init(name: String) {
    self.init(name: name, lower: -.infinity, activity: 0, upper: .infinity, price: 0)
  }
}

extension LeftOutCreator {
  /// A creator whom no fee brings in.
  package init(creatorID: String, reason: LeftOutFact) {
    self.init(
      creatorID: creatorID, name: "", bestProductID: "", reason: reason, pricedFee: nil)
  }
}

extension Baseline {
  /// A plan that casts nobody.
  package init(rule: RuleOfThumb) { self.init(rule: rule, value: 0, spend: 0, deals: 0) }
}
