/// A subject that invented creators talk about and invented products belong to.
///
/// A bio speaks in `phrases`, a product in `pitch`, tags in `tags`: three vocabularies of one
/// subject that seldom share a word, as real profiles and catalogues do not.
package struct SyntheticTopic: Sendable {
  /// Product category, Japanese.
  let category: String
  /// What a creator writes in the tags column.
  package let tags: [String]
  /// Parts of a Japanese bio.
  let phrases: [String]
  /// Parts of an English bio.
  let english: [String]
  /// Product names, without a brand.
  let goods: [String]
  /// Sentences of a product description.
  let pitch: [String]
  /// Mean female share of the audience, 0…1.
  let female: Double
  /// Centre of the audience's age as a position in `AudienceCells.ageBands`.
  let age: Double
  /// Median price, JPY.
  let price: Double

  package static let all = beauty + fashion + food + living + sport + hobbies
}
