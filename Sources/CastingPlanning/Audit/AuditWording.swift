import AllocationAudit

/// Every sentence of an audit.
enum AuditWording {
  static let plan = "the plan"
  static let nothing = "nothing"
  static let noSuchDeal = "a deal that the inputs and the brief allow"

  static let relaxedRules = "the rules that the plan relaxes are the brief's"
  static let rulesAsTheyStand = "rules of the brief and the products, at the limits they have"

  static let sameObjective = "the objective is the brief's"
  static let sameBudget = "the budget is the brief's"
  static let reachesTarget = "the target is reached, within the brief's budget where it has one"
  static let withinBudget = "the budget is within the brief's, where it has one"
  static let dealsAllowed = "every deal is one that the inputs allow"
  static let ranks = "the ranks count from 1"
  static let costs = "every cost follows from the inputs"
  static let affinities = "every niche affinity follows from the inputs"
  static let reaches = "every effective reach follows from the inputs"
  static let cellReaches = "the reach by cell is the reach times the audience shares"
  static let orders = "expected orders are what each deal adds in booking order"
  static let marginals = "marginal values are what each deal adds in booking order"
  static let returns = "marginal returns are marginal values per yen added"
  static let cumulativeCosts = "cumulative costs add up, activation included"
  static let cumulativeValues = "cumulative values are the worth of the deals so far"
  static let value = "the value of the plan is what its deals are worth together"
  static let marginalSum = "marginal values sum to the value"
  static let spend = "the spend is the costs and activations together"
  static let rulesKept = "no rule is broken"
  static let sameRules = "the rules are the brief's"
  static let ruleNumbers = "use and limits of every rule are as stated"
  static let sharedPrices = "the prices of budget, stock and capacity are those of their rules"
  static let liftedPrices = "the prices of other rules are what the bound would rise without them"
  static let priceBound = "the bound follows from the plan's prices over all deals"
  static let boundOrder = "the bound lies between the value and the bound of the prices"
  static let gap = "the gap is the distance of value and bound"
  static let status = "a plan called optimal is within the gap asked for"

  static func deal(_ deal: PlanClaims.Deal) -> String {
    "\(deal.creatorID) \(deal.productID) \(deal.format.rawValue)"
  }

  static func number(_ number: Double, at place: String) -> String {
    "\(text(number)) (\(place))"
  }

  static func between(_ low: Double, _ high: Double) -> String {
    "\(text(low)) … \(text(high))"
  }

  /// The rule that a violation breaks.
  static func rule(_ violation: AuditViolation, _ subject: AuditSubject) -> String {
    func creator(_ item: Int) -> String {
      // Ids are unique, so at most one creator has the item.
      subject.itemOfCreator.first { $0.value == item }?.key ?? "creator in row \(item + 1)"
    }
    switch violation {
    case .unknownOption: return "each deal once"
    case .tooManyOptions(let item, _, let slots): return "\(creator(item)): at most \(slots) deals"
    case .excluded(let item, _):
      return "\(creator(item)): one deal per product, or per exclusive category"
    case .overspent(let item, _, let limit): return "\(creator(item)): at most ¥\(text(limit))"
    case .notCast(let item): return "\(creator(item)) is locked in"
    case .requiredKindsMissing(let item, _): return "\(creator(item)) is locked in for a product"
    case .row(let row, _, let lower, let upper):
      return "\(subject.rules[row].name): \(between(lower, upper))"
    case .link(let link, _): return linkRule(link, subject)
    }
  }

  private static func linkRule(_ link: Int, _ subject: AuditSubject) -> String {
    let name = subject.linkNames.indices.contains(link) ? subject.linkNames[link] : "group \(link)"
    return switch subject.problem.links[link].rule {
    case .allOrNone: "\(name): all of them are cast, or none"
    case .atMostOne: "\(name): at most one of them is cast"
    }
  }

  /// What the plan does instead.
  static func breach(_ violation: AuditViolation) -> String {
    switch violation {
    case .unknownOption: "a deal twice"
    case .tooManyOptions(_, let count, _): "\(count) deals"
    case .excluded: "two"
    case .overspent(_, let spend, _): "¥\(text(spend))"
    case .notCast: "no deal"
    case .requiredKindsMissing: "no deal of that product"
    case .row(_, let activity, _, _): text(activity)
    case .link(_, let cast): "\(cast) of them cast"
    }
  }

  private static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
