import Casting

extension ClashFinder {
  /// The names of the rules of one clash; nil where none is proved to be there.
  mutating func firstClash() -> [String]? {
    guard case .impossible = oracle.answer(state) else { return nil }
    return members()?.map { name(of: $0) }
  }

  /// Leaves out rules that clash with bans until a plan obeys the rest: of each clash the one that asks for
  /// most of what is banned; none that the plan could obey after all.
  ///
  /// Nil where rules clash without the bans, or that was not decided within the limits.
  mutating func lifting(for bans: [DealFilter]) -> (campaign: Campaign, rules: [String])? {
    let rules = problem.rules
    let isNew = rules.map { rule in
      if case .ban(let filter) = rule.label { bans.contains(filter) } else { false }
    }
    var lifted: [Int] = []
    while lifted.count < Self.maximumClashes {
      let now = lifted.reduce(state) { $0.dropping($1) }
      switch oracle.answer(now) {
      case .undecided: return nil
      case .plan: return settle(lifted)
      case .impossible:
        guard let members = members(of: now), members.contains(where: { isNew[$0] }),
          let next = members.filter({ !isNew[$0] && rules[$0].isLiftable })
            .min(by: { (rules[$0].liftOrder, $0) < (rules[$1].liftOrder, $1) })
        else { return nil }
        lifted.append(next)
      }
    }
    return nil
  }

  /// What was left out for one clash may hold once those of others are left out.
  private mutating func settle(_ lifted: [Int]) -> (campaign: Campaign, rules: [String]) {
    var needed = lifted
    for rule in lifted.dropLast() {
      let others = needed.filter { $0 != rule }
      if case .plan = oracle.answer(others.reduce(state, { $0.dropping($1) })) { needed = others }
    }
    let last = needed.sorted().reduce(state) { $0.dropping($1) }
    return (problem.campaign(under: last), needed.sorted().map { name(of: $0) })
  }

  private mutating func members() -> [Int]? { members(of: state) }

  private mutating func members(of state: RuleState) -> [Int]? {
    var search = SmallestClash(oracle, state: state)
    let members = search.find()
    oracle = search.oracle
    return members.isEmpty ? nil : members
  }

  /// As `--drop-rule` takes it: one side of two by its own name.
  private func name(of side: Int) -> String {
    let rule = problem.rules[side]
    let isOneOfTwo = problem.rules.contains {
      $0.name == rule.name && $0.label == rule.label && $0.side != rule.side
    }
    guard isOneOfTwo, rule.side != .whole else { return rule.name }
    return rule.name + (rule.side == .minimum ? " (minimum)" : " (maximum)")
  }
}

extension CampaignRule {
  /// Whether a plan can be asked for without it; what there is to spend, the days and the slots stay.
  fileprivate var isLiftable: Bool {
    switch label {
    case .budget, .window, .slots: false
    default: true
    }
  }

  /// What asks for few creators goes before what asks for many, and that before what limits.
  fileprivate var liftOrder: Int {
    switch order {
    case .lock: 0
    case .together: 1
    case .quotaNeed: 2
    case .keep: 3
    case .productNeed: 4
    case .apart: 5
    case .creatorLimit: 6
    case .quotaLimit: 7
    case .productLimit: 8
    case .ban: 9
    case .budget, .slots, .window: 10
    }
  }
}
