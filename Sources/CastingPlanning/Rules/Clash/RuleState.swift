import Casting

/// Which rules of a campaign hold, and at what limits; in the order of `Campaign.rules`.
struct RuleState: Sendable {
  private(set) var isKept: [Bool]
  /// NaN where a rule has no limit.
  private(set) var limit: [Double]
  /// In place of the brief's, while the window is kept.
  var window: CampaignWindow?

  /// Every rule as the campaign has it.
  init(_ rules: [CampaignRule], window: CampaignWindow?) {
    isKept = [Bool](repeating: true, count: rules.count)
    limit = rules.map { $0.limit ?? .nan }
    self.window = window
  }

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

  func setting(_ rule: Int, to limit: Double) -> RuleState {
    var state = self
    state.limit[rule] = limit
    return state
  }

  func setting(_ window: CampaignWindow) -> RuleState {
    var state = self
    state.window = window
    return state
  }

  /// Rules that hold, ascending.
  var kept: [Int] { isKept.indices.filter { isKept[$0] } }

  /// Whether every plan that obeys this state obeys the other one too, as far as limits show it.
  func implies(_ other: RuleState, _ rules: [CampaignRule]) -> Bool {
    for rule in rules.indices where other.isKept[rule] {
      guard isKept[rule] else { return false }
      switch rules[rule].side {
      case .minimum: if limit[rule] < other.limit[rule] { return false }
      case .maximum: if limit[rule] > other.limit[rule] { return false }
      case .whole:
        if rules[rule].kind == .window, let window, let wider = other.window,
          window.from < wider.from || window.to > wider.to
        {
          return false
        }
      }
    }
    return true
  }
}
