/// What the rows of an allocation problem mean to people, in the rows' order.
package struct RuleBook: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// Of the rule.
    package var name: String
    /// The share, where the row reads Σ_group k − share · Σ_all k.
    package var share: Double?
    /// What plans state beyond the row, in use and limits.
    package var offset: Double
  }

  package internal(set) var entries: [Entry] = []
}
