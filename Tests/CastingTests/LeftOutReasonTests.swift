import Casting
import Testing

/// Why creators are left out, in campaigns where the reason is known.
struct LeftOutReasonTests {
  /// Creators of ¥100 who bring 1,000 yen per thousand views, linear; profit, so that every yen has
  /// its price whatever the budget.
  private func reasons(
    views: [Double], fees: [Double]? = nil, budget: Double = 1e6,
    _ change: (inout Campaign) -> Void = { _ in }
  ) throws -> [String: LeftOutCreator] {
    var roster = TestCampaigns.roster(followers: views.map { _ in 20_000 })
    roster.averageViews = NumberColumn(views)
    roster.fees = NumberColumn(fees ?? views.map { _ in 100 })
    var product = Product(id: "A", price: 1)
    product.conversion = 1
    var brief = TestCampaigns.brief(budget: budget, objective: .profit)
    brief.ageWeights = [Double](repeating: 1, count: 6)
    brief.saturation = .none
    var campaign = TestCampaigns.perfectFit(roster, [product], brief)
    change(&campaign)
    let plan = try TestCampaigns.plan(campaign, feeTrialWork: .max)
    return Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.creatorID, $0) })
  }

  @Test func tooDearByTheMissingYen() throws {
    let out = try reasons(views: [500, 60])
    #expect(out["C1"]?.reason == "¥40 too dear for A")
    #expect(out["C1"]?.breakEvenFee == 60 && out["C1"]?.feeBasis == .solvedAgain)
  }

  /// The quota charges what the second best creator would bring.
  @Test func theRuleThatPushesHerOutIsNamedWithItsCharge() throws {
    let out = try reasons(views: [500, 400, 300]) {
      $0.brief.quotas = [
        Quota(filter: DealFilter(), measure: .creators, minimum: nil, maximum: 1, name: "one only")
      ]
    }
    for creator in ["C1", "C2"] {
      let reason = out[creator]?.reason ?? ""
      #expect(
        reason.hasPrefix("no room under the rule one only, which charges ¥")
          || reason.hasPrefix("next in line"), "\(reason)")
    }
  }

  /// Waits for a solver that obeys the groups.
  @Test func aRivalWhoIsCastIsNamed() throws {
    let out = try reasons(views: [500, 400]) { $0.brief.apart = [["C0", "C1"]] }
    #expect(out["C1"]?.reason == "kept apart from C0, who is cast")
    // She has to bring what C0 does: 400 − fee = 500 − 100.
    #expect(out["C1"]?.breakEvenFee == 0)
  }

  @Test func aCompanionWhoIsTooDearIsNamed() throws {
    let out = try reasons(views: [500, 90], fees: [100, 600]) {
      $0.brief.together = [["C0", "C1"]]
    }
    #expect(out["C0"]?.reason == "goes together with C1, who is ¥110 too dear")
    #expect(out["C1"]?.reason.contains("too dear for A") == true, "\(out)")
    #expect(out["C1"]?.breakEvenFee == 490)
  }

  @Test func aCompanionWhoCannotBeCastIsNamed() throws {
    let banned = try reasons(views: [500, 400]) {
      $0.brief.together = [["C0", "C1"]]
      $0.brief.bans = [DealFilter(values: [.creator: ["C1"]])]
    }
    #expect(banned["C0"]?.reason == "goes together with C1, who is banned by the brief")
    #expect(banned["C0"]?.breakEvenFee == nil)
    #expect(banned["C1"]?.reason == "banned by the brief" && banned["C1"]?.breakEvenFee == nil)
    let silent = try reasons(views: [500, 400]) {
      $0.brief.together = [["C0", "C1"]]
      $0.roster.formatFees[0] = NumberColumn([100, .nan])
    }
    #expect(
      silent["C0"]?.reason == "goes together with C1, who does not offer a format that is in play")
    #expect(silent["C1"]?.reason == "does not offer a format that is in play")
  }

  @Test func groupsThatContradictEachOtherAreSaidSo() throws {
    let out = try reasons(views: [500, 400]) {
      $0.brief.together = [["C0", "C1"]]
      $0.brief.apart = [["C0", "C1"]]
    }
    for creator in ["C0", "C1"] {
      #expect(
        out[creator]?.reason
          == "the brief keeps her apart from a creator with whom she has to be cast")
      #expect(out[creator]?.breakEvenFee == nil)
    }
  }

  /// Two whole deals of ¥600 do not fit ¥1,000: at the price of the budget the second is worth
  /// more than her fee, but only at ¥400 is there room.
  @Test func wholeDealsAreSaidSo() throws {
    let out = try reasons(views: [3_000, 2_000], fees: [600, 600], budget: 1_000)
    let second = try #require(out["C1"])
    #expect(second.feeBasis == .wholeDeals, "\(second)")
    #expect(second.wholeDealFee == 400, "\(second)")
    #expect(second.reason.hasSuffix("whole deals: comes in at a fee of about ¥400"))
  }
}
