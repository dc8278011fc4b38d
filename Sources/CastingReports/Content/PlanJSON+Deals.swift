import Casting
import CastingPlanning

/// What plan.json says of deals and creators beside their columns of plan.csv.
extension PlanJSON {
  /// Keys of a profile, in their order.
  static let profileKeys = [
    "handle", "url", "agency", "region", "niche", "followers", "engagement_rate", "female_share",
    "main_age",
  ]
  static let feeKeys = ["fee_basis", "fee_answer", "whole_deal_fee", "fee_at_least", "fee_out_at"]
  static let costKeys = [
    "fee", "commission_reserve", "product_cost", "activation", "extras", "usage", "client_cost",
  ]
  static let talkKeys = [
    "fee_state", "fee_low", "fee_high", "gain_at_low", "status", "date", "reserve",
  ]

  /// What is known of a fee beside one number.
  static func fee(
    _ finding: FeeFinding, _ basis: FeeBasis
  ) -> [(key: String, value: JSONValue)] {
    var (atLeast, outAt) = (Double.nan, Double.nan)
    if case .atLeast(let fee, let above) = finding { (atLeast, outAt) = (fee, above ?? .nan) }
    let wholeDealFee = basis == .wholeDeals ? finding.fee ?? .nan : .nan
    return Array(
      zip(
        feeKeys,
        [
          .string(basis.rawValue), .string(finding.answer), .number(wholeDealFee), .number(atLeast),
          .number(outAt),
        ]
      ).map { (key: $0, value: $1) })
  }

  /// At the end of a deal.
  static func details(_ deal: PlannedDeal) -> [(key: String, value: JSONValue)] {
    let costs = [
      deal.parts.fee, deal.parts.commissionReserve, deal.parts.productCost, deal.activation,
      deal.parts.extras, deal.parts.usage, deal.clientCost,
    ]
    return zip(costKeys, costs).map { ($0, .money($1)) } + talks(deal) + members(deal.profile)
  }

  /// What is known of the fee, and how far the talks went.
  private static func talks(_ deal: PlannedDeal) -> [(key: String, value: JSONValue)] {
    let fee = deal.statedFee
    let values: [JSONValue] = [
      deal.parts.fee.isNaN ? .null : .string((fee?.state ?? .stated).rawValue),
      .number(fee?.low ?? .nan),
      .number(fee?.high ?? .nan), .number(deal.gainAtLow ?? .nan),
      deal.booking.map { .string($0.status.rawValue) } ?? .null,
      deal.booking?.date.map { .string($0.iso) } ?? .null, reserve(deal.reserve),
    ]
    return zip(talkKeys, values).map { ($0, $1) }
  }

  /// Null where none was looked for or solved; the loss is null where there is no plan without her.
  private static func reserve(_ reserve: Reserve?) -> JSONValue {
    guard let reserve else { return .null }
    let deal = reserve.deal
    return .object([
      ("creator_id", deal.map { .string($0.creatorID) } ?? .null),
      ("product_id", deal.map { .string($0.productID) } ?? .null),
      ("format", deal.map { .string($0.format.rawValue) } ?? .null),
      ("loss", .number(reserve.loss)),
    ])
  }

  /// At the end of a creator left out.
  static func details(_ creator: LeftOutCreator) -> [(key: String, value: JSONValue)] {
    [("platform", .string(creator.platform)), ("tier", .string(creator.tier.rawValue))]
      + members(creator.profile) + [
        ("fee", .number(creator.fee ?? .nan)), ("cost", .money(creator.cost ?? .nan)),
        ("next_in_line", .bool(creator.isNextInLine)),
      ]
  }

  private static func members(_ profile: CreatorProfile) -> [(key: String, value: JSONValue)] {
    let values: [JSONValue] = [
      .string(profile.handle), .string(profile.url), .string(profile.agency),
      .string(profile.region), .string(profile.niche), .number(profile.followers),
      .number(profile.engagementRate ?? .nan), .number(profile.femaleShare ?? .nan),
      profile.mainAge.map { .string($0) } ?? .null,
    ]
    return zip(profileKeys, values).map { ($0, $1) }
  }
}

extension FeeFinding {
  /// What solving again told, as files name it.
  fileprivate var answer: String {
    switch self {
    case .notSolved: "not_solved"
    case .locked: "locked"
    case .threshold: "one_fee"
    case .atLeast: "at_least"
    case .todaysFee: "todays_fee"
    case .everyFee: "every_fee"
    case .noFee: "no_fee"
    }
  }
}
