/// How people choose when they do not calculate.
public enum RuleOfThumb: String, CaseIterable, Sendable, Encodable {
  case topFollowers = "top followers"
  case bestEngagement = "best engagement"
  case valuePerYen = "value per yen"
  case equalSplitOverNiches = "equal split over niches"
  case oneStar = "one star"
}
