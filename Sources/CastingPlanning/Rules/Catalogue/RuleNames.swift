/// Names that every campaign's rules may have, for reports that have a word of their own for them.
package enum RuleNames {
  package static let budget = "budget"
  package static let exclusiveCategories = "exclusive categories"
  package static let spendPerCreator = "spend per creator"
  package static let orderCapacity = "order capacity"
  package static let keep = "keep"
  package static let competitors = "competitors"
  package static let audienceTarget = "audience target"
}
