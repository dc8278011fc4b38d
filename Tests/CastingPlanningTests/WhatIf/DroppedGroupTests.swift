import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What-ifs that drop a group, with the rules that then cannot hold.
@Suite struct DroppedGroupTests {
  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 1e-3
    settings.timeLimit = 20
    settings.maximumNodes = 20_000
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()

  private static func row(
    _ group: DealFilter, of campaign: Campaign
  ) throws -> (plan: ScenarioPlan, row: WhatIfRow) {
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: settings), budgets: [],
      scenarios: [Scenario(withoutDealsOf: group, of: campaign)])
    return (study.plans[0], study.rows(gap: settings.relativeGap).rows[0])
  }

  private static func dropping(_ rules: [String], of campaign: Campaign) throws -> Campaign {
    try rules.reduce(campaign) { try #require(Scenario(dropping: $1, of: $0)).campaign }
  }

  /// The plan is that of a brief with the ban and without those rules, each of which cannot hold.
  @Test func rowsEqualPlansOfEditedBriefs() throws {
    var (plain, lifted, clashing) = (0, 0, 0)
    for seed in 1...60 {
      var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 10, products: 2)
      RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 3 == 0)
      if seed % 2 == 0 { campaign.brief.locks.append(Lock(creatorID: "C\(seed % 10)")) }
      if seed % 5 == 0 { campaign.products.products[0].minimumCreators = 3 }
      let group = DealFilter(values: [.platform: ["TikTok"]])
      var edited = campaign
      edited.brief.bans.append(group)
      let (plan, row) = try Self.row(group, of: campaign)
      if try TestCampaigns.isInfeasible(campaign) {
        // Rules that clash anyway are none of the group's.
        #expect(row.status == .infeasible && row.liftedRules.isEmpty, "seed \(seed)")
        #expect(row.clash?.isEmpty == false, "seed \(seed)")
        clashing += 1
        continue
      }
      let isClash = try TestCampaigns.isInfeasible(edited)
      #expect(isClash == !row.liftedRules.isEmpty, "seed \(seed): \(row.liftedRules)")
      let eased = try Self.dropping(row.liftedRules, of: edited)
      for rule in row.liftedRules {
        let others = try Self.dropping(row.liftedRules.filter { $0 != rule }, of: edited)
        let isNeeded = try TestCampaigns.isInfeasible(others)
        #expect(isNeeded, "seed \(seed): \(rule) can hold")
      }
      (plain, lifted) = (plain + (isClash ? 0 : 1), lifted + (isClash ? 1 : 0))
      guard case .plan(let scratch, _) = try Planner.plan(eased, settings: Self.settings) else {
        Issue.record("seed \(seed): no plan without \(row.liftedRules)")
        continue
      }
      let unit = max(1e-9, abs(plan.bound), abs(scratch.bound))
      #expect(plan.hasPlan && plan.value <= scratch.bound + 1e-9 * unit, "seed \(seed)")
      #expect(scratch.value <= plan.bound + 1e-9 * unit, "seed \(seed)")
      if plan.gap <= 1e-3 && scratch.status == .optimal {
        #expect(abs(plan.value - scratch.value) <= 1.01e-3 * unit, "seed \(seed)")
      }
    }
    #expect(plain >= 10 && lifted >= 10 && clashing >= 3, "\(plain) \(lifted) \(clashing)")
  }

  /// C0 and C1 are on TikTok: their lock and their quota go, what C2 needs stays.
  @Test func onlyWhatCannotHoldGoes() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.locks = [Lock(creatorID: "C0"), Lock(creatorID: "C2")]
      $0.brief.quotas = [
        RuleProbe.quota(.count, 1, 2, name: "some of TikTok"),
        Quota(
          filter: DealFilter(values: [.platform: ["youtube"]]), measure: .count, minimum: 1,
          maximum: nil, name: "some of YouTube"),
      ]
    }
    let (plan, row) = try Self.row(RuleProbe.tiktok, of: campaign)
    #expect(row.liftedRules.sorted() == ["lock C0", "some of TikTok (minimum)"])
    #expect(row.clash == nil && row.dealCount == 2 && plan.hasPlan)
    #expect(row.name == .changes([.typed(words: "drop platform tiktok")]))
    let creator = DealFilter(values: [.creator: ["C3"]])
    #expect(try Self.row(creator, of: campaign).row.liftedRules == [])
  }

  @Test func rowsWithoutAPlanNameTheirClash() throws {
    let campaign = RuleProbe.campaign { $0.brief.locks = [Lock(creatorID: "C0")] }
    let budgets = (1...12).map { Double($0) } + [150]
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: budgets, scenarios: [])
    let rows = study.rows(gap: 1e-3).rows
    let told = rows.prefix(12).filter { $0.clash != nil }
    #expect(told.count == 8 && told.allSatisfy { $0.clash?.sorted() == ["budget", "lock C0"] })
    #expect(rows[12].clash == nil && rows[12].value != nil)
  }

  /// Where the brief asks for a budget, the row answers the same question.
  @Test func targetsAreAskedAgain() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.locks = [Lock(creatorID: "C0")]
      $0.brief.target = 50_000
    }
    let row = try Self.row(RuleProbe.tiktok, of: campaign).row
    #expect(row.liftedRules == ["lock C0"] && row.target != nil, "\(row)")
  }
}
