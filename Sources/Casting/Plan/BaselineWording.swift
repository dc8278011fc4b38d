/// Names of the rules of thumb, and what is said of one that could not be followed.
enum BaselineWording {
  static func name(_ rule: RuleOfThumb) -> String {
    switch rule {
    case .topFollowers: "top followers"
    case .bestEngagement: "best engagement"
    case .valuePerYen: "value per yen"
    case .equalSplitOverNiches: "equal split over niches"
    case .oneStar: "one star"
    }
  }

  static func leftOut(_ rule: RuleOfThumb) -> String {
    "the baseline \"\(name(rule))\" is not shown: it could not be made to obey every rule"
  }
}
