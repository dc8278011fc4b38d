import Casting

/// Which rules of a campaign hold, and at what limits; in the order of its sides.
struct RuleState: Sendable {
  private(set) var isKept: [Bool]
  private var settings: [Relaxation.Setting]

  /// Every rule as the campaign has it.
  init(_ sides: [CampaignRule]) {
    isKept = [Bool](repeating: true, count: sides.count)
    settings = sides.map { side in
      side.limit.map { .limit($0) } ?? side.days.map { .days($0) } ?? .kept
    }
  }

  /// NaN where a rule has no limit.
  func limit(of rule: Int) -> Double {
    if case .limit(let limit) = settings[rule] { limit } else { .nan }
  }

  /// Days that a rule allows, where it is one on days.
  func days(of rule: Int) -> CampaignWindow? {
    if case .days(let window) = settings[rule] { window } else { nil }
  }

  func setting(of rule: Int) -> Relaxation.Setting { isKept[rule] ? settings[rule] : .dropped }

  func dropping(_ rule: Int) -> RuleState {
    var state = self
    state.isKept[rule] = false
    return state
  }

  /// The same limits, with no other rule than these.
  func keeping(only rules: some Sequence<Int>) -> RuleState {
    var state = self
    state.isKept = [Bool](repeating: false, count: isKept.count)
    for rule in rules where isKept[rule] { state.isKept[rule] = true }
    return state
  }

  func setting(_ rule: Int, to setting: Relaxation.Setting) -> RuleState {
    var state = self
    state.settings[rule] = setting
    return state
  }

  /// Rules that hold, ascending.
  var kept: [Int] { isKept.indices.filter { isKept[$0] } }

  /// Whether every plan that obeys this state obeys the other one too, as far as limits show it.
  func implies(_ other: RuleState, _ rules: [CampaignRule]) -> Bool {
    for rule in rules.indices where other.isKept[rule] {
      guard isKept[rule] else { return false }
      switch rules[rule].side {
      case .minimum: if limit(of: rule) < other.limit(of: rule) { return false }
      case .maximum: if limit(of: rule) > other.limit(of: rule) { return false }
      case .whole:
        if let window = days(of: rule), let wider = other.days(of: rule),
          window.from < wider.from || window.to > wider.to
        {
          return false
        }
      }
    }
    return true
  }
}
