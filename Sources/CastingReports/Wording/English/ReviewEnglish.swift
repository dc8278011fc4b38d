import Casting
import CastingReview

/// What looks wrong with inputs that are valid, in English; details of rows are in
/// `ReviewEnglish+Rows`.
enum ReviewEnglish {
  static func headline(_ kind: ReviewKind) -> String {
    switch kind {
    case .engagementUnit: "The engagement rates seem to be in another unit"
    case .feeUnit: "The fees seem to be in another unit"
    case .samePerson: "One person under two ids"
    case .noFollowers: "No followers"
    case .lowEngagement: "Engagement too low for the size: followers may be bought"
    case .highEngagement: "Engagement too high for the size: it may be bought or exchanged in pods"
    case .lowAuthenticity: "Most followers are not real people"
    case .fewViewers: "Few viewers for so many followers"
    case .noViewers: "Nobody watches"
    case .viewersAboveFollowers: "Far more viewers than followers"
    case .highFee: "Fee out of line: too high"
    case .lowFee: "Fee out of line: too low"
    case .noPay: "Works for nothing"
    case .highCommission: "Commission takes half of the sales or more"
    case .outsideWindow: "Not available in the campaign window"
    case .noSlots: "No slots"
    case .otherTier: "The stated tier does not fit the followers"
    case .scaledAges: "Age shares do not add to 1 and were scaled to it"
    case .noStock: "Nothing in stock"
    case .noMargin: "No margin"
    case .highConversion: "Conversion too high to be true"
    case .sameProduct: "One product under two ids"
    }
  }

  static func rule(_ finding: ReviewFinding) -> String {
    switch finding.kind {
    case .engagementUnit: unit(finding, ReviewSubject.percent)
    case .feeUnit: unit(finding, feePerFollower)
    case .samePerson:
      "the same url, the same handle, or the same name on the same platform; case, width, marks and "
        + "blanks aside"
    case .noFollowers: "followers is 0"
    case .lowEngagement:
      "below 1/\(whole(ReviewLimits.engagementFactor)) of the median of platform and tier"
    case .highEngagement:
      "above \(whole(ReviewLimits.engagementFactor)) times the median of platform and tier, or above "
        + ReviewSubject.percent(ReviewLimits.engagementCeiling)
    case .lowAuthenticity:
      "authentic_share is below \(ReviewSubject.percent(ReviewLimits.authenticShare))"
    case .fewViewers:
      "viewers per follower below 1/\(whole(ReviewLimits.viewerFactor)) of the median of platform "
        + "and tier"
    case .noViewers: "viewers of a deal are 0"
    case .viewersAboveFollowers:
      "viewers of a deal are more than \(whole(ReviewLimits.viewersPerFollower)) times the followers"
    case .highFee, .lowFee:
      "\(LabelEnglish.money) per follower more than \(whole(ReviewLimits.feeFactor)) times and more than "
        + "\(ReviewLimits.outlierScore) robust deviations (1.4826 × MAD of its logarithm) off the "
        + "median of platform and tier, or \(whole(ReviewLimits.publishedFeeFactor)) times off a "
        + "published fee"
    case .noPay: "an external creator with a fee of 0 and neither commission nor guarantee"
    case .highCommission: "commission is \(ReviewSubject.percent(ReviewLimits.commission)) or more"
    case .outsideWindow: "her days and the campaign's have none in common"
    case .noSlots: "slots is 0"
    case .otherTier: "tier is not that of followers"
    case .scaledAges: "the six add to 1, within \(ReviewLimits.ageSum)"
    case .noStock: "stock is 0"
    case .noMargin: "margin is 0"
    case .highConversion:
      "conversion is above \(ReviewSubject.percent(ReviewLimits.conversion)); shops see 1–3 %"
    case .sameProduct: "the same name; case, width, marks and blanks aside"
    }
  }

  static func advice(_ kind: ReviewKind) -> String {
    switch kind {
    case .engagementUnit: "check whether the rates are shares (0.032) or per cent (3.2%)"
    case .feeUnit:
      Amount.currency == .yen
        ? "check whether the fees are in yen, not in thousands (千円) or 万円"
        : "check whether the fees are in \(LabelEnglish.money), and not in thousands"
    case .samePerson: "remove one, or keep the two apart in the brief, as apart: [[C1, C2]]"
    case .noFollowers: "correct it; whatever is estimated from followers is 0"
    case .lowEngagement: "ask for the account's own statistics, or state authentic_share"
    case .highEngagement: "check the rate and who comments; the plan trusts it as it is"
    case .lowAuthenticity: "decide whether she belongs in the plan; reach counts real people alone"
    case .fewViewers: "check both numbers; viewers decide what she is worth"
    case .noViewers: "leave the cell empty if they are not known; with 0 she is worth nothing"
    case .viewersAboveFollowers: "check for total instead of average views, or a slip of a digit"
    case .highFee: "check for a slip of a digit or another currency"
    case .lowFee: "check for a slip of a digit, or fees in thousands of \(LabelEnglish.money)"
    case .noPay: "leave the cell empty if the fee is not known; with 0 she costs nothing"
    case .highCommission: "check for 1 meant as 1 %; the rest of the sale pays for the goods"
    case .outsideWindow: "she cannot be cast; correct the days or the window"
    case .noSlots: "she cannot be cast; correct it, or leave the cell empty for 1"
    case .otherTier: "rules by tier go by the stated one; correct it, or leave the cell empty"
    case .scaledAges: "nothing, if it is rounding; else correct them"
    case .noStock: "leave the cell empty if it is unlimited; with 0 it sells nothing"
    case .noMargin: "correct it; objectives with profit give it no value"
    case .highConversion: "it is orders per person reached, not per click or per visit"
    case .sameProduct: "remove one; the audience is counted for each alone"
    }
  }

  private static func unit(_ finding: ReviewFinding, _ text: (Double) -> String) -> String {
    "the median is \(text(finding.median ?? .nan)); published figures for these creators are around "
      + "\(text(finding.published ?? .nan)); \(whole(ReviewLimits.unitFactor)) times off is no chance"
  }

  static let peers =
    "Medians are of the roster's creators of the same platform and tier; where fewer than "
    + "\(ReviewLimits.peers) know theirs, of the tier, else a published figure stands in."

  static func whole(_ number: Double) -> String { Amount.whole(number) }

  static func feePerFollower(_ number: Double) -> String {
    ReviewSubject.money(perFollower: number) + " a follower"
  }
}
