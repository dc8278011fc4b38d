import Casting

/// Briefs that go with a synthetic roster and its products, one per objective, with the rules a
/// brand would ask for and creators of that roster in them.
package struct SyntheticBriefs: Sendable {
  /// Rows looked at when a creator is chosen for a rule.
  private static let candidates = 2_000

  package let roster: SyntheticRoster
  package let creators: Int
  package let products: [Product]
  /// Deals the budget is meant for.
  package let deals: Int

  package init(roster: SyntheticRoster, creators: Int, products: SyntheticProducts) {
    self.roster = roster
    self.creators = creators
    self.products = products.products()
    self.deals = products.deals
  }

  /// JPY: about 100,000 a deal.
  package var budget: Int { deals * 100_000 }

  /// File name and text of every brief, in the order of `Objective`.
  package func files() -> [(name: String, text: String)] {
    Objective.allCases.map { ("brief-\($0.rawValue).yaml", text($0)) }
  }

  private func text(_ objective: Objective) -> String {
    let head = """
      # 合成データ / synthetic: no brand, product or person is real.
      campaign: \(Self.titles[objective.rawValue] ?? objective.rawValue)
      objective: \(objective.rawValue)
      budget: \(grouped(budget))
      window: {from: 2026-12-01, to: 2026-12-20}
      formats: [\(objective == .reach ? "video, live" : "live, video")]
      required_uplink_mbps: 10

      """
    return head + rules(objective)
  }

  private static let titles = [
    "gmv": "冬のライブコマース週間", "profit": "利益重視の定番セール", "ltv": "はじめての定期便",
    "orders": "年末お試しフェア", "reach": "新商品のお披露目",
  ]

  private func rules(_ objective: Objective) -> String {
    switch objective {
    case .gmv: gmvRules()
    case .profit: profitRules()
    case .ltv: ltvRules()
    case .orders: ordersRules()
    case .reach: reachRules()
    }
  }

  private func gmvRules() -> String {
    """
    quotas:
      - {where: {tier: micro}, spend_share: {min: 0.5}}
      - {where: {platform: tiktok}, count: {min: \(part(8)), max: \(part(2))}}
      - {where: {platform: live_app}, count: {min: \(part(12))}}
    \(choices(lock: matching(0).map(\.id)))certification_bonus: {gold: 0.15, silver: 0.08}
    announcements:
      stages:
        - {name: teaser, days_before: 7, strength: 0.3}
        - {name: reminder, days_before: 1, strength: 0.3}
        - {name: last_call, hours_before: 1, strength: 0.4}
      lift: 0.3

    """
  }

  private func profitRules() -> String {
    let lock = matching(1).map { creator in
      products.count > 1
        ? "{creator: \(creator.id), product: \(products[1].id)}" : creator.id
    }
    return """
      quotas:
        - {where: {employment: [in_house, trainee]}, count: {min: \(part(10))}}
        - {where: {platform: instagram}, spend_share: {max: 0.6}}
      \(choices(lock: lock))certification_bonus: {gold: 0.15}

      """
  }

  private func ltvRules() -> String {
    """
    quotas:
      - {where: {certification: [gold, silver]}, count: {min: \(part(5))}}
      - {where: {tier: [macro, mega]}, spend_share: {max: 0.3}}
    \(choices(lock: nil))age_weight: {age_20_29: 1.208, age_30_39: 1.088, age_40_49: 1.05}

    """
  }

  private func ordersRules() -> String {
    """
    saturation: logarithmic
    order_capacity: \(grouped(deals * 160))
    quotas:
      - {where: {tier: [nano, micro]}, spend_share: {min: 0.4}}
      - {where: {format: video}, count: {max: \(part(2))}}
    \(choices(lock: nil))
    """
  }

  private func reachRules() -> String {
    """
    audience: {female_share: 0.52, age_13_19: 0.1, age_20_29: 0.22, age_30_39: 0.22, \
    age_40_49: 0.2, age_50_59: 0.15, age_60_plus: 0.11}
    quotas:
      - {where: {followers: {max: 100_000}}, spend_share: {min: 0.5}}
      - {where: {region: 東京都}, count: {max: \(part(2))}}
    \(choices(lock: matching(0).map(\.id)))
    """
  }

  /// `lock` and `ban` lines; the banned are one agency and the most followed creator.
  private func choices(lock: String?) -> String {
    let lockLine = lock.map { "lock: [\($0)]\n" } ?? ""
    let starPart = star.map { "\($0.id), " } ?? ""
    return lockLine + "ban: [\(starPart){agency: \(Self.bannedAgency)}]\n"
  }

  private static let bannedAgency = "合成なみのね堂"

  /// Rows of the creators whom the briefs name.
  package var namedRows: Set<Int> {
    let named = Set(
      [matching(0), matching(1), star].compactMap { $0?.id })
    return Set(
      (0..<min(creators, Self.candidates)).filter {
        named.contains(SyntheticRoster.identifier($0))
      })
  }

  private var star: SyntheticCreator? {
    sampled.max { ($0.followers, $1.id) < ($1.followers, $0.id) }
  }

  /// A certified, always available micro creator of the product's category, or of any.
  private func matching(_ product: Int) -> SyntheticCreator? {
    let able = sampled.filter {
      Tier(followers: Double($0.followers)) == .micro && !$0.certification.isEmpty
        && $0.agency != Self.bannedAgency && $0.liveFee != nil && ($0.uplink ?? 20) >= 15
        && $0.availableFrom == nil && $0.availableTo == nil
    }
    guard products.indices.contains(product) else { return able.first }
    let category = products[product].category
    return able.first { SyntheticTopic.all[$0.topic].category == category } ?? able.first
  }

  private var sampled: [SyntheticCreator] {
    (0..<min(creators, Self.candidates)).map(roster.creator)
  }

  /// One part in `parts` of the deals, at least 1.
  private func part(_ parts: Int) -> Int { max(1, deals / parts) }

  /// `5_000_000`, as people write large numbers in YAML.
  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { position in
      let left = digits.count - position
      return String(digits[position]) + (left > 1 && left % 3 == 1 ? "_" : "")
    }.joined()
  }
}
