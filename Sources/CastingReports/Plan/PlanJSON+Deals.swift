import Casting
import CastingPlanning

/// What plan.json says of deals and creators beside their columns of plan.csv.
extension PlanJSON {
  /// Keys of a profile, in their order.
  static let profileKeys = [
    "handle", "url", "agency", "region", "niche", "followers", "engagement_rate", "female_share",
    "main_age",
  ]
  static let costKeys = ["fee", "commission_reserve", "product_cost", "activation"]

  /// At the end of a deal.
  static func details(_ deal: PlannedDeal) -> [(key: String, value: JSONValue)] {
    let costs = [
      deal.parts.fee, deal.parts.commissionReserve, deal.parts.productCost, deal.activation,
    ]
    return zip(costKeys, costs).map { ($0, .number($1)) } + members(deal.profile)
  }

  /// At the end of a creator left out.
  static func details(_ creator: LeftOutCreator) -> [(key: String, value: JSONValue)] {
    [("platform", .string(creator.platform)), ("tier", .string(creator.tier.rawValue))]
      + members(creator.profile) + [
        ("fee", .number(creator.fee ?? .nan)), ("cost", .number(creator.cost ?? .nan)),
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
