import Allocation
import Casting

/// The most creators of one agency: `agency_creators: {max: 3}`, or with limits of their own for some,
/// `agency_creators: [{max: 3}, {agency: Acme, max: 2}]`.
///
/// Every agency of the roster is a rule by itself, with a row, a price and a limit that can be moved.
/// Creators without an agency are of none.
struct AgencyCreatorsRule: SumRule {
  /// Among the roster's agencies.
  let number: Int
  /// As the roster writes it first.
  let agency: String
  let limit: Int

  static func rules(of campaign: Campaign) -> [AgencyCreatorsRule] {
    let stated = campaign.brief.agencyLimits
    guard !stated.isEmpty else { return [] }
    let all = stated.last { $0.agency == nil }?.maximum
    var own: [String: Int?] = [:]
    for limit in stated {
      if let agency = limit.agency { own[key(agency)] = .some(limit.maximum) }
    }
    var seen: Set<String> = [""]
    var rules: [AgencyCreatorsRule] = []
    // Not those of whom a part of the roster has creators: all parts have the same rows.
    for agency in campaign.roster.agencies.levels where seen.insert(key(agency)).inserted {
      guard let limit = own[key(agency)] ?? all else { continue }
      rules.append(AgencyCreatorsRule(number: rules.count, agency: agency, limit: limit))
    }
    return rules
  }

  private static func key(_ agency: String) -> String { NormalizedText(agency).string }

  var label: RuleLabel { .agencyCreators(agency: agency, maximum: limit) }
  var name: String { "agency \(agency) creators" }
  /// The key stands for all of them.
  var otherNames: [String] { ["agency_creators"] }
  var unit: RuleUnit { .creators }
  var place: Int { number }

  func row(in frame: RuleFrame) -> AllocationRow {
    let match = frame.match(DealFilter(values: [.agency: [agency]]))
    return AllocationRow(
      upper: Double(limit), memberItems: match.creators, memberKinds: match.kinds,
      perTouchedItem: 1)
  }

  var sides: [RuleSide] {
    [
      RuleSide(
        .maximum, limit: Double(limit), unit: unit, word: "agency_creators", order: .quotaLimit)
    ]
  }

  /// A limit that moves becomes one of the agency's own.
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    let wanted = settings[0].limit.map { Int($0.rounded(.down)) }
    guard wanted != limit else { return }
    campaign.brief.agencyLimits.append(AgencyLimit(agency: agency, maximum: wanted))
  }
}
