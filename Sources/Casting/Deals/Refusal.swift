/// Why deals of a creator were not even considered; several may hold, for different deals.
package struct Refusal: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The brief bans the creator or the deal.
  package static let banned = Refusal(rawValue: 1)
  /// Her days do not touch the window, or she has no free slot.
  package static let unavailable = Refusal(rawValue: 2)
  /// She does not offer the format, or the product does not allow it.
  package static let formatNotOffered = Refusal(rawValue: 4)
  /// One deal costs more than the brief lets her spend.
  package static let overSpendLimit = Refusal(rawValue: 8)
  /// One deal, with her activation, costs more than the budget.
  package static let overBudget = Refusal(rawValue: 16)
  /// She does not promote such products.
  package static let excluded = Refusal(rawValue: 32)
  /// She declined the deal, or another of the same product is booked.
  package static let declined = Refusal(rawValue: 64)
}
