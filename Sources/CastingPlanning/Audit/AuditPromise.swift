import Casting

/// What a plan promises, in the order in which it is looked at.
public enum AuditPromise: Fact, CaseIterable {
  /// The rules that the plan relaxes are the brief's.
  case relaxedRules
  case objective
  /// Amounts are in the campaign's.
  case currency
  case budget
  /// Every deal is one that the inputs allow.
  case dealsAllowed
  /// Ranks count from 1.
  case ranks
  case costs
  case affinities
  case effectiveReaches
  /// The reach by cell is the reach times the audience shares.
  case cellReaches
  /// Expected orders, marginal values: what each deal adds in booking order.
  case expectedOrders
  case marginalValues
  /// Marginal values per yen added.
  case marginalReturns
  case cumulativeCosts
  case cumulativeValues
  case value
  /// Marginal values sum to the value.
  case marginalSum
  case spend
  /// No rule is broken.
  case rulesKept
  /// The plan names the brief's rules.
  case ruleNames
  /// Use and limits of the rules.
  case ruleNumbers
  /// The prices of budget, stock and capacity are those of their rules.
  case sharedPrices
  /// The prices of rules that can only be lifted whole.
  case liftedPrices
  /// The bound follows from the plan's prices over all deals.
  case priceBound
  /// The bound lies between the value and the bound of the prices.
  case boundOrder
  case gap
  /// A plan called optimal is within the gap asked for.
  case status
  /// The target of the brief is reached, within its budget where it has one.
  case targetReached
  /// A budget that was found is within the brief's, where it has one.
  case withinBudget
  /// Fee, commission reserve and product cost add up to every cost.
  case costSums
  /// The parts of every cost follow from the inputs.
  case costParts
  /// Activation stands at each creator's first deal, and all parts add up to the spend.
  case activations
  /// What is known of every fee and how far talks went is what roster and bookings say.
  case talks
  /// What is said of each creator is what the roster says.
  case profiles
  /// Fee and cost of every creator left out are those of the deal named.
  case leftOutCosts
  case productPrices
  /// People, reach and distinct people of every cell follow from the deals.
  case cellPeople
  /// Kind, subject and unit of every rule are the brief's.
  case ruleKinds
  /// Every rule presses where its price says.
  case pressures
  /// The days and the formats are the campaign's.
  case daysAndFormats
  /// Orders, sales and profit follow from the deals.
  case totals
  /// Values and bounds never fall as the budget grows.
  case curveOrder
  /// The plan itself stands at its own budget.
  case curvePlan
  /// Marginal returns between budgets are differences of their values.
  case curveReturns
  /// No other budget's value is above what the plan's prices allow there.
  case curveCeilings
  /// Packages consist of the brief's parts, and reach and count as these do together.
  case packages
}

/// What plans of older versions do not say, and an audit therefore does not look at.
public enum AuditUntold: Fact, CaseIterable {
  /// What costs are made of.
  case costs
  /// What is known of fees, and what is booked.
  case talks
  /// What is known of the creators cast.
  case profiles
  /// What creators left out would cost.
  case leftOutCosts
  /// Whom products reach, and at what price.
  case cells
  /// What rules are.
  case rules
  case daysAndFormats
  /// What the plan brings, whatever the objective.
  case totals
  /// Other budgets.
  case curve
}

/// Where in a plan a number stands.
public enum AuditPlace: Fact {
  case plan
  case deal(creator: String, product: String, format: DealFormat)
  /// Of the deal's reach.
  case cell(creator: String, product: String, format: DealFormat, cell: String)
  case rule(name: String)
  case creator(id: String)
  case product(id: String)
  /// Of whom a product reaches.
  case productCell(product: String, cell: String)
  /// Another budget, money.
  case budget(yen: Double)

  init(_ deal: PlanClaims.Deal) {
    self = .deal(creator: deal.creatorID, product: deal.productID, format: deal.format)
  }

  init(_ deal: PlanClaims.Deal, cell: String) {
    self = .cell(
      creator: deal.creatorID, product: deal.productID, format: deal.format, cell: cell)
  }
}
