import Casting

/// What a rule of a plan is, for programs: `RuleReport.name` is for people.
public enum RuleKind: String, Sendable, CaseIterable, Encodable {
  case budget
  /// Creators of a product.
  case productCreators = "product_creators"
  /// Spend on a product.
  case productSpend = "product_spend"
  case quota
  /// Changes to the last plan.
  case keep
  case stock
  case orderCapacity = "order_capacity"
  case spendPerCreator = "spend_per_creator"
  case exclusiveCategories = "exclusive_categories"
  case lock
  case ban
  /// Creators who worked for a competitor of late.
  case competitors
  /// Creators too few of whose audience are the people wanted.
  case audienceTarget = "audience_target"
  case apart
  case together
  /// Creators who are not free on the campaign's days are not cast.
  case window
  /// Creators of one agency.
  case agencyCreators = "agency_creators"
  case slots
  /// A kind that castplan itself does not have.
  case other
}

extension RuleLabel {
  /// What the rule is, for programs.
  package var kind: RuleKind {
    switch self {
    case .budget: .budget
    case .productCreators: .productCreators
    case .productSpend: .productSpend
    case .quota, .spendShare: .quota
    case .agencyCreators: .agencyCreators
    case .keep: .keep
    case .stock: .stock
    case .orderCapacity: .orderCapacity
    case .spendPerCreator: .spendPerCreator
    case .exclusiveCategories: .exclusiveCategories
    case .lock: .lock
    case .ban: .ban
    case .competitors: .competitors
    case .audienceTarget: .audienceTarget
    case .together: .together
    case .apart: .apart
    case .window: .window
    case .slots: .slots
    case .other: .other
    }
  }

  /// Whom or what it is about: an id, ids, or a filter in words; nil where it is about all.
  package var subject: String? {
    switch self {
    case .budget, .keep, .orderCapacity, .spendPerCreator, .exclusiveCategories, .other: nil
    case .productCreators(let id, _, _), .productSpend(let id, _), .stock(let id), .slots(let id):
      id
    case .quota(let filter, _, _, _), .spendShare(let filter, _, _): filter.words
    case .agencyCreators(let agency, _): agency
    case .lock(let creator, let product): creator + (product.map { ":\($0)" } ?? "")
    case .ban(let filter): filter.onlyCreator ?? filter.words
    case .competitors(let brands, let days):
      "\(brands.joined(separator: " or ")) within \(days) days"
    case .audienceTarget(let target): target.words
    case .together(let ids), .apart(let ids): ids.joined(separator: ", ")
    case .window(let from, let to): "\(from) … \(to)"
    }
  }
}
