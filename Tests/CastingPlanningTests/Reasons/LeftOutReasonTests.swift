import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Why creators are left out, in campaigns where the reason is known.
struct LeftOutReasonTests {
  /// Creators of ¥100,000 who bring a yen a view, linear; profit, so that every yen has its price
  /// whatever the budget.
  private func reasons(
    views: [Double], fees: [Double]? = nil, budget: Double = 1e9,
    _ change: (inout Campaign) -> Void = { _ in }
  ) throws -> [String: LeftOutCreator] {
    var roster = TestCampaigns.roster(followers: views.map { _ in 20_000 })
    roster.averageViews = NumberColumn(views)
    roster.fees = NumberColumn(fees ?? views.map { _ in 100_000 })
    var product = Product(id: "A", price: 1)
    product.conversion = 1
    var brief = TestCampaigns.brief(budget: budget, objective: .profit)
    brief.ageWeights = [Double](repeating: 1, count: 6)
    brief.saturation = .none
    var campaign = TestCampaigns.perfectFit(roster, [product], brief)
    change(&campaign)
    let plan = try TestCampaigns.plan(campaign, feeTrialWork: .max / 2)
    return Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.creatorID, $0) })
  }

  private static func grouped(_ yen: Double) -> String {
    let digits = String(Int(yen.rounded(.up)))
    return "\(digits.dropLast(3)),\(digits.suffix(3))"
  }

  private func isNear(_ fee: Double?, _ expected: Double) -> Bool {
    fee.map { $0 <= expected && $0 >= expected - max(1, 0.005 * expected) } ?? false
  }

  @Test func tooDearByTheMissingYen() throws {
    let out = try reasons(views: [500_000, 60_000])
    let fee = try #require(out["C1"]?.breakEvenFee)
    #expect(isNear(fee, 60_000))
    #expect(out["C1"]?.words == "¥\(Self.grouped(100_000 - fee)) too dear for A")
    #expect(out["C1"]?.feeBasis == .solvedAgain && out["C1"]?.bestFormat == .live)
  }

  /// At most one deal: its price lies between what the second and the first would earn.
  @Test func theRuleThatPushesHerOutIsNamed() throws {
    let out = try reasons(views: [500_000, 400_000, 300_000]) {
      $0.brief.quotas = [
        Quota(filter: DealFilter(), measure: .creators, minimum: nil, maximum: 1, name: "one only")
      ]
    }
    let second = out["C1"]?.words ?? ""
    #expect(
      second == "no room for her deal of A under the rule one only"
        || second.hasPrefix("next in line"), "\(second)")
    let third = out["C2"]?.words ?? ""
    #expect(third == "no room for her deal of A under the rule one only", "\(third)")
  }

  /// C1 would earn most, and costs more than product A may spend on everybody.
  @Test func theRuleThatBarsHerWhateverElseIsCastIsNamed() throws {
    let out = try reasons(views: [500_000, 900_000], fees: [100_000, 300_000]) {
      $0.products.products[0].maximumSpend = 200_000
    }
    #expect(
      out["C1"]?.words
        == "one deal costs ¥300,000, and the rule A spend leaves at most ¥200,000 for any deal of hers"
    )
    #expect(isNear(out["C1"]?.breakEvenFee, 200_000))
  }

  @Test func aRivalWhoIsCastIsNamed() throws {
    let out = try reasons(views: [500_000, 450_000]) { $0.brief.apart = [["C0", "C1"]] }
    #expect(out["C1"]?.words == "kept apart from C0, who is cast")
    // She has to earn what C0 does: 450,000 − fee = 500,000 − 100,000.
    #expect(isNear(out["C1"]?.breakEvenFee, 50_000))
    #expect(out["C1"]?.feeBasis == .solvedAgain)
  }

  @Test func aCompanionWhoIsTooDearIsNamed() throws {
    let out = try reasons(views: [500_000, 90_000], fees: [100_000, 600_000]) {
      $0.brief.together = [["C0", "C1"]]
    }
    #expect(
      out["C0"]?.words == "goes together with C1, who brings too little for what she costs")
    #expect(out["C1"]?.words.hasSuffix(" too dear for A") ?? false)
    #expect(isNear(out["C1"]?.breakEvenFee, 490_000))
  }

  @Test func aCompanionWhoCannotBeCastIsNamed() throws {
    let banned = try reasons(views: [500_000, 400_000]) {
      $0.brief.together = [["C0", "C1"]]
      $0.brief.bans = [DealFilter(values: [.creator: ["C1"]])]
    }
    #expect(banned["C0"]?.words == "goes together with C1, who is banned by the brief")
    #expect(banned["C0"]?.breakEvenFee == nil)
    #expect(banned["C1"]?.words == "banned by the brief" && banned["C1"]?.breakEvenFee == nil)
    let silent = try reasons(views: [500_000, 400_000]) {
      $0.brief.together = [["C0", "C1"]]
      $0.roster.formatFees[0] = NumberColumn([100, .nan])
    }
    #expect(
      silent["C0"]?.words == "goes together with C1, who does not offer a format that is in play")
    #expect(silent["C1"]?.words == "does not offer a format that is in play")
  }

  @Test func groupsThatContradictEachOtherAreSaidSo() throws {
    let out = try reasons(views: [500_000, 400_000]) {
      $0.brief.together = [["C0", "C1"]]
      $0.brief.apart = [["C0", "C1"]]
    }
    for creator in ["C0", "C1"] {
      #expect(
        out[creator]?.words
          == "the brief keeps her apart from a creator with whom she has to be cast")
      #expect(out[creator]?.breakEvenFee == nil)
    }
  }

  /// Some deals banned, the others too dear: the reason is the one that a lower fee would cure.
  @Test func ofSeveralObstaclesTheCurableOneIsTold() throws {
    let out = try reasons(views: [500_000, 400_000]) {
      var second = Product(id: "B", price: 1)
      second.conversion = 1
      $0.products.products.append(second)
      $0.products.embeddings.append(1)
      $0.brief.bans = [DealFilter(values: [.creator: ["C1"], .product: ["A"]])]
      $0.brief.spendPerCreator = .yen(150_000)
      $0.roster.fees.values[1] = 200_000
    }
    #expect(
      out["C1"]?.words == "one deal costs ¥200,000, and the brief allows ¥150,000 per creator")
    #expect(isNear(out["C1"]?.breakEvenFee, 150_000))
  }

  /// Two whole deals of ¥600,000 do not fit ¥1,000,000: at the price of the budget the second is
  /// worth more than her fee, but only at ¥400,000 is there room.
  @Test func wholeDealsAreSaidSo() throws {
    let out = try reasons(
      views: [3_000_000, 2_000_000], fees: [600_000, 600_000], budget: 1_000_000)
    let second = try #require(out["C1"])
    #expect(second.feeBasis == .wholeDeals, "\(second)")
    let fee = try #require(second.breakEvenFee)
    #expect(fee <= 400_000 && fee > 395_000, "\(second)")
    #expect(second.words == "¥\(Self.grouped(600_000 - fee)) too dear for A")
  }

  /// A cell of the user's own is named as it is: nothing is made of what looks like an age.
  @Test func cellsOfTheUsersOwnAreNamedAsTheyAre() throws {
    var roster = TestCampaigns.roster(followers: [10_000, 10_000])
    roster.averageViews = NumberColumn([5_000, 5_000])
    roster.fees = NumberColumn([1_000, 1_500])
    roster.audienceCells = AudienceCells(names: ["osaka_20_29", "tokyo_20_29"])
    roster.cellShares = [0.2, 0.8, 0.2, 0.8]
    var product = Product(id: "P", price: 1_000)
    product.conversion = 0.1
    product.market = 1_000
    let plan = try TestCampaigns.plan(
      TestCampaigns.perfectFit(
        roster, [product], TestCampaigns.brief(budget: 10_000, objective: .profit)))
    let reason = try #require(plan.leftOut.first?.words)
    #expect(reason.hasSuffix("; above all tokyo_20_29"), "\(reason)")
  }
}
