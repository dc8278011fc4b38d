import Casting

/// What a creator may choose from, under all rules of the brief or all but one.
package struct CreatorTerms: Sendable {
  var deals: [DealCandidate]
  /// Deals she may have at most.
  package var slots: Int
  /// Money that her deals may cost together.
  var spendLimit: Double
  /// Money, once.
  var activation: Double
  /// Whether she must be cast, for any product.
  var isRequired: Bool
  /// Products of which she must have a deal.
  var requiredProducts: [Int]
  /// By kind: she may have one deal of each key.
  var keys: [Int32]

  /// Whether she must have a deal at all.
  var mustBeCast: Bool { isRequired || !requiredProducts.isEmpty }
}
