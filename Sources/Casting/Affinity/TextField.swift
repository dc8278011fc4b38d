/// A text of a creator or product, with how much its words count.
struct TextField: Sendable {
  /// Against a word of running text.
  let weight: Float
  /// Whether the text is a list of tags rather than prose.
  let isTags: Bool

  /// What a creator says she is about; running text mentions much besides. Judgement.
  static let creatorTags = TextField(weight: 3, isTags: true)
  static let creatorBio = TextField(weight: 1, isTags: false)
  static let productTags = TextField(weight: 3, isTags: true)
  /// A category is a tag of the shop's, often a broad one. Judgement.
  static let productCategory = TextField(weight: 2, isTags: true)
  /// A name says what the thing is, in few words. Judgement.
  static let productName = TextField(weight: 2, isTags: false)
  static let productDescription = TextField(weight: 1, isTags: false)
}
