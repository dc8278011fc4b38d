import Casting
import CastingPlanning
import CastingTestSupport

/// Fees edited in the inputs, as a user would edit the roster, and plans made again from scratch.
enum FeeEdits {
  /// The campaign with another fee for one creator: in the format's own column, else in the common
  /// one; a package gets a column of what its parts cost.
  static func edited(
    _ campaign: Campaign, creator: Int, format: DealFormat, fee: Double
  ) -> Campaign {
    var campaign = campaign
    if case .package(let package) = format {
      let naive = NaivePlanValue(campaign: campaign)
      var fees = (0..<campaign.roster.count).map { naive.fee($0, format) ?? .nan }
      fees[creator] = fee
      campaign.roster.packageFees.removeAll { $0.package == package.name }
      campaign.roster.packageFees.append(
        PackageFees(package: package.name, fees: NumberColumn(fees)))
      return campaign
    }
    if campaign.roster.formatFees[format.index].isPresent {
      campaign.roster.formatFees[format.index].values[creator] = fee
    } else {
      if !campaign.roster.fees.isPresent {
        campaign.roster.fees.values = [Double](repeating: .nan, count: campaign.roster.count)
      }
      campaign.roster.fees.values[creator] = fee
    }
    return campaign
  }

  /// The fee that the roster states, where `edited` would write it; nil where it states none.
  static func stated(_ campaign: Campaign, creator: Int, format: DealFormat) -> Double? {
    let own = campaign.roster.formatFees[format.index]
    let fees = own.isPresent ? own : campaign.roster.fees
    guard fees.isPresent, !fees.values[creator].isNaN else { return nil }
    return fees.values[creator]
  }

  /// The deals of a plan made from scratch; none where no plan obeys the rules, nil where a limit
  /// stopped the search.
  static func deals(_ campaign: Campaign, _ settings: PlannerSettings) throws -> [PlannedDeal]? {
    if try TestCampaigns.isInfeasible(campaign) { return [] }
    var settings = settings
    settings.feeTrialWork = 0
    switch try Planner.plan(campaign, settings: settings) {
    case .plan(let plan, _): return plan.status == .optimal ? plan.deals : nil
    case .infeasible: return []
    case .unreached, .unknown: return nil
    }
  }
}

/// One fee of one creator, tried from scratch on both sides.
struct FeeTrial {
  var campaign: Campaign
  var creator: Int
  var format: DealFormat
  /// The deal's product; nil where any deal of hers counts.
  var product: Int?
  /// With no gap.
  var settings: PlannerSettings

  private enum Side { case isIn, isOut, tied, unknown }

  /// What is wrong with a fee as the one up to which she is in; nil where nothing is, or a limit came first.
  func fault(of fee: Double) throws -> String? {
    let (below, above) = (max(0, min(fee - 1, fee * 0.99)), max(fee + 1, fee * 1.01))
    if fee > 0, try side(below) == .isOut { return "out at \(below), told \(fee)" }
    if try side(above) == .isIn { return "in at \(above), told \(fee)" }
    return nil
  }

  /// Where plans with her and without are worth the same, either may come of planning.
  private func side(_ fee: Double) throws -> Side {
    let edited = FeeEdits.edited(campaign, creator: creator, format: format, fee: fee)
    guard let free = try plan(edited) else { return .unknown }
    let isIn = free.deals.contains { deal in
      deal.creator == creator
        && (product == nil || (deal.product == product && deal.format == format))
    }
    var other = edited
    let id = campaign.roster.creatorIDs[creator]
    let productID = product.map { campaign.products.products[$0].id }
    if isIn {
      var values: [DealFilter.Attribute: [String]] = [.creator: [id]]
      if let productID {
        values[.product] = [productID]
        values[.format] = [format.rawValue]
      }
      other.brief.bans.append(DealFilter(values: values))
    } else {
      other.brief.locks.append(Lock(creatorID: id, productID: productID))
    }
    if let value = try plan(other)?.value,
      abs(value - free.value) <= 1e-7 * max(1, abs(free.value))
    {
      return .tied
    }
    return isIn ? .isIn : .isOut
  }

  private func plan(_ edited: Campaign) throws -> Plan? {
    var settings = settings
    settings.feeTrialWork = 0
    guard try !TestCampaigns.isInfeasible(edited),
      case .plan(let plan, _) = try Planner.plan(edited, settings: settings),
      plan.status == .optimal
    else { return nil }
    return plan
  }
}

/// How the fees of many plans fared when the campaigns were planned again.
struct FeeTally: CustomStringConvertible {
  var campaigns = 0
  /// Fees that were found right on both sides, of deals and of creators left out.
  var breakEven = 0
  var entry = 0
  /// Fees told by the side that is proved, and creators who are as good at today's fee, or at none.
  var atLeast = 0
  var today = 0
  var none = 0
  var unsolved = 0
  /// Places where the report was wrong.
  var wrong: [String] = []

  mutating func add(_ other: FeeTally) {
    campaigns += other.campaigns
    breakEven += other.breakEven
    entry += other.entry
    atLeast += other.atLeast
    today += other.today
    none += other.none
    unsolved += other.unsolved
    wrong += other.wrong
  }

  var description: String {
    "\(campaigns) campaigns: \(breakEven) break-even and \(entry) entry fees tried, \(atLeast) told by one "
      + "side, \(today) at today's fee, \(none) at none, \(unsolved) not solved, \(wrong.count) wrong"
  }
}
