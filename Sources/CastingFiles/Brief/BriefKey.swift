import Casting

/// A value that a brief may have, by the path to it: `audience.female_share`.
///
/// These are the keys that a sheet lists for whoever fills it in. Keys that are called after something of the
/// user's own, such as a level of certification, and those of quotas are not among them.
package struct BriefKey: Sendable {
  package enum Kind: Equatable, Sendable {
    /// Taken as it stands.
    case text
    case choice([String])
    case flag
    /// Yen.
    case money
    case number
    case whole
    /// A rate, shown as per cent.
    case share
    case day
    /// Words with `;` between them.
    case list
    /// What only YAML can say, in one line.
    case structure
  }

  /// What a key is about, as a sheet groups them.
  package enum Section: String, CaseIterable, Sendable {
    case goal, money, rules, response, audience, risk, files
  }

  package var path: String
  package var kind: Kind
  package var section: Section

  /// In the order in which they are asked.
  package static let all: [BriefKey] =
    goal + money + rules + response + audience + risk
    + [BriefKey(path: "columns", kind: .structure, section: .files)]

  /// What is known of the value at a path, of keys that are listed.
  package static func kind(of path: String) -> Kind? { kinds[path] }

  private static let kinds = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.kind) })

  private static func keys(_ section: Section, _ keys: [(String, Kind)]) -> [BriefKey] {
    keys.map { BriefKey(path: $0.0, kind: $0.1, section: section) }
  }

  private static let goal = keys(
    .goal,
    [
      ("campaign", .text), ("objective", .choice(Objective.allCases.map(\.rawValue))),
      ("budget", .money), ("target.value", .number), ("minimum_marginal_return", .number),
      ("window.from", .day), ("window.to", .day), ("formats", .list),
      ("packages", .structure),
    ])

  private static let money = keys(
    .money,
    [
      ("fee_policy", .choice(FeePolicy.allCases.map(\.rawValue))),
      ("ask_policy", .choice(AskPolicy.allCases.map(\.rawValue))), ("extras", .money),
      ("usage.months", .number), ("usage.rate", .share), ("tax.rate", .share),
      ("tax.fees", .choice(taxBases)), ("tax.budget", .choice(taxBases)),
      ("tax.prices", .choice(taxBases)), ("agency.rate", .share), ("agency.per_deal", .money),
      ("agency.fixed", .money), ("exchange_rates", .structure),
    ])

  private static let taxBases = TaxBasis.allCases.map(\.rawValue)

  private static let rules = keys(
    .rules,
    [
      ("lock", .list), ("ban", .list), ("competitors.brands", .list),
      ("competitors.within_days", .whole), ("apart", .structure), ("together", .structure),
      ("spend_per_creator.max", .money), ("spend_per_creator.max_share_of_budget", .share),
      ("exclusive_categories", .flag), ("agency_creators.max", .whole), ("keep.plan", .text),
      ("keep.max_changes", .whole), ("order_capacity", .number),
      ("required_uplink_mbps", .number),
    ])

  private static let response = keys(
    .response,
    [
      ("conversion", .share),
      ("saturation", .choice(SaturationCurve.allCases.map(\.rawValue))),
      ("affinity_concentration", .number), ("certification_bonus.gold", .share),
      ("certification_bonus.silver", .share), ("certification_bonus.bronze", .share),
      ("announcements.lift", .share), ("announcements.stages", .structure),
      ("niches", .structure),
    ])

  private static let audience = keys(
    .audience,
    [
      ("audience_target.cells", .list), ("audience_target.min_share", .share),
      ("audience.female_share", .share),
    ]
      + AudienceColumns.ages.map { ("audience." + $0.name, .share) }
      + AudienceColumns.ages.map { ("age_weight." + $0.name, .number) })

  private static let risk = keys(
    .risk,
    ["risk_aversion"].map { ($0, .number) }
      + [
        "creator", "estimated_views", "unknown_affinity", "unknown_relationship", "product",
        "default_conversion", "campaign",
      ].map { ("uncertainty." + $0, .number) })
}
