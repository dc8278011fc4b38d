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

  /// One sentence for all of them; nil when there is none.
  static func leftOut(_ rules: [RuleOfThumb]) -> String? {
    guard let last = rules.last else { return nil }
    let others = rules.dropLast().map(name).joined(separator: ", ")
    return "Not compared with \(others.isEmpty ? "" : others + " or ")\(name(last)): "
      + "casting that way breaks a rule of the brief."
  }
}
