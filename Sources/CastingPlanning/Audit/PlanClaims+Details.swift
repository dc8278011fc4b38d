import Casting

// What plans say beside what older ones did: nil, or empty, where a file does not say it.

extension PlanClaims {
  /// What the cost of a deal is made of, JPY.
  public struct CostParts: Sendable, Equatable {
    public var fee: Double
    public var commissionReserve: Double
    public var productCost: Double
    public var activation: Double

    public init(fee: Double, commissionReserve: Double, productCost: Double, activation: Double) {
      self.fee = fee
      self.commissionReserve = commissionReserve
      self.productCost = productCost
      self.activation = activation
    }
  }

  /// A creator left out, and her best deal.
  public struct LeftOut: Sendable, Equatable {
    public var creatorID: String
    public var productID: String
    public var format: DealFormat?
    /// JPY; nil, as the cost, where she offers no deal.
    public var fee: Double?
    public var cost: Double?
    public var profile: CreatorProfile

    public init(
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
  public struct ProductDetails: Sendable, Equatable {
    public var productID: String
    /// JPY.
    public var price: Double
    /// By the cell's name.
    public var cells: [String: PlannedCell]

    public init(productID: String, price: Double, cells: [String: PlannedCell]) {
      self.productID = productID
      self.price = price
      self.cells = cells
    }
  }

  /// What a rule is, in words that programs know.
  public struct RuleDetails: Sendable, Equatable {
    public var kind: RuleKind
    public var subject: String?
    public var unit: RuleUnit
    public var presses: RulePressure
    public var isWhole: Bool

    public init(
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
  public struct Frame: Sendable, Equatable {
    public var window: CampaignWindow?
    public var formats: [DealFormat]

    public init(window: CampaignWindow?, formats: [DealFormat]) {
      self.window = window
      self.formats = formats
    }
  }

  /// All of it.
  public struct Details: Sendable, Equatable {
    /// By deal, in booking order.
    public var parts: [CostParts?]?
    public var profiles: [CreatorProfile?]?
    public var leftOut: [LeftOut]?
    public var products: [ProductDetails]?
    /// In the plan's order.
    public var rules: [RuleDetails?]?
    public var frame: Frame?
    /// Nil where the plan says that it has none.
    public var curve: BudgetCurve?
    /// Whether the plan says anything of a curve.
    public var tellsOfCurve = false

    /// Nothing is said.
    public init() {}
  }
}

extension PlanClaims.Details {
  /// What the plan does not say: an older version made it.
  public var untold: [AuditUntold] {
    AuditUntold.allCases.filter { part in
      switch part {
      case .costs: parts == nil
      case .profiles: profiles == nil
      case .leftOutCosts: leftOut == nil
      case .cells: products == nil
      case .rules: rules == nil
      case .daysAndFormats: frame == nil
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
        productCost: $0.parts.productCost, activation: $0.activation)
    }
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
