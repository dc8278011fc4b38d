import Casting
import CastingPlanning
import CastingTestSupport

/// Fees edited in the inputs, as a user would edit the roster, and plans made again from scratch.
enum FeeEdits {
  /// The campaign with another fee for one creator: in the format's own column, else in the common
  /// one.
  static func edited(
    _ campaign: Campaign, creator: Int, format: DealFormat, fee: Double
  ) -> Campaign {
    var campaign = campaign
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

/// How the fees of many plans fared when the campaigns were planned again.
struct FeeTally: CustomStringConvertible {
  var campaigns = 0
  /// Deals that are in the plan at a fee above their break-even fee.
  var alreadyAbove = 0
  /// Fees on the other side of which a whole deal came or went as said.
  var solvedAgain = 0
  /// Fees of which the report said that whole deals move them.
  var flagged = 0
  /// Of those: a fee on the other side did change nothing, as said.
  var flaggedRightly = 0
  /// The fee of a whole deal that was found, on both sides.
  var thresholdsTried = 0
  var thresholdsRight = 0
  /// Fees that rest on prices alone, and those of locked deals.
  var untried = 0
  var locked = 0
  /// Places where the report was wrong.
  var wrong: [String] = []

  mutating func add(_ other: FeeTally) {
    campaigns += other.campaigns
    alreadyAbove += other.alreadyAbove
    solvedAgain += other.solvedAgain
    flagged += other.flagged
    flaggedRightly += other.flaggedRightly
    thresholdsTried += other.thresholdsTried
    thresholdsRight += other.thresholdsRight
    untried += other.untried
    locked += other.locked
    wrong += other.wrong
  }

  var description: String {
    "\(campaigns) campaigns: \(solvedAgain) fees as the prices tell, \(flagged) moved by whole deals "
      + "(\(flaggedRightly) rightly said so, \(thresholdsRight) of \(thresholdsTried) found fees "
      + "right), \(alreadyAbove) above their "
      + "break-even fee in the plan, \(untried) not tried, \(locked) locked, \(wrong.count) wrong"
  }
}
