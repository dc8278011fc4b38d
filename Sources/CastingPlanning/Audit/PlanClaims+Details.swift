import Casting

// What plans say beside what older ones did: nil, or empty, where a file does not say it.

extension PlanClaims {
  /// What the cost of a deal is made of, money.
  package struct CostParts: Sendable, Equatable {
    package var fee: Double
    package var commissionReserve: Double
    package var productCost: Double
    package var extras: Double
    package var usage: Double
    package var activation: Double
    /// What the client pays for the deal; nil where the plan does not say.
    package var clientCost: Double?

    package init(
      fee: Double, commissionReserve: Double, productCost: Double, extras: Double = 0,
      usage: Double = 0, activation: Double, clientCost: Double? = nil
    ) {
      self.clientCost = clientCost
      self.fee = fee
      self.commissionReserve = commissionReserve
      self.productCost = productCost
      self.extras = extras
      self.usage = usage
      self.activation = activation
    }

    /// What the deal costs without activation.
    var sum: Double { fee + commissionReserve + productCost + extras + usage }
  }

  /// A creator left out, and her best deal.
  package struct LeftOut: Sendable, Equatable {
    package var creatorID: String
    package var productID: String
    package var format: DealFormat?
    /// Money; nil, as the cost, where she offers no deal.
    package var fee: Double?
    package var cost: Double?
    package var profile: CreatorProfile

    package init(
      creatorID: String, productID: String, format: DealFormat?, fee: Double?, cost: Double?,
      profile: CreatorProfile
    ) {
      self.creatorID = creatorID
      self.productID = productID
      self.format = format
      self.fee = fee
      self.cost = cost
      self.profile = profile
    }
  }

  /// A product's price, and whom the plan reaches for it.
  package struct ProductDetails: Sendable, Equatable {
    package var productID: String
    /// Money.
    package var price: Double
    /// By the cell's name.
    package var cells: [String: PlannedCell]

    package init(productID: String, price: Double, cells: [String: PlannedCell]) {
      self.productID = productID
      self.price = price
      self.cells = cells
    }
  }

  /// What a rule is, in words that programs know.
  package struct RuleDetails: Sendable, Equatable {
    package var kind: RuleKind
    package var subject: String?
    package var unit: RuleUnit
    package var presses: RulePressure
    package var isWhole: Bool

    package init(
      kind: RuleKind, subject: String?, unit: RuleUnit, presses: RulePressure, isWhole: Bool
    ) {
      self.kind = kind
      self.subject = subject
      self.unit = unit
      self.presses = presses
      self.isWhole = isWhole
    }
  }

  /// Days and formats of the campaign.
  package struct Frame: Sendable, Equatable {
    package var window: CampaignWindow?
    package var formats: [DealFormat]

    package init(window: CampaignWindow?, formats: [DealFormat]) {
      self.window = window
      self.formats = formats
    }
  }

  /// What follows from the totals.
  package struct Money: Sendable, Equatable {
    /// Money, as the next.
    package var margin: Double
    package var clientBudget: Double
    /// Money; nil without orders.
    package var costPerOrder: Double?
    /// Nil where nothing is spent.
    package var returnOnSpend: Double?
    /// Rate of the tax and money of it on the client's spend; nil where nothing is said of tax.
    package var taxRate: Double?
    package var clientSpendWithTax: Double?

    package init(
      margin: Double, clientBudget: Double, costPerOrder: Double?, returnOnSpend: Double?,
      taxRate: Double?, clientSpendWithTax: Double?
    ) {
      (self.margin, self.clientBudget) = (margin, clientBudget)
      (self.costPerOrder, self.returnOnSpend) = (costPerOrder, returnOnSpend)
      (self.taxRate, self.clientSpendWithTax) = (taxRate, clientSpendWithTax)
    }
  }

  /// All of it.
  package struct Details: Sendable, Equatable {
    /// By deal, in booking order.
    package var parts: [CostParts?]?
    package var talks: [Talks?]?
    package var profiles: [CreatorProfile?]?
    package var leftOut: [LeftOut]?
    package var products: [ProductDetails]?
    /// In the plan's order.
    package var rules: [RuleDetails?]?
    package var frame: Frame?
    package var totals: PlanTotals?
    package var money: Money?
    /// Nil where the plan says that it has none.
    package var curve: BudgetCurve?
    /// Whether the plan says anything of a curve.
    package var tellsOfCurve = false

    /// Nothing is said.
    package init() {}
  }
}

extension PlanClaims.Details {
  /// What the plan does not say: an older version made it.
  package var untold: [AuditUntold] {
    AuditUntold.allCases.filter { part in
      switch part {
      case .costs: parts == nil
      case .talks: talks == nil
      case .profiles: profiles == nil
      case .leftOutCosts: leftOut == nil
      case .cells: products == nil
      case .rules: rules == nil
      case .daysAndFormats: frame == nil
      case .totals: totals == nil
      case .curve: !tellsOfCurve
      }
    }
  }
}

extension PlanClaims.Details {
  /// What a plan in memory says.
  init(_ plan: Plan) {
    parts = plan.deals.map {
      PlanClaims.CostParts(
        fee: $0.parts.fee, commissionReserve: $0.parts.commissionReserve,
        productCost: $0.parts.productCost, extras: $0.parts.extras, usage: $0.parts.usage,
        activation: $0.activation, clientCost: $0.clientCost)
    }
    totals = plan.totals
    talks = plan.deals.map { PlanClaims.Talks($0) }
    profiles = plan.deals.map(\.profile)
    leftOut = plan.leftOut.map {
      PlanClaims.LeftOut(
        creatorID: $0.creatorID, productID: $0.bestProductID, format: $0.bestFormat, fee: $0.fee,
        cost: $0.cost, profile: $0.profile)
    }
    products = plan.products.map { product in
      PlanClaims.ProductDetails(
        productID: product.productID, price: product.price,
        cells: Dictionary(zip(plan.cells, product.cells)) { first, _ in first })
    }
    rules = plan.rules.map { rule in
      rule.kind.map {
        PlanClaims.RuleDetails(
          kind: $0, subject: rule.subject, unit: rule.unit, presses: plan.pressure(of: rule),
          isWhole: rule.isWhole)
      }
    }
    frame = PlanClaims.Frame(window: plan.window, formats: plan.formats)
    curve = plan.curve
    tellsOfCurve = true
  }
}
