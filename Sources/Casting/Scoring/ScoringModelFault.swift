/// Why a kept scoring model is refused.
public enum ScoringModelFault: Fact, Error, Codable {
  case otherModelSchema(found: String, expected: String)
  /// Made by a version with other niches.
  case otherTaxonomy
  case unsoundMeans
  case negativeCreators(creators: Int)
  case unfitParts
  /// Numbers that are infinite or none.
  case endlessNumbers
}
