import Casting

/// What a rule says, with its numbers: names in the reader's language are made of it.
///
/// The name that is typed and written into files is the rule's own, in the words of the brief.
package enum RuleLabel: Fact {
  case budget
  case productCreators(productID: String, minimum: Double?, maximum: Double?)
  case productSpend(productID: String, maximum: Double)
  case quota(filter: DealFilter, measure: Quota.Measure, minimum: Double?, maximum: Double?)
  /// One limit: a quota with two is two rules.
  case spendShare(filter: DealFilter, minimum: Double?, maximum: Double?)
  case agencyCreators(agency: String, maximum: Int)
  case keep(changes: Int)
  case stock(productID: String)
  case orderCapacity
  /// Money, or a share of the budget.
  case spendPerCreator(yen: Double?, shareOfBudget: Double?)
  case exclusiveCategories
  case lock(creatorID: String, productID: String?)
  case ban(filter: DealFilter)
  case competitors(brands: [String], days: Int)
  case audienceTarget(target: AudienceShare)
  case together(creatorIDs: [String])
  case apart(creatorIDs: [String])
  /// ISO days, both included.
  case window(from: String, to: String)
  case slots(creatorID: String)
  /// A rule that only its own name tells.
  case other(name: String)
}
