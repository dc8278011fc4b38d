import Casting
import CastingPlanning

/// Every plan of a tiny campaign, and which of its rules each one obeys: written from the model
/// alone.
package struct BruteForcePlans {
  struct Deal {
    var creator: Int
    var product: Int
    var format: Int
    /// JPY.
    var cost: Double
  }

  /// What becomes of a rule.
  package enum Setting {
    case asWritten
    case dropped
    case limit(Double)
    case days(CampaignWindow)
  }

  package let campaign: Campaign
  package let rules: [CampaignRule]
  private var plans: [[Deal]] = [[]]

  package init(_ campaign: Campaign) {
    self.campaign = campaign
    rules = campaign.rules
    for creator in 0..<campaign.roster.count {
      let own = choices(creator)
      plans = plans.flatMap { plan in own.map { plan + $0 } }
    }
    for rows in persons where !isRule(slotsOf: campaign.roster.persons[rows[0]]) {
      let slots = rows.map { Int(campaign.roster.slots[$0]) }.max() ?? 0
      plans.removeAll { plan in plan.count { rows.contains($0.creator) } > slots }
    }
  }

  /// Rows of everybody who has several accounts.
  private var persons: [[Int]] {
    let roster = campaign.roster
    guard roster.persons.count == roster.count else { return [] }
    let named = (0..<roster.count).filter { !roster.persons[$0].isEmpty }
    return Dictionary(grouping: named) { roster.persons[$0] }.values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
  }

  private func isRule(slotsOf id: String) -> Bool {
    rules.contains { $0.label == .slots(creatorID: id) }
  }

  /// Deals that one creator may have together, the rules of the brief aside: one for each product,
  /// within her slots unless these are one of the rules.
  private func choices(_ creator: Int) -> [[Deal]] {
    let slots =
      isRule(slotsOf: campaign.roster.creatorIDs[creator])
      ? campaign.products.count : Int(campaign.roster.slots[creator])
    var choices: [[Deal]] = [[]]
    for (product, listed) in campaign.products.products.enumerated() {
      choices += choices.flatMap { choice in
        (0..<2).compactMap { format in
          let fee = campaign.roster.formatFees[format][creator]
          if fee.isNaN { return nil }
          let cost = fee + listed.costPerDeal
          return choice + [Deal(creator: creator, product: product, format: format, cost: cost)]
        }
      }
    }
    return choices.filter { $0.count <= slots }
  }

  /// Whether some plan obeys every rule, each as its setting says.
  package func isFeasible(_ settings: [Setting]) -> Bool {
    plans.contains { plan in
      rules.indices.allSatisfy { obeys(plan, rules[$0], settings[$0], settings) }
    }
  }

  package var asWritten: [Setting] { rules.map { _ in .asWritten } }

  private func obeys(
    _ plan: [Deal], _ rule: CampaignRule, _ setting: Setting, _ all: [Setting]
  ) -> Bool {
    var limit = rule.limit ?? .nan
    var window = campaign.brief.window
    switch setting {
    case .dropped: return true
    case .limit(let moved): limit = moved
    case .days(let wider): window = wider
    case .asWritten: break
    }
    let products = campaign.products.products
    switch rule.label {
    case .budget: return spend(plan) + activation(plan) <= limit
    case .productCreators(let product, _, _):
      let count = Double(plan.count { products[$0.product].id == product })
      return rule.side == .minimum ? count >= limit : count <= limit
    case .productSpend(let product, _):
      return spend(plan.filter { products[$0.product].id == product }) <= limit
    case .quota(let filter, let measured, _, _):
      let excess = measure(plan, filter, measured, limit)
      return rule.side == .minimum ? excess >= 0 : excess <= 0
    case .spendShare(let filter, _, _):
      let excess = measure(plan, filter, .spendShare, limit)
      return rule.side == .minimum ? excess >= 0 : excess <= 0
    case .spendPerCreator(let yen, _):
      let most =
        ((0..<campaign.roster.count).map { [$0] } + persons).map { rows in
          spend(plan.filter { rows.contains($0.creator) })
        }.max() ?? 0
      return yen == nil ? most <= limit * budget(all) + 1e-9 : most <= limit
    case .exclusiveCategories:
      return !plan.contains { deal in
        plan.contains {
          $0.creator == deal.creator && $0.product < deal.product
            && !products[deal.product].category.isEmpty
            && products[$0.product].category == products[deal.product].category
        }
      }
    case .lock(let creatorID, let productID):
      return plan.contains {
        campaign.roster.creatorIDs[$0.creator] == creatorID
          && (productID ?? products[$0.product].id) == products[$0.product].id
      }
    case .ban(let filter): return !plan.contains { matches($0, filter) }
    case .competitors:
      guard let terms = campaign.brief.competitors else { return true }
      return !plan.contains { NaiveWorks.areBarred(campaign.roster, $0.creator, terms) }
    case .audienceTarget(let target):
      return plan.allSatisfy {
        campaign.roster.femaleShares[$0.creator] >= target.range.lowerBound
      }
    case .window: return plan.allSatisfy { isFree($0.creator, window) }
    case .slots(let creatorID):
      let roster = campaign.roster
      let own = plan.count {
        roster.creatorIDs[$0.creator] == creatorID
          || (roster.persons.count == roster.count && roster.persons[$0.creator] == creatorID)
      }
      return Double(own) <= limit
    case .together(let group):
      let cast = castMembers(plan, group)
      return cast == 0 || cast == Set(group).count
    case .apart(let group): return castMembers(plan, group) <= 1
    case .keep:
      let deals = Set(
        plan.map {
          KeptPlan.Deal(
            creatorID: campaign.roster.creatorIDs[$0.creator], productID: products[$0.product].id,
            format: DealFormat.simple[$0.format])
        })
      let kept = campaign.brief.keep?.deals ?? []
      return Double(deals.symmetricDifference(kept).count) <= limit
    case .agencyCreators(let agency, _):
      let own = plan.filter { campaign.roster.agencies[$0.creator] == agency }
      return Double(Set(own.map(\.creator)).count) <= limit
    case .stock, .orderCapacity, .other:
      preconditionFailure("\(rule.name) makes no plan impossible")
    }
  }

  private func castMembers(_ plan: [Deal], _ group: [String]) -> Int {
    Set(plan.map { campaign.roster.creatorIDs[$0.creator] }).intersection(group).count
  }

  private func budget(_ settings: [Setting]) -> Double {
    for (rule, setting) in zip(rules, settings) where rule.label == .budget {
      switch setting {
      case .dropped: return .infinity
      case .limit(let moved): return moved
      case .days, .asWritten: return rule.limit ?? .infinity
      }
    }
    return .infinity
  }

  private func spend(_ deals: [Deal]) -> Double { deals.reduce(0) { $0 + $1.cost } }

  private func activation(_ plan: [Deal]) -> Double {
    guard campaign.roster.activationCosts.isPresent else { return 0 }
    return Set(plan.map(\.creator)).reduce(0) { $0 + campaign.roster.activationCosts[$1] }
  }

  /// By how much a quota's measure passes the limit; shares in yen, rounding aside.
  private func measure(
    _ plan: [Deal], _ filter: DealFilter, _ measure: Quota.Measure, _ limit: Double
  ) -> Double {
    let inside = plan.filter { matches($0, filter) }
    switch measure {
    case .count, .posts: return Double(inside.count) - limit
    case .views: preconditionFailure("campaigns of clashes limit no views")
    case .creators: return Double(Set(inside.map(\.creator)).count) - limit
    case .spend: return spend(inside) - limit
    case .spendShare:
      let excess = spend(inside) - limit * spend(plan)
      return abs(excess) < 1e-9 ? 0 : excess
    }
  }

  private func matches(_ deal: Deal, _ filter: DealFilter) -> Bool {
    filter.values.allSatisfy { attribute, values in
      switch attribute {
      case .creator: values.contains(campaign.roster.creatorIDs[deal.creator])
      case .platform: values.contains(campaign.roster.platforms[deal.creator])
      case .certification: values.contains(campaign.roster.certifications[deal.creator])
      case .product: values.contains(campaign.products.products[deal.product].id)
      default: false
      }
    }
  }

  private func isFree(_ creator: Int, _ window: CampaignWindow?) -> Bool {
    guard let window else { return true }
    if let from = campaign.roster.availableFrom[creator], from > window.to { return false }
    if let to = campaign.roster.availableTo[creator], to < window.from { return false }
    return true
  }
}
