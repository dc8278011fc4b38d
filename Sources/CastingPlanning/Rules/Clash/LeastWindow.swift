import Casting

/// Finds the fewest days that must be added to a window until the other rules of a state have a
/// plan.
struct LeastWindow {
  private(set) var oracle: ClashOracle
  /// Whether fewer days are proved not to be enough.
  private(set) var isLeast = true
  private let rule: Int
  private let state: RuleState

  /// Most days on either side that are tried one by one.
  private static let maximumEnds = 200

  init(_ oracle: ClashOracle, rule: Int, state: RuleState) {
    self.oracle = oracle
    self.rule = rule
    self.state = state
  }

  /// The window with the fewest days added, the latest start of several; nil when none is enough.
  ///
  /// Only days on which somebody becomes free matter: for every earlier start the least later end,
  /// which never grows as the start moves back.
  mutating func find() -> (window: CampaignWindow, plan: PlanFacts)? {
    guard let window = state.days(of: rule) else { return nil }
    let ends = Ends(oracle.problem.campaign.roster, window: window)
    guard ends.starts.count + ends.ends.count <= Self.maximumEnds else {
      isLeast = false
      return nil
    }
    var best: (window: CampaignWindow, plan: PlanFacts)?
    var last = ends.ends.count - 1
    for start in ends.starts {
      while last >= 0 {
        let wider = CampaignWindow(from: start, to: ends.ends[last])
        guard let plan = plan(wider) else { break }
        if best.map({ wider.length < $0.window.length }) ?? true { best = (wider, plan) }
        last -= 1
      }
    }
    return best
  }

  private mutating func plan(_ window: CampaignWindow) -> PlanFacts? {
    switch oracle.answer(state.setting(rule, to: .days(window))) {
    case .plan(let plan): return plan
    case .impossible: return nil
    case .undecided:
      isLeast = false
      return nil
    }
  }

  /// Days at which a wider window takes in another creator, nearest first.
  private struct Ends {
    var starts: [CalendarDay]
    var ends: [CalendarDay]

    init(_ roster: Roster, window: CampaignWindow) {
      let earlier = Set(roster.availableTo.compactMap { $0 }.filter { $0 < window.from })
      let later = Set(roster.availableFrom.compactMap { $0 }.filter { $0 > window.to })
      starts = [window.from] + earlier.sorted(by: >)
      ends = [window.to] + later.sorted()
    }
  }
}

extension CampaignWindow {
  /// Days, both ends included.
  var length: Int { to.number - from.number + 1 }
}

extension CalendarDay {
  /// Days since 1 March of year 0.
  fileprivate var number: Int {
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5
      + day - 1
  }
}
