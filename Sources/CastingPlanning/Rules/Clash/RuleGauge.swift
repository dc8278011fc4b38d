import Allocation
import Casting

/// Tells of any plan which rules it obeys, and which limit it would need.
struct RuleGauge: Sendable {
  let campaign: Campaign
  let rules: [CampaignRule]
  let kinds: DealKinds
  /// By place in the brief.
  let quotas: [FilterMatch]
  let bans: [FilterMatch]
  let links: [ItemLink]
  private let exclusionKeys: [Int32]
  private let rowOfLocked: [String: Int]
  private let budgetRule: Int?

  /// What rounding may hide in a sum of yen.
  static let slack = 1e-6

  init(campaign: Campaign, rules: [CampaignRule], matcher: FilterMatcher, kinds: DealKinds) {
    self.campaign = campaign
    self.rules = rules
    self.kinds = kinds
    quotas = campaign.brief.quotas.map { matcher.match($0.filter) }
    bans = campaign.brief.bans.map { matcher.match($0) }
    links = CastingProblem.links(campaign.brief.linkGroups, in: campaign.roster)
    exclusionKeys = CastingFrame.exclusionKeys(
      campaign.products.products, kinds, byCategory: true)
    let locked = Set(campaign.brief.locks.map(\.creatorID))
    var rowOfLocked: [String: Int] = [:]
    for row in 0..<(locked.isEmpty ? 0 : campaign.roster.count) {
      let id = campaign.roster.creatorIDs[row]
      if locked.contains(id) { rowOfLocked[id] = row }
    }
    self.rowOfLocked = rowOfLocked
    budgetRule = rules.firstIndex { $0.kind == .budget }
  }

  /// Whether the plan obeys every rule of the state.
  func obeys(_ plan: PlanFacts, _ state: RuleState) -> Bool {
    rules.indices.allSatisfy { !state.isKept[$0] || obeys(plan, rule: $0, state) }
  }

  /// Whether the plan obeys one rule, which the state keeps.
  func obeys(_ plan: PlanFacts, rule: Int, _ state: RuleState) -> Bool {
    let limit = state.limit[rule]
    switch rules[rule].kind {
    case .spendPerCreator:
      return plan.largestCreatorSpend <= spendLimit(state, rule) + Self.slack
    case .exclusiveCategories: return isExclusive(plan)
    case .lock(let place): return holds(plan, campaign.brief.locks[place])
    case .ban(let place):
      return !plan.deals.contains { bans[place].includes(creator: $0.creator, kind: $0.kind) }
    case .link(let place): return obeys(plan, links[place])
    case .window:
      return plan.deals.allSatisfy { campaign.roster.isAvailable($0.creator, in: state.window) }
    case .budget: return plan.spend <= limit + Self.slack
    default: break
    }
    let needed = needed(by: plan, for: rule, state)
    return rules[rule].side == .minimum ? needed >= limit - 1e-12 : needed <= limit + 1e-12
  }

  /// The limit at which the plan just obeys a rule that has one, the other rules being the state's.
  ///
  /// A share of no spend at all obeys any limit: the limit that is there.
  func needed(by plan: PlanFacts, for rule: Int, _ state: RuleState) -> Double {
    switch rules[rule].kind {
    case .budget: return neededBudget(plan, state)
    case .productMinimum(let product), .productMaximum(let product):
      return Double(plan.deals.count { kinds.product(ofKind: $0.kind) == product })
    case .productSpend(let product):
      return plan.deals.reduce(0) {
        $0 + (kinds.product(ofKind: $1.kind) == product ? $1.cost : 0)
      }
    case .quotaMinimum(let quota), .quotaMaximum(let quota):
      return measured(plan, quota: quota) ?? state.limit[rule]
    case .spendPerCreator:
      guard case .shareOfBudget = campaign.brief.spendPerCreator else {
        return plan.largestCreatorSpend
      }
      return plan.largestCreatorSpend / budget(state)
    case .slots(let creator): return Double(plan.deals.count { $0.creator == creator })
    case .keep:
      let kept = plan.deals.count { kinds.isKept($0.kind) }
      let gone = (campaign.brief.keep?.deals.count ?? 0) - kept
      return Double(plan.deals.count - kept + gone)
    case .exclusiveCategories, .lock, .ban, .link, .window: return .nan
    }
  }

  // MARK: Single rules

  /// A budget also sets the limit per creator where that is a share of it.
  private func neededBudget(_ plan: PlanFacts, _ state: RuleState) -> Double {
    guard let rule = rules.firstIndex(where: { $0.kind == .spendPerCreator }), state.isKept[rule],
      case .shareOfBudget = campaign.brief.spendPerCreator, plan.largestCreatorSpend > 0
    else { return plan.spend.rounded(.up) }
    let share = state.limit[rule]
    guard share > 0 else { return .infinity }
    var least = (plan.largestCreatorSpend / share).rounded(.up)
    if share * least < plan.largestCreatorSpend { least += 1 }
    return max(plan.spend.rounded(.up), least)
  }

  private func budget(_ state: RuleState) -> Double {
    guard let budgetRule, state.isKept[budgetRule] else { return .infinity }
    return state.limit[budgetRule]
  }

  private func spendLimit(_ state: RuleState, _ rule: Int) -> Double {
    guard case .shareOfBudget = campaign.brief.spendPerCreator else { return state.limit[rule] }
    let budget = budget(state)
    return budget.isFinite ? state.limit[rule] * budget : .infinity
  }

  /// The quota's measure; nil for a share of nothing.
  private func measured(_ plan: PlanFacts, quota: Int) -> Double? {
    let inside = plan.deals.filter { quotas[quota].includes(creator: $0.creator, kind: $0.kind) }
    switch campaign.brief.quotas[quota].measure {
    case .count: return Double(inside.count)
    case .creators:
      return Double(
        inside.indices.count { $0 == 0 || inside[$0].creator != inside[$0 - 1].creator })
    case .spend: return inside.reduce(0) { $0 + $1.cost }
    case .spendShare:
      return plan.dealSpend > 0 ? inside.reduce(0) { $0 + $1.cost } / plan.dealSpend : nil
    }
  }

  private func isExclusive(_ plan: PlanFacts) -> Bool {
    var seen: Set<Int32> = []
    for (place, deal) in plan.deals.enumerated() {
      if place > 0, plan.deals[place - 1].creator != deal.creator { seen = [] }
      if !seen.insert(exclusionKeys[deal.kind]).inserted { return false }
    }
    return true
  }

  private func holds(_ plan: PlanFacts, _ lock: Lock) -> Bool {
    guard let creator = rowOfLocked[lock.creatorID] else { return false }
    return plan.deals.contains { deal in
      deal.creator == creator
        && (lock.productID.map {
          $0 == campaign.products.products[kinds.product(ofKind: deal.kind)].id
        } ?? true)
    }
  }

  private func obeys(_ plan: PlanFacts, _ link: ItemLink) -> Bool {
    let cast = Set(plan.deals.map { Int32($0.creator) })
    let members = link.members.count { cast.contains($0) }
    return link.rule == .atMostOne ? members <= 1 : members == 0 || members == link.members.count
  }
}
