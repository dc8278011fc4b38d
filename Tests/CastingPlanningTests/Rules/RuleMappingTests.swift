import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Rules of the brief as rows and items of the allocation problem, and as seen in plans.
struct RuleMappingTests {
  /// Four creators of ¥100 each, two products, everybody's reach 1,000 to 4,000.
  private func campaign(_ change: (inout Campaign) -> Void = { _ in }) -> Campaign {
    var roster = TestCampaigns.roster(
      followers: [20_000, 20_000, 200_000, 200_000],
      platforms: ["TikTok", "tiktok", "YouTube", "YouTube"],
      niches: ["美容;旅行", "料理", "ゲーム", "スキンケア"])
    roster.averageViews = NumberColumn([1_000, 2_000, 3_000, 4_000])
    roster.fees = NumberColumn([100, 100, 100, 100])
    var first = Product(id: "A", price: 1_000)
    var second = Product(id: "B", price: 900)
    first.category = "skin"
    second.category = "Skin"
    var campaign = TestCampaigns.perfectFit(
      roster, [first, second], TestCampaigns.brief(budget: 1_000))
    change(&campaign)
    return campaign
  }

  private func quota(
    _ filter: DealFilter, _ measure: Quota.Measure, _ minimum: Double?, _ maximum: Double?
  ) -> Quota {
    Quota(filter: filter, measure: measure, minimum: minimum, maximum: maximum, name: "rule")
  }

  @Test func rowsStandInAFixedOrder() throws {
    let problem = try CastingProblem(
      campaign {
        $0.products.products[1].minimumCreators = 1
        $0.products.products[1].maximumCreators = 3
        $0.products.products[0].maximumSpend = 250
        $0.brief.quotas = [
          quota(.init(values: [.platform: ["TIKTOK"]]), .count, 1, 2),
          quota(.init(values: [.product: ["A"]]), .creators, nil, 2),
          quota(.init(followers: 0...100_000), .spendShare, 0.3, 0.8),
        ]
      }, threads: 1)
    let rows = problem.allocation.rows
    #expect(
      problem.ruleBook.entries.map(\.name) == [
        "budget", "A spend", "B creators", "rule", "rule", "rule (minimum)", "rule (maximum)",
      ])
    #expect(problem.ruleBook.entries.map(\.share) == [nil, nil, nil, nil, nil, 0.3, 0.8])
    #expect(rows[0].upper == 1_000 && rows[0].inside.perCost == 1 && rows[0].perFixedCost == 1)
    #expect(rows[1].upper == 250 && rows[1].memberKinds == [true, false])
    #expect(rows[2].lower == 1 && rows[2].upper == 3 && rows[2].inside.perOption == 1)
    #expect(rows[3].memberItems == [true, true, false, false] && rows[3].memberKinds.isEmpty)
    #expect(rows[4].perTouchedItem == 1 && rows[4].memberKinds == [true, false])
    #expect(rows[5].lower == 0 && rows[5].inside.perCost == 0.7 && rows[5].outside.perCost == -0.3)
    #expect(rows[6].upper == 0 && rows[6].memberItems == [true, true, false, false])
  }

  /// A tag, whole words of the tag's niche in another language, never a part of a tag.
  @Test(arguments: [
    ("旅行", [0]), ("skincare", [3]), ("ゲーム", [2]), ("ゲ", []), ("料理", [1]),
  ])
  func nicheFilterMatchesTagsAndWordsOfTheSameNiche(value: String, expected: [Int]) throws {
    let problem = try CastingProblem(
      campaign { $0.brief.quotas = [quota(.init(values: [.niche: [value]]), .count, 0, 1)] },
      threads: 1)
    let members = problem.allocation.rows[1].memberItems
    #expect(members.indices.filter { members[$0] } == expected)
  }

  @Test func exclusiveCategoriesShareOneKey() throws {
    var campaign = campaign()
    #expect(try CastingProblem(campaign, threads: 1).allocation.kindExclusion == [0, 1])
    campaign.brief.exclusiveCategories = true
    #expect(try CastingProblem(campaign, threads: 1).allocation.kindExclusion == [0, 0])
    campaign.products.products[0].category = ""
    campaign.products.products[1].category = ""
    #expect(try CastingProblem(campaign, threads: 1).allocation.kindExclusion == [0, 1])
  }

  @Test func locksBecomeRequirements() throws {
    let problem = try CastingProblem(
      campaign {
        $0.brief.formats = [.live, .video]
        $0.brief.locks = [Lock(creatorID: "C0"), Lock(creatorID: "C2", productID: "B")]
      }, threads: 1)
    let items = problem.allocation.items
    #expect(items.map(\.isRequired) == [true, false, false, false])
    #expect(items[2].requiredKinds == [[2, 3]])
  }

  @Test func lockedDealsComeFirstThoughOthersPayBetter() throws {
    let plan = try TestCampaigns.plan(campaign { $0.brief.locks = [Lock(creatorID: "C0")] })
    #expect(plan.deals.map(\.creatorID) == ["C0", "C3", "C2", "C1"])
    #expect(plan.deals.map(\.locked) == [true, false, false, false])
  }

  @Test func unknownLockIsAnError() {
    let creator = campaign { $0.brief.locks = [Lock(creatorID: "X")] }
    #expect(throws: PlannerError.lockedCreatorUnknown(creatorID: "X")) {
      try CastingProblem(creator, threads: 1)
    }
    let product = campaign { $0.brief.locks = [Lock(creatorID: "C0", productID: "Z")] }
    #expect(throws: PlannerError.lockedProductUnknown(creatorID: "C0", productID: "Z")) {
      try CastingProblem(product, threads: 1)
    }
    #expect(throws: PlannerError.budgetMissing) {
      try CastingProblem(campaign { $0.brief.budget = nil }, threads: 1)
    }
  }

  @Test func bannedCreatorsAndDealsAreLeftOutWithTheirReason() throws {
    let plan = try TestCampaigns.plan(
      campaign {
        $0.brief.bans = [
          DealFilter(values: [.platform: ["TikTok"]]),
          DealFilter(values: [.creator: ["C3"], .product: ["A"]]),
        ]
      })
    #expect(plan.deals.map(\.creatorID).sorted() == ["C2", "C3"])
    #expect(plan.deals.first { $0.creatorID == "C3" }?.productID == "B")
    #expect(plan.leftOut.map(\.creatorID) == ["C0", "C1"])
    #expect(plan.leftOut.allSatisfy { $0.words == "banned by the brief" })
  }

  @Test func whatCannotBeBookedSaysWhy() throws {
    let plan = try TestCampaigns.plan(
      campaign {
        $0.roster.fees = NumberColumn([100, 400, 2_000, 100])
        $0.roster.slots = NumberColumn([0, 1, 1, 1])
        $0.brief.spendPerCreator = .shareOfBudget(0.3)
      })
    #expect(plan.deals.map(\.creatorID) == ["C3"])
    let reasons = plan.leftOut.map { "\($0.creatorID): \($0.words)" }
    #expect(reasons.contains("C0: not available in the campaign window"))
    #expect(
      reasons.contains("C1: one deal costs ¥400, and the brief allows ¥300 per creator"))
    #expect(
      reasons.contains("C2: one deal costs ¥2,000, and the brief allows ¥300 per creator"))
    #expect(plan.rules.contains { $0.name == "spend per creator" && $0.upper == 300 })
  }

  @Test func productFormatsLimitTheKinds() throws {
    let problem = try CastingProblem(
      campaign {
        $0.brief.formats = [.live, .video]
        $0.products.products[0].formats = [.video]
      }, threads: 1)
    #expect(Array(problem.allocation.optionKind.prefix(3)) == [1, 2, 3])
    #expect(problem.refusals[0] == .formatNotOffered)
  }

  /// The pair's own value replaces its scored deal; a reach is spread like her audience.
  @Test func tableOfDealsReplacesThePair() throws {
    let rows = [
      DealTable.Row(creator: 0, product: 0, format: .live, cost: 10.5, prediction: .value(77)),
      DealTable.Row(creator: 0, product: 1, format: .live, cost: 20, prediction: .reach(300)),
    ]
    let problem = try CastingProblem(campaign { $0.deals = DealTable(rows: rows) }, threads: 1)
    let allocation = problem.allocation
    #expect(allocation.optionCount == 8)
    #expect(Array(allocation.optionCost.prefix(3)) == [11, 20, 100])
    #expect(Array(allocation.optionValue.prefix(3)) == [77, 0, 0])
    #expect(Array(allocation.optionReach.prefix(3)) == [0, 300, 2_000])
  }

  @Test func shareOfSpendIsReportedAsAShare() throws {
    let plan = try TestCampaigns.plan(
      campaign {
        $0.brief.budget = 200
        $0.brief.quotas = [
          quota(.init(values: [.platform: ["tiktok"]]), .spendShare, 0.5, nil)
        ]
      })
    #expect(Set(plan.deals.map(\.creatorID)) == ["C1", "C3"])
    let rule = try #require(plan.rules.first { $0.name == "rule" })
    #expect(rule.lower == 0.5 && rule.activity == 0.5 && rule.upper == .infinity)
  }

  @Test func marketWithoutPeopleInACellIsWorthNothingThere() throws {
    let plan = try TestCampaigns.plan(
      campaign {
        $0.products.products[0].market = 1_000
        $0.products.products[1].market = 1_000
        $0.brief.audience = AudienceMix(femaleShare: 1, ageShares: [1, 0, 0, 0, 0, 0])
        $0.roster.femaleShares = NumberColumn([0, 0, 0, 0])
      })
    #expect(plan.value == 0)
  }
}
