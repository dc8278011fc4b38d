import Casting

/// A casting plan with the proof of its quality: everything a report or another program needs.
///
/// Values are in the objective's unit (money, orders or people); all money is in one currency, yen unless the brief
/// names another.
public struct Plan: Sendable {
  /// How the search ended.
  public enum Status: String, Sendable {
    /// The gap is at most the one asked for.
    case optimal
    /// A limit stopped the search; value and bound still hold.
    case feasible
    /// No plan obeys the rules.
    case infeasible
  }

  /// How the search ended, and with it what value and bound prove.
  public var status: Status
  /// The campaign's name.
  public var campaign: String
  /// The unit of all values.
  public var objective: Objective
  /// Worth of all deals together, in units of the objective.
  public var value: Double
  /// No plan that obeys the rules can be worth more.
  public var bound: Double
  /// (bound − value) / |bound|.
  public var gap: Double
  /// The gap that was asked for.
  public var askedGap: Double
  /// The Lagrangian bound at `prices`, over all deals: what anyone can recompute. `bound` is
  /// smaller where branching improved on it.
  public var priceBound: Double
  /// Nodes that branching explored; 0 when the prices alone were proof enough.
  public var nodes: Int
  /// The currency of all amounts.
  public var money = Money.yen
  /// Money, activation costs included.
  public var spend: Double
  /// What it brings, whatever the objective; nil where no deals were worked out.
  public var totals: PlanTotals?
  /// Money without tax: of an agency's client, where there is one.
  public var budget: Double
  /// Of all amounts; nil where nothing is said of tax.
  public var taxRate: Double?
  /// Seed of the searches and of drawn outcomes.
  public var seed: UInt64
  /// In booking order.
  public var deals: [PlannedDeal]
  /// Who is cast, in the order of their first deals.
  public var creators: [PlannedCreator]
  /// All products, in the order of the campaign.
  public var products: [PlannedProduct]
  /// Every rule of the campaign, with its limits, its use and its price.
  public var rules: [RuleReport]
  /// What shared things are worth at the margin: the proof of `priceBound`.
  public var prices: PlanPrices
  /// Sorted by the value lost by leaving her out being smallest first, then by roster order.
  public var leftOut: [LeftOutCreator]
  /// What simple ways of casting come to, beside the plan.
  public var baselines: [Baseline]
  /// Shares of the plan's value, indexed by `Grade.rawValue`; sums to 1 (0 for an empty plan).
  public var gradeShares: [Double]
  /// Sentences for people: what was assumed, what stands out.
  public var notes: [PlanNote]
  /// Audience cells' names.
  public var cells: [String]
  /// Changes to the rules without which there would be no plan; `rules` has them already.
  public var relaxed: [Relaxation] = []
  /// The same clash by clash, and why.
  public var relaxedRules: [RelaxedRule] = []
  /// Where the brief asks for the budget: what was found.
  public var budgetAnswer: BudgetAnswer?
  /// What the plan may come to; nil where that was not drawn.
  public var outcomes: Outcomes?
  /// How much of the plan stays when the inputs are drawn again; nil where that was not asked for.
  public var stability: Stability?
  /// Whether amounts are what an agency's client pays, and what the agency pays is left out.
  public var hidesCost = false
  /// What a little more budget would bring; nil where that was not solved.
  public var budgetStep: BudgetStep?
  /// Why nobody is cast; nil where somebody is.
  public var emptyReason: EmptyPlanReason?
  /// What aversion to risk takes off: `value`, `bound` and all marginal values are less by it. In units
  /// of the objective.
  public var riskCharge = 0.0
  /// Days of the campaign, and formats that deals could be of.
  public var window: CampaignWindow?
  /// Formats that deals could be of.
  public var formats: [DealFormat] = []
  /// What other budgets would bring; nil where there is a reason for that.
  public var curve: BudgetCurve?
  /// Why there is no curve; nil where there is one.
  public var curveOmission: BudgetCurve.Omission? = .notAsked
}

/// A creator in the plan.
public struct PlannedCreator: Sendable {
  /// As the roster has it.
  public var creatorID: String
  /// For people; "" where the roster has none.
  public var name: String
  /// How many she makes.
  public var deals: Int
  /// Money with activation.
  public var spend: Double
  /// Sum of the marginal values of her deals.
  public var value: Double
}

/// What the plan does for one product.
public struct PlannedProduct: Sendable {
  /// As the product list has it.
  public var productID: String
  /// For people; "" where the list has none.
  public var name: String
  /// Orders served.
  public var orders: Double
  /// Sum of the marginal values of its deals.
  public var value: Double
  /// Money: costs of its deals, activation aside.
  public var spend: Double
  /// How many promote it.
  public var creators: Int
  /// Units; infinite when unlimited.
  public var stockLeft: Double
  /// Money.
  public var price = 0.0
  /// By audience cell, in the order of `Plan.cells`.
  public var cells: [PlannedCell] = []
}

/// Whom the plan reaches for one product in one audience cell.
public struct PlannedCell: Sendable, Equatable {
  /// People who could buy; infinite where there is no end of them.
  public var people: Double
  /// People, each as often as a deal reaches them.
  public var reach: Double
  /// Distinct people, by the brief's saturation curve.
  public var unique: Double

  package init(people: Double, reach: Double, unique: Double) {
    self.people = people
    self.reach = reach
    self.unique = unique
  }
}

/// The prices from which anyone can recompute the bound.
public struct PlanPrices: Sendable {
  /// Value per yen of budget, on top of the yen itself where the objective subtracts cost.
  public var budget: Double
  /// Per order that the campaign could serve more; 0 where unlimited.
  public var orderCapacity: Double
  /// By product: value per unit of stock.
  public var stock: [Double]
  /// By product × cell, row-major: value per effectively reached person.
  public var reach: [Double]
}

/// A plan made by a simple rule of thumb under the same rules, for comparison.
public struct Baseline: Sendable {
  /// By which it was made.
  public var rule: RuleOfThumb
  /// In units of the objective.
  public var value: Double
  /// Money, activation costs included.
  public var spend: Double
  /// How many it makes.
  public var deals: Int
  /// Nil, as the next, where strategies were not asked for.
  public var outcomes: Outcomes?
  /// Share of the value that the creator with most of it carries.
  public var largestShare: Double?
  /// Rules that it breaks: it was made within the budget alone.
  public var breaches: [RuleBreach] = []

  /// As files call it.
  public var name: String { rule.rawValue }
}
