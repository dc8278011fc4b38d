/// The roster with every missing value filled in, each with the grade of what it rests on.
///
/// n creators, F formats in play, S audience cells.
package struct ResolvedRoster: Sendable {
  package let count: Int
  /// Formats in play, F.
  package let formats: [DealFormat]
  package let tiers: [Tier]
  /// V_if before delivery and announcements, people; n × F, row-major.
  package let views: [Double]
  /// n × F.
  package let viewGrades: [Grade]
  /// Money per deal, NaN where the format is not offered; n × F, row-major.
  package let fees: [Double]
  /// n × F.
  package let feeGrades: [Grade]
  /// h_i.
  package let authenticShares: [Double]
  /// Share of sales.
  package let commissions: [Double]
  /// Money for every order.
  package let paysPerOrder: [Double]
  /// Money per deal.
  package let guarantees: [Double]
  /// Money per deal.
  package let extras: [Double]
  /// Money per deal for the rights that are asked for, NaN where they cost a share of the fee.
  let usageFees: [Double]
  /// That share; 0 where no rights are asked for.
  let usageRate: Double
  /// Money once.
  package let activationCosts: [Double]
  package private(set) var slots: [Int]
  package private(set) var isAvailable: [Bool]
  package let audience: AudienceEstimate
  /// Whom packages reach, of those in play and those that only predictions are about.
  package let packages: PackageViewers

  /// - Parameter norms: what is typical, of the roster or of one that it is a part of.
  package init(roster: Roster, brief: Brief, formats: [DealFormat], norms: RosterNorms) {
    self.init(
      roster: roster, brief: brief, formats: formats, tiers: roster.tiers,
      audience: AudienceEstimate(roster: roster, defaultMix: norms.audience.mix(brief: brief)),
      packages: formats.compactMap(\.package))
  }

  init(
    roster: Roster, brief: Brief, formats: [DealFormat], tiers: [Tier],
    audience: AudienceEstimate, packages: [DealPackage]
  ) {
    count = roster.count
    self.formats = formats
    self.tiers = tiers
    let parts = packages.isEmpty ? ([], []) : Self.views(roster, tiers, DealFormat.simple)
    let together = PackageViewers(
      packages, roster: roster, brief: brief, partViews: parts.0, partGrades: parts.1)
    (views, viewGrades) = Self.views(roster, tiers, formats, together)
    (fees, feeGrades) = OfferedFees(roster, brief.terms).fees(of: formats)
    self.packages = together
    authenticShares = Self.filled(roster.authenticShares, roster.count, 1)
    commissions = Self.filled(roster.commissions, roster.count, 0)
    paysPerOrder = Self.filled(roster.paysPerOrder, roster.count, 0)
    guarantees = Self.filled(roster.guarantees, roster.count, 0)
    extras = Self.filled(roster.extras, roster.count, brief.terms.extras)
    usageFees = (0..<roster.count).map { roster.usageFee($0, brief.terms.usage) }
    usageRate = brief.terms.usage?.rate ?? 0
    activationCosts = Self.filled(roster.activationCosts, roster.count, 0)
    slots = Self.slots(roster)
    isAvailable =
      brief.window == nil
      ? [Bool](repeating: true, count: roster.count)
      : (0..<roster.count).map { roster.isAvailable($0, in: brief.window) }
    self.audience = audience
  }

  /// Money for the rights that the brief asks for.
  package func usage(creator: Int, fee: Double) -> Double {
    let own = usageFees[creator]
    return own.isNaN ? usageRate * fee : own
  }

  /// Whether what she is paid goes by what she sells, whatever the product.
  package func paysByOrder(_ creator: Int) -> Bool {
    commissions[creator] > 0 || paysPerOrder[creator] > 0
  }

  /// The same with the slots and the days of a campaign that differs in nothing else.
  package func rescheduled(_ campaign: Campaign) -> ResolvedRoster {
    var roster = self
    roster.slots = Self.slots(campaign.roster)
    roster.isAvailable = (0..<count).map {
      campaign.roster.isAvailable($0, in: campaign.brief.window)
    }
    return roster
  }

  private static func slots(_ roster: Roster) -> [Int] {
    filled(roster.slots, roster.count, 1).map { Int($0) }
  }

  private static func filled(_ column: NumberColumn, _ count: Int, _ fallback: Double) -> [Double] {
    column.isPresent
      ? column.values.map { $0.isNaN ? fallback : $0 }
      : [Double](repeating: fallback, count: count)
  }
}
