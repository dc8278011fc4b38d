import Allocation
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// At most so many deals with creators whose id ends in an odd digit: a rule that castplan does not
/// know, a sum over deals.
private struct OddDealsRule: SumRule {
  static let key = "odd deals"
  let limit: Double

  static func rules(of campaign: Campaign) -> [OddDealsRule] {
    campaign.brief.furtherLimits[key].map { [OddDealsRule(limit: $0)] } ?? []
  }

  static func isOdd(_ creatorID: String) -> Bool {
    creatorID.last?.wholeNumberValue.map { $0 % 2 == 1 } ?? false
  }

  var label: RuleLabel { .other(name: name) }
  var name: String { Self.key }
  var unit: RuleUnit { .deals }

  func row(in frame: RuleFrame) -> AllocationRow {
    let ids = frame.campaign.roster.creatorIDs
    return AllocationRow(
      upper: limit, memberItems: (0..<ids.count).map { Self.isOdd(ids[$0]) },
      inside: .init(perOption: 1))
  }

  var sides: [RuleSide] {
    [RuleSide(.maximum, limit: limit, unit: unit, word: "odd_deals", order: .quotaLimit)]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.furtherLimits[Self.key] = settings[0].limit
  }
}

/// Creators whose id ends in an odd digit have one deal at most, whatever their slots: a rule on single
/// creators that is lifted whole.
private struct OddSlotsRule: WholeRule {
  static let key = "odd creators once"

  static func rules(of campaign: Campaign) -> [OddSlotsRule] {
    campaign.brief.furtherLimits[key] == nil ? [] : [OddSlotsRule()]
  }

  var label: RuleLabel { .other(name: name) }
  var name: String { Self.key }
  var unit: RuleUnit { .deals }

  func compile(into draft: inout ProblemDraft) {
    let ids = draft.frame.campaign.roster.creatorIDs
    draft.limitItems { creator, item in
      if OddDealsRule.isOdd(ids[creator]) { item.slots = min(item.slots, 1) }
    }
  }

  func limits(at activity: Double) -> (lower: Double, upper: Double) { (-.infinity, 1) }

  func touches(_ creator: Int, _ lift: RuleLift) -> Bool { lift.slots(of: creator) > 1 }

  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift) {
    terms.slots = lift.slots(of: creator)
  }

  /// The most deals of an odd creator.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let ids = frame.campaign.roster.creatorIDs
    return { plan, _ in
      let odd = plan.deals.filter { OddDealsRule.isOdd(ids[$0.creator]) }
      return Double(Dictionary(grouping: odd, by: \.creator).values.map(\.count).max() ?? 0)
    }
  }

  var sides: [RuleSide] {
    [RuleSide(.whole, unit: unit, word: "odd_once", order: .creatorLimit)]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.furtherLimits[Self.key] = settings[0].isKept ? 1 : nil
  }
}

/// Rules that are registered by being passed, and known by everything that knows rules.
@Suite struct RuleCatalogueTests {
  private let rules = RuleCatalogue.standard + [OddDealsRule.self, OddSlotsRule.self]

  private func campaign(_ change: (inout Campaign) -> Void = { _ in }) -> Campaign {
    RuleProbe.campaign {
      $0.roster.slots = NumberColumn([2, 2, 2, 2])
      change(&$0)
    }
  }

  // MARK: A sum

  @Test func plansObeyARowAndPriceIt() throws {
    let campaign = campaign { $0.brief.furtherLimits[OddDealsRule.key] = 1 }
    let (plan, reports) = try RuleProbe.plan(campaign, rules)
    let report = try #require(reports[OddDealsRule.key])
    #expect(plan.deals.count { OddDealsRule.isOdd($0.creatorID) } == 1)
    #expect(plan.deals.count == 5)
    #expect(report.activity == 1 && report.upper == 1 && !report.isWhole)
    #expect(report.price > 0)
    #expect(plan.rules.map(\.name) == ["budget", OddDealsRule.key])
  }

  @Test func aRowIsAuditedLikeAnyOther() throws {
    let campaign = campaign { $0.brief.furtherLimits[OddDealsRule.key] = 1 }
    let claims = PlanClaims(try RuleProbe.plan(campaign, rules).plan)
    let problem = try CastingProblem(campaign, rules: rules, threads: 1)
    let findings = ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
    for finding in findings where !finding.holds { Issue.record("\(finding)") }
    // Who does not know the rule sees that the plan has one too many.
    let plain = try CastingProblem(campaign, threads: 1)
    let unknown = ClaimCheck(claims, against: AuditSubject(plain, auditing: claims)).findings()
    #expect(unknown.contains { !$0.holds })
  }

  @Test func aClashNamesARowAndItsLoosening() throws {
    let campaign = campaign {
      $0.brief.furtherLimits[OddDealsRule.key] = 1
      $0.brief.locks = [Lock(creatorID: "C1"), Lock(creatorID: "C3")]
    }
    let changes = try RuleProbe.changes(campaign, rules)
    #expect(changes[OddDealsRule.key] == .limit(from: 1, to: 2))
    #expect(changes["lock C1"] == .drop && changes["lock C3"] == .drop && changes.count == 3)
    var settings = RuleProbe.settings(rules)
    settings.relaxesRules = true
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      Issue.record("nothing was relaxed")
      return
    }
    #expect(plan.relaxed.map(\.rule) == [OddDealsRule.key])
    #expect(plan.relaxed.map(\.to) == [.limit(2)])
  }

  // MARK: A rule on single creators

  @Test func plansObeyAnItemRuleAndPriceIt() throws {
    let campaign = campaign { $0.brief.furtherLimits[OddSlotsRule.key] = 1 }
    let (plan, reports) = try RuleProbe.plan(campaign, rules)
    let report = try #require(reports[OddSlotsRule.key])
    #expect(plan.deals.count == 6)
    for creator in ["C1", "C3"] { #expect(plan.deals.count { $0.creatorID == creator } == 1) }
    #expect(report.activity == 1 && report.upper == 1 && report.isWhole)
    // What both would bring with a second deal, to the plan's own gap.
    let without = try #require(
      Scenario(dropping: OddSlotsRule.key, of: campaign, rules: rules))
    let free = try RuleProbe.plan(without.campaign, rules).plan
    #expect(free.deals.count == 8)
    #expect(report.price >= free.value - plan.value - 1e-6 * plan.value)
  }

  @Test func aClashGivesUpAnItemRule() throws {
    let campaign = campaign {
      $0.brief.furtherLimits[OddSlotsRule.key] = 1
      $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C1", productID: $0) }
    }
    let changes = try RuleProbe.changes(campaign, rules)
    #expect(changes[OddSlotsRule.key] == .drop && changes.count == 3)
  }

  // MARK: What-ifs

  @Test(arguments: [OddDealsRule.key, OddSlotsRule.key])
  func bothAreDropped(name: String) throws {
    let campaign = campaign {
      $0.brief.furtherLimits = [OddDealsRule.key: 1, OddSlotsRule.key: 1]
    }
    let left = try #require(RuleProbe.names(without: name, of: campaign, rules))
    #expect(left == [OddDealsRule.key, OddSlotsRule.key].filter { $0 != name })
    let scenario = try #require(Scenario(dropping: name, of: campaign, rules: rules))
    let held = HeldCampaign(campaign, settings: RuleProbe.settings(rules))
    let base = try held.solve(Scenario(name: "", campaign: campaign))
    #expect(try held.solve(scenario).value >= base.value)
    #expect(Scenario(dropping: name, of: campaign) == nil, "the standard rules have none such")
  }

  // MARK: The list

  /// Sums stand first in every plan: their prices are those of the rows.
  @Test func sumsComeFirst() {
    let campaign = campaign {
      $0.brief.furtherLimits = [OddDealsRule.key: 1, OddSlotsRule.key: 1]
      $0.brief.locks = [Lock(creatorID: "C0")]
      $0.brief.orderCapacity = 5
    }
    #expect(
      RuleProbe.names(campaign, rules) == [
        OddDealsRule.key, "order capacity", "lock C0", OddSlotsRule.key,
      ])
  }
}
