import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Plans made from a shortlist of a long roster, held against the whole roster.
struct ShortlistTests {
  /// Many more than stay on a list whoever they are.
  private static let creators = 3_000

  private static func campaign(_ seed: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: creators)
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: true)
    return campaign
  }

  /// - Parameter mostHeldDeals: 0 for a shortlist.
  private static func plan(
    _ campaign: Campaign, mostHeldDeals: Int, threads: Int = 2, gap: Double = 0.01,
    maximumNodes: Int = 200
  ) throws -> Plan? {
    var settings = PlannerSettings()
    settings.relativeGap = gap
    settings.timeLimit = 60
    settings.maximumNodes = maximumNodes
    settings.threads = threads
    settings.feeTrialWork = 0
    settings.mostHeldDeals = mostHeldDeals
    settings.shortlist.sample = 400
    settings.shortlist.keptSample = 100
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  private static func isOfShortlist(_ plan: Plan) -> Bool {
    plan.notes.contains { $0.words.contains("was looked for among") }
  }

  /// The audit knows the whole roster: bound, prices, rules and their prices are those of all creators.
  @Test(arguments: 1...16)
  func everyPromiseHoldsForTheWholeRoster(seed: Int) throws {
    let campaign = Self.campaign(seed)
    guard let plan = try Self.plan(campaign, mostHeldDeals: 0), Self.isOfShortlist(plan) else {
      return
    }
    let claims = PlanClaims(plan)
    let findings = ClaimCheck(
      claims, against: AuditSubject(try CastingProblem(campaign, threads: 2), auditing: claims)
    ).findings()
    #expect(findings.count > 15)
    #expect(findings.filter { !$0.holds } == [], "seed \(seed)")
    for deal in plan.deals {
      #expect(campaign.roster.creatorIDs[deal.creator] == deal.creatorID, "seed \(seed)")
    }
    #expect(plan.leftOut.count == Self.creators - plan.creators.count, "seed \(seed)")
  }

  /// What is not known of an audience is as in the mean of all creators, listed or not.
  @Test(arguments: 1...4)
  func targetsAndCompetitorsKeepTheSameCreatorsOut(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: Self.creators)
    RandomCampaign.addCompetitors(to: &campaign, seed: UInt64(seed))
    campaign.brief.audienceTarget = AudienceShare(
      cells: ["female_20_29", "30_39"], range: 0.2...Double.infinity)
    guard let plan = try Self.plan(campaign, mostHeldDeals: 0), Self.isOfShortlist(plan) else {
      return
    }
    let claims = PlanClaims(plan)
    let findings = ClaimCheck(
      claims, against: AuditSubject(try CastingProblem(campaign, threads: 2), auditing: claims)
    ).findings()
    #expect(findings.filter { !$0.holds } == [], "seed \(seed)")
    let terms = try #require(campaign.brief.competitors)
    let audiences = AuditAudiences(campaign)
    for deal in plan.deals {
      let isBarred = NaiveWorks.areBarred(campaign.roster, deal.creator, terms)
      #expect(!isBarred, "seed \(seed) \(deal.creatorID)")
      let isWanted = audiences.admits(campaign.brief.audienceTarget!, creator: deal.creator)
      #expect(isWanted, "seed \(seed) \(deal.creatorID)")
    }
  }

  /// Accounts of a person lie far apart, and share her slots whoever of them is listed.
  @Test(arguments: 1...4)
  func accountsOfAPersonAreListedTogether(seed: Int) throws {
    var campaign = Self.campaign(seed * 3)
    campaign.roster.persons = TextColumn(
      (0..<Self.creators).map { $0 % 2 == 0 ? "N\($0 % 1_000)" : "" })
    guard let plan = try Self.plan(campaign, mostHeldDeals: 0), Self.isOfShortlist(plan) else {
      return
    }
    let claims = PlanClaims(plan)
    let findings = ClaimCheck(
      claims, against: AuditSubject(try CastingProblem(campaign, threads: 2), auditing: claims)
    ).findings()
    #expect(findings.filter { !$0.holds } == [], "seed \(seed)")
  }

  /// Small gaps take a list more than large ones.
  @Test(arguments: 1...4)
  func everyPromiseHoldsAtSmallGaps(seed: Int) throws {
    let campaign = Self.campaign(seed)
    guard let plan = try Self.plan(campaign, mostHeldDeals: 0, gap: 1e-4) else { return }
    let claims = PlanClaims(plan)
    let findings = ClaimCheck(
      claims, against: AuditSubject(try CastingProblem(campaign, threads: 2), auditing: claims)
    ).findings()
    #expect(findings.filter { !$0.holds }.map(\.promise) == [], "seed \(seed)")
  }

  /// Where prices leave a gap, a tree over everybody whom a better plan may hold closes it, and finds what a
  /// tree over the whole roster finds.
  @Test func treesProveForTheWholeRoster() throws {
    var proved = 0
    for seed in 1...16 {
      let campaign = Self.campaign(seed)
      guard let plan = try Self.plan(campaign, mostHeldDeals: 0, gap: 1e-6, maximumNodes: 4_000),
        Self.isOfShortlist(plan), plan.nodes > 0, plan.status == .optimal
      else { continue }
      let claims = PlanClaims(plan)
      let findings = ClaimCheck(
        claims, against: AuditSubject(try CastingProblem(campaign, threads: 2), auditing: claims)
      ).findings()
      #expect(findings.filter { !$0.holds }.map(\.promise) == [], "seed \(seed)")
      guard
        let whole = try Self.plan(
          campaign, mostHeldDeals: .max, gap: 1e-6, maximumNodes: 4_000)
      else { continue }
      #expect(whole.value <= plan.bound + 1e-9 * abs(plan.bound), "seed \(seed)")
      #expect(plan.value <= whole.bound + 1e-9 * abs(whole.bound), "seed \(seed)")
      proved += 1
    }
    #expect(proved >= 2)
  }

  /// Groups of a long roster are those of everybody, listed or not: no plan of the whole roster is worth
  /// more than what they can bring, nor more than what a tree proves from there.
  ///
  /// Without nodes nothing but groups lowers the bound that prices prove.
  @Test(arguments: [0, 3_000])
  func groupsProveForTheWholeRoster(maximumNodes: Int) throws {
    var lowered = 0
    for seed in 1...16 {
      var campaign = RandomCampaign.make(seed: UInt64(seed), creators: Self.creators)
      RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: false)
      guard
        let short = try Self.plan(
          campaign, mostHeldDeals: 0, gap: 1e-6, maximumNodes: maximumNodes),
        Self.isOfShortlist(short),
        let whole = try Self.plan(campaign, mostHeldDeals: .max, gap: 1e-5, maximumNodes: 1_000)
      else { continue }
      let rounding = 1e-9 * max(1, abs(whole.value))
      #expect(whole.value <= short.bound + rounding, "seed \(seed)")
      #expect(short.value <= whole.bound + rounding, "seed \(seed)")
      if short.bound < short.priceBound * (1 - 1e-7) { lowered += 1 }
    }
    #expect(lowered >= 3, "\(lowered)")
  }

  /// Without it the tests here would say nothing.
  @Test func mostCampaignsArePlannedFromAShortlist() throws {
    var count = 0
    for seed in 1...16 {
      guard let plan = try Self.plan(Self.campaign(seed), mostHeldDeals: 0) else { continue }
      count += Self.isOfShortlist(plan) ? 1 : 0
    }
    #expect(count >= 10)
  }

  /// What may befall a creator goes by her row of the roster, whoever else was listed.
  @Test(arguments: 1...6)
  func outcomesAreThoseOfTheWholeRoster(seed: Int) throws {
    let campaign = Self.campaign(seed)
    guard let plan = try Self.plan(campaign, mostHeldDeals: 0), Self.isOfShortlist(plan) else {
      return
    }
    let list = DealList(
      name: "plan",
      deals: plan.deals.map {
        .init(creator: $0.creator, product: $0.product, format: $0.format, statedCost: nil)
      })
    let whole = try ComparisonStudy(campaign, settings: PlannerSettings())
      .comparison(of: list, with: list).first.outcomes
    let (listed, again) = (try #require(plan.outcomes), try #require(whole))
    for (one, other) in [
      (listed.p10, again.p10), (listed.p90, again.p90), (listed.mean, again.mean),
    ] {
      #expect(abs(one - other) <= 1e-9 * max(1, abs(one)), "seed \(seed)")
    }
  }

  /// Neither plan is worth more than the other's bound.
  @Test(arguments: 1...6)
  func boundsHoldForPlansOfTheWholeProblem(seed: Int) throws {
    let campaign = Self.campaign(seed)
    guard let short = try Self.plan(campaign, mostHeldDeals: 0), Self.isOfShortlist(short),
      let whole = try Self.plan(campaign, mostHeldDeals: .max)
    else { return }
    #expect(!Self.isOfShortlist(whole))
    let rounding = 1e-9 * max(1, abs(whole.value))
    #expect(whole.value <= short.bound + rounding, "seed \(seed)")
    #expect(short.value <= whole.bound + rounding, "seed \(seed)")
  }

  /// Creators who are not on the list are told what they would be told if they were.
  @Test(arguments: 1...4)
  func thoseNotListedAreToldTheSame(seed: Int) throws {
    let campaign = Self.campaign(seed)
    guard let plan = try Self.plan(campaign, mostHeldDeals: 0), Self.isOfShortlist(plan) else {
      return
    }
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    let inquiry = try PlanInquiry(PlanClaims(plan), of: campaign, settings: settings)
    var rows: [String: Int] = [:]
    for row in 0..<campaign.roster.count { rows[campaign.roster.creatorIDs[row]] = row }
    for told in plan.leftOut.indices.filter({ $0 % 97 == 0 }).map({ plan.leftOut[$0] }) {
      let row = try #require(rows[told.creatorID])
      let explained = try inquiry.explain(creator: row)
      // Who is asked about alone is solved again, and told more.
      #expect(told.feeFinding == .notSolved || told.feeFinding == .noFee)
      if ["at the plan's prices", "drops out"].allSatisfy({ !told.words.hasSuffix($0) }) {
        #expect(explained.words == told.words, "seed \(seed), \(told.creatorID)")
      }
      #expect(explained.productID ?? "" == told.bestProductID, "seed \(seed), \(told.creatorID)")
    }
  }

  @Test func threadsChangeNothing() throws {
    let campaign = Self.campaign(3)
    let plans = try [1, 2, 5].map { try Self.plan(campaign, mostHeldDeals: 0, threads: $0) }
    let first = try #require(plans[0])
    #expect(Self.isOfShortlist(first))
    for plan in plans {
      #expect(plan?.value == first.value)
      #expect(plan?.bound == first.bound)
      #expect(plan?.deals.map(\.creatorID) == first.deals.map(\.creatorID))
      #expect(plan?.leftOut.map(\.words) == first.leftOut.map(\.words))
    }
  }
}
