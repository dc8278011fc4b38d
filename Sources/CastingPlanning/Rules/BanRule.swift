import Casting

/// Creators or deals that a plan must not hold: `ban: [C0033, {agency: Acme}]`.
struct BanRule: BarringRule {
  /// By its place in the brief.
  let number: Int
  let filter: DealFilter
  /// Whether another ban before it says the same.
  let isRepeated: Bool

  static func rules(of campaign: Campaign) -> [BanRule] {
    let bans = campaign.brief.bans
    return bans.indices.map {
      BanRule(number: $0, filter: bans[$0], isRepeated: bans.firstIndex(of: bans[$0]) != $0)
    }
  }

  var label: RuleLabel { .ban(filter: filter) }
  var name: String { Self.name(of: filter) }
  var otherNames: [String] { ["ban \(filter.words)", Self.braced(filter)] }
  var isListed: Bool { !isRepeated }
  var place: Int { number }

  func barred(in frame: RuleFrame) -> FilterMatch { frame.match(filter) }

  // MARK: Clashes

  /// The first of several stands for all that say the same.
  var sides: [RuleSide] {
    if isRepeated { return [] }
    var side = RuleSide(.whole, unit: unit, word: "ban", order: .ban)
    side.burden = .ban
    return [side]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    if !settings[0].isKept { campaign.brief.bans.removeAll { $0 == filter } }
  }
}

// MARK: Name

extension BanRule {
  /// `ban C0033`, `ban agency Acme`.
  static func name(of filter: DealFilter) -> String {
    "ban \(filter.onlyCreator ?? filter.words)"
  }

  /// As the brief writes it, and plans once did: `ban {agency: Acme}`.
  private static func braced(_ filter: DealFilter) -> String {
    var parts = DealFilter.Attribute.allCases.compactMap { attribute in
      filter.values[attribute].map { "\(attribute.rawValue): \(words($0))" }
    }
    if let range = filter.followers { parts.append("followers: \(limits(range))") }
    if let range = filter.engagementRate { parts.append("engagement_rate: \(limits(range))") }
    if let audience = filter.audience {
      let ends = limits(audience.range).dropFirst()
      parts.append("audience: {cells: \(words(audience.cells)), \(ends)")
    }
    return "ban {\(parts.joined(separator: ", "))}"
  }

  private static func words(_ values: [String]) -> String {
    values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
  }

  private static func limits(_ range: ClosedRange<Double>) -> String {
    var parts: [String] = []
    if range.lowerBound > -.infinity { parts.append("min: \(number(range.lowerBound))") }
    if range.upperBound < .infinity { parts.append("max: \(number(range.upperBound))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
