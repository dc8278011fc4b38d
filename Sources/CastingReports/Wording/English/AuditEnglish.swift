import Casting
import CastingPlanning

/// Promises of plans, in English.
enum AuditEnglish {
  static func text(_ promise: AuditPromise) -> String {
    switch promise {
    case .relaxedRules: "the rules that the plan relaxes are the brief's"
    case .objective: "the objective is the brief's"
    case .currency: "amounts are in the brief's currency"
    case .budget: "the budget is the brief's"
    case .targetReached: "the target is reached, within the brief's budget where it has one"
    case .withinBudget: "the budget is within the brief's, where it has one"
    case .dealsAllowed: "every deal is one that the inputs allow"
    case .ranks: "the ranks count from 1"
    case .costs: "every cost follows from the inputs"
    case .affinities: "every niche affinity follows from the inputs"
    case .effectiveReaches: "every effective reach follows from the inputs"
    case .cellReaches: "the reach by cell is the reach times the audience shares"
    case .expectedOrders: "expected orders are what each deal adds in booking order"
    case .marginalValues: "marginal values are what each deal adds in booking order"
    case .marginalReturns: "marginal returns are marginal values per \(LabelEnglish.money) added"
    case .cumulativeCosts: "cumulative costs add up, activation included"
    case .cumulativeValues: "cumulative values are the worth of the deals so far"
    case .value: "the value of the plan is what its deals are worth together"
    case .marginalSum: "marginal values sum to the value"
    case .spend: "the spend is the costs and activations together"
    case .rulesKept: "no rule is broken"
    case .ruleNames: "the rules are the brief's"
    case .ruleNumbers: "use and limits of every rule are as stated"
    case .sharedPrices: "the prices of budget, stock and capacity are those of their rules"
    case .liftedPrices: "the prices of other rules are what the bound would rise without them"
    case .priceBound: "the bound follows from the plan's prices over all deals"
    case .boundOrder: "the bound lies between the value and the bound of the prices"
    case .gap: "the gap is the distance of value and bound"
    case .status: "a plan called optimal is within the gap asked for"
    case .costSums: "fee, commission reserve and product cost add up to every cost"
    case .costParts: "the parts of every cost follow from the inputs"
    case .activations:
      "activation stands at each creator's first deal, and all parts add up to the spend"
    case .talks: "what is known of every fee and booking is what roster and bookings say"
    case .profiles: "what is said of each creator is what the roster says"
    case .leftOutCosts: "fee and cost of every creator left out are those of the deal named"
    case .productPrices: "every product's price is that of the inputs"
    case .cellPeople: "people, reach and distinct people of every cell follow from the deals"
    case .ruleKinds: "kind, subject and unit of every rule are the brief's"
    case .pressures: "every rule presses where its price says"
    case .daysAndFormats: "the days and the formats are the campaign's"
    case .totals: "orders, sales and profit follow from the deals"
    case .curveOrder: "values and bounds never fall as the budget grows"
    case .curvePlan: "the plan itself stands at its own budget"
    case .curveReturns: "marginal returns between budgets are differences of their values"
    case .curveCeilings: "no other budget's value is above what the plan's prices allow there"
    case .packages:
      "packages consist of the brief's parts, and reach and count as these do together"
    }
  }

  static func text(_ statement: AuditStatement) -> String {
    switch statement {
    case .number(let value, let place): "\(number(value)) (\(text(place)))"
    case .range(let least, let most): range(least, most)
    case .objective(let objective): objective.rawValue
    case .currency(let code): code
    case .allowedDeal: "a deal that the inputs and the brief allow"
    case .deal(let creator, let product, let format): "\(creator) \(product) \(format.rawValue)"
    case .rule(let name): name
    case .noRule: "nothing"
    case .rules(let names): LabelEnglish.listed(names)
    case .rulesAsTheyStand: "rules of the brief and the products, at the limits they have"
    case .column(let name, let text, let creator): "\(text ?? "nothing") (\(creator) \(name))"
    case .ruleKind(let kind, let subject, let unit, let isWhole):
      list([kind.rawValue, subject, "in \(unit.rawValue)", isWhole ? "lifted whole" : nil])
    case .pressure(let side, let rule): "\(text(side)) (\(rule))"
    case .daysAndFormats(let from, let to, let formats):
      list(
        [from.flatMap { from in to.map { "\(from) to \($0)" } } ?? "any day"]
          + formats.map(\.rawValue))
    case .budgetPoint(let budget, let value, let bound):
      "value \(value.map(number) ?? "none") and bound \(bound.map(number) ?? "none") "
        + "(a budget of \(Amount.marked(number(budget))))"
    case .neverFalling: "no less than at the smaller budget, and no value above its own bound"
    case .eachDealOnce: "each deal once"
    case .fewDeals(let creator, let most): "\(name(creator)): at most \(most) deals"
    case .oneDealPerProduct(let creator):
      "\(name(creator)): one deal per product, or per exclusive category"
    case .lowSpend(let creator, let most):
      "\(name(creator)): at most \(Amount.marked(number(most)))"
    case .cast(let creator): "\(name(creator)) is locked in"
    case .castForProduct(let creator): "\(name(creator)) is locked in for a product"
    case .limits(let rule, let least, let most): "\(rule): \(range(least, most))"
    case .allOrNone(let group): "\(group): all of them are cast, or none"
    case .atMostOne(let group): "\(group): at most one of them is cast"
    case .sameDealTwice: "a deal twice"
    case .deals(let count): "\(count) deals"
    case .twoDeals: "two"
    case .spend(let yen): Amount.marked(number(yen))
    case .noDeal: "no deal"
    case .noDealOfProduct: "no deal of that product"
    case .use(let value): number(value)
    case .castOfGroup(let count): "\(count) of them cast"
    }
  }

  private static func text(_ place: AuditPlace) -> String {
    switch place {
    case .plan: "the plan"
    case .deal(let creator, let product, let format): "\(creator) \(product) \(format.rawValue)"
    case .cell(let creator, let product, let format, let cell):
      "\(creator) \(product) \(format.rawValue) \(cell)"
    case .rule(let name): name
    case .creator(let id), .product(let id): id
    case .productCell(let product, let cell): "\(product) \(cell)"
    case .budget(let yen): "a budget of \(Amount.marked(number(yen)))"
    }
  }

  private static func text(_ side: RulePressure) -> String {
    switch side {
    case .upper: "from above"
    case .lower: "from below"
    case .neither: "on neither side"
    }
  }

  private static func list(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static func name(_ creator: AuditCreator) -> String {
    switch creator {
    case .known(let id): id
    case .unnamed(let row): "creator in row \(row)"
    }
  }

  private static func range(_ least: Double, _ most: Double) -> String {
    "\(number(least)) … \(number(most))"
  }

  private static func number(_ number: Double) -> String { AuditNumber.text(number) }

  static func expected(_ text: String) -> String { "expected \(text)" }
  static func found(_ text: String) -> String { "the plan has \(text)" }
  static func accepted(_ change: String) -> String {
    "Accepted, because the plan says so: \(change)."
  }

  static func untold(_ parts: [AuditUntold]) -> String {
    "Not looked at, because the plan does not say it: \(list(parts.map(text)))."
  }

  private static func text(_ part: AuditUntold) -> String {
    switch part {
    case .costs: "what costs are made of"
    case .talks: "what is known of fees and bookings"
    case .profiles: "what is known of the creators cast"
    case .leftOutCosts: "what creators left out would cost"
    case .cells: "whom products reach"
    case .rules: "what rules are"
    case .daysAndFormats: "days and formats"
    case .totals: "what the plan brings"
    case .curve: "other budgets"
    }
  }

  static func conclusion(_ failed: Int, of count: Int) -> String {
    failed == 0
      ? "All \(count) promises hold."
      : "\(LabelEnglish.counted(failed, "promise")) of \(count) \(failed == 1 ? "does" : "do") not "
        + "hold: the plan was changed, or made from other inputs."
  }
}

/// Numbers of audits: every digit there is, so that a difference shows.
enum AuditNumber {
  static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
