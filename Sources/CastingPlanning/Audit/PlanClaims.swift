import Casting

/// What a plan file says, as far as it can be recomputed.
///
/// Numbers that the file gives as null are infinite (break-even fees are not audited).
public struct PlanClaims: Sendable {
  /// A deal as the plan states it.
  public struct Deal: Sendable {
    /// 1 is booked first.
    public var rank: Int
    /// As the roster has it.
    public var creatorID: String
    /// As the product list has it.
    public var productID: String
    /// What is made.
    public var format: DealFormat
    /// Money.
    public var cost: Double
    /// In (0, 1].
    public var affinity: Double
    /// People.
    public var effectiveReach: Double
    /// People by the cell's name.
    public var reachByCell: [String: Double]
    /// Orders that it adds in booking order, before stock and capacity.
    public var expectedOrders: Double
    /// What the plan is worth more by it in booking order, in units of the objective.
    public var marginalValue: Double
    /// Marginal value per yen that it adds to the spend.
    public var marginalReturn: Double
    /// Money.
    public var cumulativeCost: Double
    /// Value of the plan up to here, in units of the objective.
    public var cumulativeValue: Double

    package init(
      rank: Int, creatorID: String, productID: String, format: DealFormat, cost: Double,
      affinity: Double, effectiveReach: Double, reachByCell: [String: Double],
      expectedOrders: Double, marginalValue: Double, marginalReturn: Double, cumulativeCost: Double,
      cumulativeValue: Double
    ) {
      self.rank = rank
      self.creatorID = creatorID
      self.productID = productID
      self.format = format
      self.cost = cost
      self.affinity = affinity
      self.effectiveReach = effectiveReach
      self.reachByCell = reachByCell
      self.expectedOrders = expectedOrders
      self.marginalValue = marginalValue
      self.marginalReturn = marginalReturn
      self.cumulativeCost = cumulativeCost
      self.cumulativeValue = cumulativeValue
    }
  }

  /// Packages that the plan may have deals of.
  package var packages: [DealPackage] = []
  /// The unit of all values.
  public var objective: Objective
  /// Code of the currency of all amounts.
  public var currency = "JPY"
  /// Whether it states that the gap is the one asked for.
  public var isProvedOptimal: Bool
  /// In units of the objective.
  public var value: Double
  /// No plan that obeys the rules is worth more.
  public var bound: Double
  /// The bound at the stated prices alone, which anyone can recompute.
  public var priceBound: Double
  /// (bound − value) / |bound|.
  public var gap: Double
  /// The gap that was asked for.
  public var askedGap: Double
  /// Money.
  public var spend: Double
  /// Money.
  public var budget: Double
  /// In booking order.
  public var deals: [Deal]
  /// Limits, use and price of every rule.
  public var rules: [RuleReport]
  /// Per yen.
  public var budgetPrice: Double
  /// Value per order that the campaign could serve more; 0 where unlimited.
  public var orderCapacityPrice: Double
  /// By product id; an absent price is 0.
  public var stockPrices: [String: Double]
  /// By product id, then by the cell's name; an absent price is 0.
  public var reachPrices: [String: [String: Double]]
  /// Changes to the brief's rules that the plan takes for granted.
  public var relaxed: [Relaxation]
  /// What newer plans say beside; nil where that is of no account.
  package var details: Details?

  package init(
    objective: Objective, isProvedOptimal: Bool, value: Double, bound: Double, priceBound: Double,
    gap: Double, askedGap: Double, spend: Double, budget: Double, deals: [Deal],
    rules: [RuleReport], budgetPrice: Double, orderCapacityPrice: Double,
    stockPrices: [String: Double],
    reachPrices: [String: [String: Double]], relaxed: [Relaxation] = []
  ) {
    self.objective = objective
    self.isProvedOptimal = isProvedOptimal
    self.value = value
    self.bound = bound
    self.priceBound = priceBound
    self.gap = gap
    self.askedGap = askedGap
    self.spend = spend
    self.budget = budget
    self.deals = deals
    self.rules = rules
    self.budgetPrice = budgetPrice
    self.orderCapacityPrice = orderCapacityPrice
    self.stockPrices = stockPrices
    self.reachPrices = reachPrices
    self.relaxed = relaxed
  }
}

extension PlanClaims {
  /// The claims of a plan in memory.
  public init(_ plan: Plan) {
    let productIDs = plan.products.map(\.productID)
    func byCell(_ numbers: ArraySlice<Double>) -> [String: Double] {
      Dictionary(zip(plan.cells, numbers)) { first, _ in first }
    }
    let reachPrices = productIDs.enumerated().compactMap { product, id in
      let start = product * plan.cells.count
      return start + plan.cells.count <= plan.prices.reach.count
        ? (id, byCell(plan.prices.reach[start..<start + plan.cells.count])) : nil
    }
    self.init(
      objective: plan.objective, isProvedOptimal: plan.status == .optimal, value: plan.value,
      bound: plan.bound, priceBound: plan.priceBound, gap: plan.gap, askedGap: plan.askedGap,
      spend: plan.spend, budget: plan.budget,
      deals: plan.deals.map { Deal($0, byCell($0.reachByCell[...])) }, rules: plan.rules,
      budgetPrice: plan.prices.budget, orderCapacityPrice: plan.prices.orderCapacity,
      stockPrices: Dictionary(zip(productIDs, plan.prices.stock)) { first, _ in first },
      reachPrices: Dictionary(reachPrices) { first, _ in first }, relaxed: plan.relaxed)
    currency = plan.money.code
    details = Details(plan)
    packages = plan.formats.compactMap(\.package)
  }
}

extension PlanClaims.Deal {
  fileprivate init(_ deal: PlannedDeal, _ reachByCell: [String: Double]) {
    self.init(
      rank: deal.rank, creatorID: deal.creatorID, productID: deal.productID, format: deal.format,
      cost: deal.cost, affinity: deal.affinity, effectiveReach: deal.effectiveReach,
      reachByCell: reachByCell, expectedOrders: deal.expectedOrders,
      marginalValue: deal.marginalValue, marginalReturn: deal.marginalReturn,
      cumulativeCost: deal.cumulativeCost, cumulativeValue: deal.cumulativeValue)
  }
}
