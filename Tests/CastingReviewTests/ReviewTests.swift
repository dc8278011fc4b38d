import Casting
import CastingReview
import CastingTestSupport
import Testing

/// Each kind of finding, planted alone, just inside and just outside its limit.
struct ReviewTests {
  /// Thirty instagram creators of 20,000 followers with everything as usual: ¥3 a follower with a
  /// little scatter, 1 to 2 % engagement.
  static func roster() -> Roster {
    let count = 30
    var roster = TestCampaigns.roster(
      followers: Array(repeating: 20_000, count: count),
      platforms: (0..<count).map { $0 % 2 == 0 ? "Instagram" : "instagram" },
      employments: Array(repeating: "external", count: count))
    roster.engagementRates = NumberColumn((0..<count).map { 0.01 + 0.0003 * Double($0) })
    roster.fees = NumberColumn((0..<count).map { 50_000 + 700 * Double($0) })
    roster.averageViews = NumberColumn(Array(repeating: 4_000, count: count))
    return roster
  }

  static func product(_ id: String, _ name: String) -> Product {
    var product = Product(id: id, price: 1_000)
    product.name = name
    return product
  }

  static func findings(
    ageSums: [Double] = [], products: [Product] = [product("P1", "化粧水")],
    brief: Brief = TestCampaigns.brief(budget: 1), _ change: (inout Roster) -> Void = { _ in }
  ) -> [ReviewFinding] {
    var roster = roster()
    change(&roster)
    return CampaignReview(
      Campaign(roster: roster, products: ProductList(products), brief: brief), ageSums: ageSums
    ).findings()
  }

  /// `low_engagement 5 7`: kinds with their rows.
  static func summary(_ findings: [ReviewFinding]) -> [String] {
    findings.map { finding in
      ([finding.kind.rawValue] + finding.marks.map { String($0.row) }).joined(separator: " ")
    }
  }

  private func expect(
    _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout Roster) -> Void
  ) {
    #expect(
      Self.summary(Self.findings(change)) == expected, sourceLocation: sourceLocation)
  }

  @Test func nothingLooksWrongWithAnOrdinaryRoster() { expect([]) { _ in } }

  /// The median rate is 1.435 % (of all 30: the two spellings are one platform): a fifth is 0.287 %,
  /// five times 7.175 %.
  @Test func engagementIsHeldAgainstPlatformAndTier() throws {
    expect([]) { $0.engagementRates.values[0] = 0.0029 }
    expect([]) { $0.engagementRates.values[29] = 0.071 }
    let low = Self.findings { $0.engagementRates.values[0] = 0.0028 }
    #expect(Self.summary(low) == ["low_engagement 0"])
    let peers = try #require(low[0].marks[0].peers)
    #expect(peers.basis == .platformAndTier && peers.count == 30)
    #expect(abs(peers.median - 0.01435) < 1e-12)
    expect(["low_engagement 0"]) { $0.engagementRates.values[0] = 0 }
    expect(["high_engagement 29"]) { $0.engagementRates.values[29] = 0.073 }
  }

  /// Where everybody's rate is high, a third of the followers is still nobody's.
  @Test func engagementHasACeiling() {
    let rates = (0..<30).map { 0.1 + 0.001 * Double($0) }
    expect([]) {
      $0.engagementRates = NumberColumn(rates)
      $0.engagementRates.values[3] = 0.3
    }
    expect(["high_engagement 3"]) {
      $0.engagementRates = NumberColumn(rates)
      $0.engagementRates.values[3] = 0.301
    }
  }

  /// The only YouTube creator is held against the tier, the only mega one against 0.9 % and ¥3.
  @Test func fewerPeersGiveWayToTheTierAndToPublishedFigures() {
    let tier = Self.findings {
      $0.platforms = CategoryColumn(["youtube"] + Array(repeating: "instagram", count: 29))
      $0.engagementRates.values[0] = 0.001
    }
    #expect(tier.first?.marks.first?.peers?.basis == .tier)
    let published = Self.findings {
      $0.followers.values[0] = 2_000_000
      $0.engagementRates.values[0] = 0.0017
      $0.fees.values[0] = 61_000_000
      $0.averageViews.values[0] = 400_000
    }
    #expect(Self.summary(published) == ["low_engagement 0", "high_fee 0"])
    #expect(published.allSatisfy { $0.marks[0].peers?.basis == .published })
    #expect(published.first?.marks[0].peers?.median == 0.009)
    expect([]) {
      $0.followers.values[0] = 2_000_000
      $0.engagementRates.values[0] = 0.0019
      $0.fees.values[0] = 59_000_000
      $0.averageViews.values[0] = 400_000
    }
  }

  /// The median is ¥60,150 for 20,000 followers; the scatter is far below a factor of 3.
  @Test func feesAreHeldAgainstPlatformAndTier() {
    expect([]) { $0.fees.values[0] = 20_100 }
    expect(["low_fee 0"]) { $0.fees.values[0] = 20_000 }
    expect([]) { $0.fees.values[29] = 180_000 }
    expect(["high_fee 29"]) { $0.fees.values[29] = 190_000 }
    expect(["high_fee 7 29"]) {
      $0.fees.values[29] = 190_000
      $0.fees.values[7] = 900_000
    }
  }

  /// Fees that scatter by a factor of 6 about the median are no outliers of one another.
  @Test func wideScatterNeedsMoreThanAFactor() {
    let fees = (0..<30).map { $0 % 2 == 0 ? 20_000.0 : 180_000 }
    expect([]) { $0.fees = NumberColumn(fees) }
    expect(["high_fee 4"]) {
      $0.fees = NumberColumn(fees)
      $0.fees.values[4] = 60_000_000
    }
  }

  @Test func wholeColumnsInAnotherUnitAreOneFinding() {
    let rates = Self.findings {
      $0.engagementRates.values = $0.engagementRates.values.map { $0 / 100 }
    }
    #expect(Self.summary(rates) == ["engagement_unit"])
    let fees = Self.findings { $0.fees.values = $0.fees.values.map { $0 / 1000 } }
    #expect(Self.summary(fees) == ["fee_unit"])
    #expect(fees[0].published == 3)
    // Published figures are no measure for what is in another unit.
    let alone = Self.findings {
      $0.fees.values = $0.fees.values.map { $0 / 1000 }
      $0.followers.values[0] = 2_000_000
      $0.averageViews.values[0] = 400_000
    }
    #expect(Self.summary(alone) == ["fee_unit"])
  }

  @Test func everyKindIsFoundInSomeRoster() {
    var products = [Self.product("P1", "a"), Self.product("P2", "a")]
    products[0].stock = 0
    products[0].margin = 0
    products[0].conversion = 1
    var seen: Set<ReviewKind> = []
    let day = CalendarDay(year: 2026, month: 1, day: 1)!
    var brief = TestCampaigns.brief(budget: 1)
    brief.window = CampaignWindow(
      from: CalendarDay(year: 2026, month: 2, day: 1)!,
      to: CalendarDay(year: 2026, month: 2, day: 2)!)
    let changes: [(inout Roster) -> Void] = [
      { $0.engagementRates.values = $0.engagementRates.values.map { $0 / 100 } },
      { $0.fees.values = $0.fees.values.map { $0 / 1000 } },
      { $0.names = TextColumn(Array(repeating: "x", count: 30)) },
      { $0.followers.values[0] = 0 },
      { $0.engagementRates.values[0] = 0 }, { $0.engagementRates.values[0] = 1 },
      { $0.authenticShares = NumberColumn(Array(repeating: 0, count: 30)) },
      { $0.averageViews.values[0] = 1 }, { $0.averageViews.values[0] = 0 },
      { $0.averageViews.values[0] = 1e6 }, { $0.fees.values[0] = 1e9 }, { $0.fees.values[0] = 1 },
      { $0.fees.values[0] = 0 }, { $0.commissions = NumberColumn(Array(repeating: 1, count: 30)) },
      { $0.availableTo = Array(repeating: day, count: 30) },
      { $0.slots = NumberColumn(Array(repeating: 0, count: 30)) },
      { $0.statedTiers = CategoryColumn(repeating: "mega", count: 30) },
    ]
    let ages = Array(repeating: 1.01, count: 30)
    for change in changes {
      var roster = Self.roster()
      change(&roster)
      let campaign = Campaign(roster: roster, products: ProductList(products), brief: brief)
      for finding in CampaignReview(campaign, ageSums: ages).findings() {
        seen.insert(finding.kind)
      }
    }
    #expect(seen == Set(ReviewKind.allCases))
  }

  @Test func viewersAreHeldAgainstFollowersAndPeers() {
    expect([]) { $0.averageViews.values[2] = 60_000 }
    expect(["viewers_above_followers 2"]) { $0.averageViews.values[2] = 60_001 }
    expect(["no_viewers 2"]) { $0.averageViews.values[2] = 0 }
    expect([]) { $0.averageViews.values[2] = 400 }
    expect(["few_viewers 2"]) { $0.averageViews.values[2] = 399 }
  }

  /// A zero says all: ratios to it are not held against anybody.
  @Test func noFollowersIsOneFinding() {
    expect(["no_followers 4"]) { $0.followers.values[4] = 0 }
  }

  @Test func termsThatCannotBeMeant() {
    expect(["no_pay 1"]) { $0.fees.values[1] = 0 }
    expect([]) {
      $0.fees.values[1] = 0
      $0.employments = CategoryColumn(
        ["external", "in_house"] + Array(repeating: "external", count: 28))
    }
    let none = Array(repeating: Double.nan, count: 30)
    expect(["high_commission 2"]) {
      $0.commissions = NumberColumn(none)
      $0.commissions.values[1] = 0.49
      $0.commissions.values[2] = 0.5
      $0.fees.values[1] = 0
    }
    expect(["no_slots 3"]) {
      $0.slots = NumberColumn(Array(repeating: 1, count: 30))
      $0.slots.values[3] = 0
    }
    expect(["low_authenticity 3"]) {
      $0.authenticShares = NumberColumn(none)
      $0.authenticShares.values[2] = 0.5
      $0.authenticShares.values[3] = 0.49
    }
    expect(["other_tier 1"]) {
      $0.statedTiers = CategoryColumn(["micro", "mid"] + Array(repeating: "", count: 28))
    }
  }

  @Test func daysThatMissTheWindow() {
    var brief = TestCampaigns.brief(budget: 1)
    func day(_ day: Int) -> CalendarDay? { CalendarDay(year: 2026, month: 12, day: day) }
    brief.window = CampaignWindow(from: day(5)!, to: day(20)!)
    let rest = [CalendarDay?](repeating: nil, count: 26)
    let findings = Self.findings(brief: brief) {
      $0.availableFrom = [nil, nil, day(20), day(21)] + rest
      $0.availableTo = [day(4), day(5), nil, nil] + rest
    }
    #expect(Self.summary(findings) == ["outside_window 0 3"])
    #expect(Self.findings { $0.availableTo = [day(4)] + rest + [nil, nil, nil] }.isEmpty)
  }

  @Test func ageSharesThatWereScaled() {
    var sums = Array(repeating: Double.nan, count: 30)
    (sums[0], sums[1], sums[2]) = (1.005, 0.994, 1.02)
    #expect(Self.summary(Self.findings(ageSums: sums)) == ["scaled_ages 1 2"])
  }

  @Test func productsThatCannotBeMeant() {
    var products = [
      Self.product("P1", "化粧水"), Self.product("P2", " 化粧水♪"), Self.product("P3", "Ｔｅａ"),
    ]
    products[0].stock = 0
    products[1].margin = 0
    products[1].conversion = 0.1
    products[2].conversion = 0.11
    #expect(
      Self.summary(Self.findings(products: products)) == [
        "no_stock 0", "no_margin 1", "high_conversion 2", "same_product 1",
      ])
  }
}
