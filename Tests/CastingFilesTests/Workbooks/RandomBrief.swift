/// Briefs as people could write them, in YAML, of every key and every form that a key can have.
struct RandomBrief {
  private var state: UInt64
  private(set) var text = ""

  init(seed: UInt64) {
    state = seed
    for key in Self.keys where chance(2) { add(key) }
    // Two of the questions exclude each other, and so do shares of a budget and none.
    if !text.contains("budget: ") { text += "budget: 5_000_000\n" }
  }

  private static let keys = [
    "campaign", "objective", "budget", "question", "window", "formats", "required_uplink_mbps",
    "quotas", "spend_per_creator", "exclusive_categories", "agency_creators", "lock", "ban",
    "audience_target", "competitors",
    "apart", "together", "affinity_concentration", "saturation", "audience", "age_weight",
    "certification_bonus", "announcements", "order_capacity", "conversion", "risk_aversion",
    "uncertainty", "niches", "columns",
  ]

  // MARK: Draws

  /// SplitMix64.
  private mutating func draw(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  private mutating func chance(_ outOf: Int) -> Bool { draw(outOf) > 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[draw(values.count)] }

  private mutating func several(_ most: Int, _ make: (inout Self) -> String) -> [String] {
    (0..<(1 + draw(most))).map { _ in make(&self) }
  }

  /// A text as YAML: words of all kinds, those too that a cell could take for something else.
  private mutating func word() -> String {
    pick([
      "Acme", "合成こもれび組", "\"a; b\"", "\"[秋]\"", "\"{x}\"", "'\"quoted\"'", "\" blank \"",
      "\"two\\nlines\"", "\"tab\\there\"", "\"\\x07bell\"", "\"=1+1\"", "2026", "\"007\"", "true",
      "~x",
      "\"null\"", "'it''s'", "\"back\\\\slash\"", "😀", "\"#5\"", "\"a: b\"", "\"、\"", "1e5",
      "\"\\u2028line\"", "\"\\uFEFFmark\"", "a-b_c.d", "50%", "\"- dash\"", "\"； wide\"",
    ])
  }

  private mutating func id() -> String { "C000\(draw(10))" }

  private mutating func amount() -> String {
    pick(["5_000_000", "500万", "5M", "\"5,000,000\"", "0", "1234.5", "1e6", "\"¥300,000\"", "42"])
  }

  private mutating func rate() -> String {
    pick(["0.3", "30%", "0", "1", "1.5%", "0.0215", "100%", "0.7%", "1e-2"])
  }

  private mutating func flow(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private mutating func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }

  // MARK: Keys

  private mutating func add(_ key: String) {
    switch key {
    case "question": if chance(2) { text += question() }
    case "quotas": text += "quotas:\n" + several(4) { "  - " + $0.quota() + "\n" }.joined()
    default: if let value = value(key) { text += "\(key): \(value)\n" }
    }
  }

  private mutating func question() -> String {
    pick(["target: {value: 10_000_000}\n", "minimum_marginal_return: 1.5\n"])
  }

  private mutating func value(_ key: String) -> String? {
    switch key {
    case "campaign": word()
    case "objective": pick(["gmv", "profit", "ltv", "orders", "reach"])
    case "saturation": pick(["random-duplication", "logarithmic", "none"])
    case "budget", "order_capacity": amount()
    case "conversion": rate()
    case "affinity_concentration", "risk_aversion", "required_uplink_mbps":
      pick(["0", "3", "1e-7", "2.5", "0.1"])
    case "window":
      flow([
        ("from", pick(["2026-12-01", "2026/12/1"])), ("to", pick(["2026-12-20", "2027年1月5日"])),
      ])
    case "formats": pick(["[live, video]", "[動画]", "live", "[post, story, post]"])
    case "spend_per_creator":
      flow([chance(2) ? ("max", amount()) : ("max_share_of_budget", rate())])
    case "exclusive_categories": pick(["true", "yes", "No", "off"])
    case "agency_creators":
      pick(["{max: 3}", "[{max: 3}, {agency: Acme, max: 2}]", "[{agency: \"[b]\", max: 0}]"])
    case "lock": list(several(3) { $0.chance(2) ? $0.id() : "{creator: \($0.id()), product: P1}" })
    case "ban": list(several(3) { $0.ban() })
    case "competitors":
      // Its days count from the window.
      text.contains("window: ") ? "{brands: [アオゾラ, \(word())], within_days: 90}" : nil
    case "audience_target":
      pick(["{cells: [female_20_29, 女性30代], min_share: 30%}", "{cells: female, min_share: 0.5}"])
    case "apart", "together": pick(["[[C1, C2]]", "[[C1, C2], [C2, \"C;3\", C4]]", "[]"])
    default: response(key)
    }
  }

  private mutating func response(_ key: String) -> String? {
    switch key {
    case "audience": pick(["{female_share: 0.6}", "{age_20_29: 30%, age_60_plus: 0.1}"])
    case "age_weight": pick(["{age_13_19: 0}", "{age_20_29: 1.2, age_30_39: 1.1}"])
    case "certification_bonus":
      pick(["{gold: 0.15}", "{gold: -10%, 公式: 0.2}", "{\"lv.1\": 0.1, \"\": 0.2}", "{\" a\": 1%}"])
    case "announcements":
      pick([
        "{stages: [{name: a, days_before: 7, strength: 0.3}], lift: 0.3}",
        "{stages: [{hours_before: 1, strength: 40%}, {name: \"b; c\", days_before: 1, strength: 0}]}",
        "{stages: []}",
      ])
    case "uncertainty":
      pick(["{campaign: 0.2, creator: 0.5}", "{creator: {micro: 0.6, mega: 0.1}, product: 0}"])
    case "niches": "[{name: \(word()), parent: sports, words: [\(word()), \(word())]}]"
    case "columns": flow([("name", word()), ("fee", "\"#5\"")])
    default: nil
    }
  }

  private mutating func ban() -> String {
    chance(2) ? id() : pick(["{agency: \(word())}", "{platform: [x, tiktok], tier: nano}"])
  }

  private mutating func quota() -> String {
    var pairs: [(String, String)] = []
    if chance(4) {
      pairs.append(
        (
          "where",
          pick([
            "{tier: micro}", "{platform: \(word())}",
            "{region: [\(word()), \(word())], tier: [nano]}",
            "{followers: {max: 10万}, engagement_rate: {min: 2%, max: 0.1}}", "{}",
            "{audience: {cells: [female, 20_29], min: 30%}}",
          ])
        ))
    }
    pairs.append(
      (pick(["count", "creators"]), pick(["{min: 3}", "{max: 7}", "{min: 1, max: 10}"])))
    if chance(3) { pairs.append(("spend_share", "{max: \(rate())}")) }
    if !chance(4) { pairs.append(("spend", "{min: 0, max: \(amount())}")) }
    return flow(pairs)
  }
}
