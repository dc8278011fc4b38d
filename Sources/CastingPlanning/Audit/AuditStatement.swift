import AllocationAudit
import Casting

/// What should be, or what a plan has instead. Amounts are in the unit of what they are of.
public enum AuditStatement: Fact {
  case number(value: Double, at: AuditPlace)
  case range(least: Double, most: Double)
  case objective(name: Objective)
  case currency(code: String)

  /// A deal that the inputs and the brief allow.
  case allowedDeal
  case deal(creator: String, product: String, format: DealFormat)

  /// The next rule of the list; none where the list has ended.
  case rule(name: String)
  case noRule
  case rules(names: [String])
  /// Rules of the brief and the products, at the limits they have.
  case rulesAsTheyStand

  /// What the roster says of a creator; nil where it says nothing.
  case column(name: String, text: String?, creator: String)
  /// What a rule of the list is.
  case ruleKind(kind: RuleKind, subject: String?, unit: RuleUnit, isWhole: Bool)
  case pressure(side: RulePressure, rule: String)
  /// - from, to: ISO days; nil without a window.
  case daysAndFormats(from: String?, to: String?, formats: [DealFormat])
  /// Of a budget in money; nil where nothing is known, or there is no plan.
  case budgetPoint(budget: Double, value: Double?, bound: Double?)
  /// No less than at the smaller budget, and no value above its own bound.
  case neverFalling

  // What a rule asks for.
  case eachDealOnce
  case fewDeals(of: AuditCreator, most: Int)
  /// One deal per product, or per exclusive category.
  case oneDealPerProduct(of: AuditCreator)
  /// Money.
  case lowSpend(of: AuditCreator, most: Double)
  case cast(creator: AuditCreator)
  case castForProduct(creator: AuditCreator)
  case limits(rule: String, least: Double, most: Double)
  case allOrNone(group: String)
  case atMostOne(group: String)

  // What the plan does instead.
  case sameDealTwice
  case deals(count: Int)
  case twoDeals
  /// Money.
  case spend(yen: Double)
  case noDeal
  case noDealOfProduct
  case use(value: Double)
  case castOfGroup(count: Int)
}

/// A creator whom a rule is about.
public enum AuditCreator: Fact {
  case known(creator: String)
  /// One whom the plan does not name, by row of the roster, counted from 1.
  case unnamed(row: Int)
}

extension AuditStatement {
  init(_ deal: PlanClaims.Deal) {
    self = .deal(creator: deal.creatorID, product: deal.productID, format: deal.format)
  }

  /// The rule that a violation breaks.
  init(brokenBy violation: AuditViolation, _ subject: AuditSubject) {
    func creator(_ item: Int) -> AuditCreator {
      // Ids are unique, so at most one creator has the item.
      subject.itemOfCreator.first { $0.value == item }.map { .known(creator: $0.key) }
        ?? .unnamed(row: item + 1)
    }
    self =
      switch violation {
      case .unknownOption: .eachDealOnce
      case .tooManyOptions(let item, _, let slots): .fewDeals(of: creator(item), most: slots)
      case .excluded(let item, _): .oneDealPerProduct(of: creator(item))
      case .overspent(let item, _, let limit): .lowSpend(of: creator(item), most: limit)
      case .notCast(let item): .cast(creator: creator(item))
      case .requiredKindsMissing(let item, _): .castForProduct(creator: creator(item))
      case .row(let row, _, let lower, let upper):
        .limits(rule: subject.rules[row].name, least: lower, most: upper)
      case .link(let link, _): Self.group(link, subject)
      case .sharedOptions(let link, _, let most):
        .fewDeals(of: .known(creator: Self.name(link, subject)), most: most)
      case .sharedSpend(let link, _, let limit):
        .lowSpend(of: .known(creator: Self.name(link, subject)), most: limit)
      }
  }

  private static func name(_ link: Int, _ subject: AuditSubject) -> String {
    subject.linkNames.indices.contains(link) ? subject.linkNames[link] : "#\(link + 1)"
  }

  private static func group(_ link: Int, _ subject: AuditSubject) -> AuditStatement {
    let name = name(link, subject)
    return switch subject.problem.links[link].rule {
    case .allOrNone: .allOrNone(group: name)
    case .atMostOne: .atMostOne(group: name)
    case .within(let most, _): .fewDeals(of: .known(creator: name), most: most)
    }
  }

  /// What the plan does instead.
  init(of violation: AuditViolation) {
    self =
      switch violation {
      case .unknownOption: .sameDealTwice
      case .tooManyOptions(_, let count, _): .deals(count: count)
      case .excluded: .twoDeals
      case .overspent(_, let spend, _): .spend(yen: spend)
      case .notCast: .noDeal
      case .requiredKindsMissing: .noDealOfProduct
      case .row(_, let activity, _, _): .use(value: activity)
      case .link(_, let cast): .castOfGroup(count: cast)
      case .sharedOptions(_, let count, _): .deals(count: count)
      case .sharedSpend(_, let spend, _): .spend(yen: spend)
      }
  }
}
