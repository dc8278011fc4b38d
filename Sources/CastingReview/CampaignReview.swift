import Casting

/// Looks through valid inputs for what a careful agency would want to be asked about.
///
/// Nothing here changes a plan: a finding says what looks wrong, by which rule, and what to do.
public struct CampaignReview: Sendable {
  let campaign: Campaign
  /// Sum of each creator's age shares as they were read; NaN where there are none.
  let ageSums: [Double]

  /// Looks at nothing yet.
  ///
  /// - Parameter ageSums: a sum for each creator, or none at all when it is not known.
  public init(_ campaign: Campaign, ageSums: [Double] = []) {
    self.campaign = campaign
    self.ageSums = ageSums
  }

  var roster: Roster { campaign.roster }

  /// In the order of `ReviewKind`; kinds of which there is nothing are left out.
  public func findings() -> [ReviewFinding] {
    var found = units()
    let units = Set(found.map(\.kind))
    let marks =
      engagement() + viewers() + fees()
      + [
        (.samePerson, samePeople()), (.noFollowers, noFollowers()),
        (.lowAuthenticity, lowAuthenticity()), (.noPay, noPay()),
        (.highCommission, highCommissions()), (.outsideWindow, outsideWindow()),
        (.noSlots, noSlots()), (.otherTier, otherTiers()), (.scaledAges, scaledAges()),
      ] + products()
    for (kind, all) in marks {
      // Numbers in another unit say something about one another, nothing against published ones.
      let isForeign = !units.isDisjoint(with: Self.units(of: kind))
      let kept = isForeign ? all.filter { $0.peers?.basis != .published } : all
      if !kept.isEmpty { found.append(ReviewFinding(kind, marks: kept)) }
    }
    let order = ReviewKind.allCases
    return order.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// Findings on the unit of the numbers that a kind is about.
  private static func units(of kind: ReviewKind) -> [ReviewKind] {
    switch kind {
    case .lowEngagement, .highEngagement: [.engagementUnit]
    case .lowFee, .highFee: [.feeUnit]
    default: []
    }
  }

  /// Marks with the worst first: how many times off, then the row.
  static func worstFirst(_ marks: [ReviewMark]) -> [ReviewMark] {
    func factor(_ mark: ReviewMark) -> Double {
      guard let value = mark.value, let median = mark.peers?.median else { return 0 }
      return value > median ? value / median : median / value
    }
    return marks.sorted { (-factor($0), $0.row) < (-factor($1), $1.row) }
  }
}
