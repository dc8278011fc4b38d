import Casting
import CastingTestSupport
import Testing

struct RelationshipTests {
  private func multipliers(_ roster: Roster, _ brief: Brief = Brief()) -> [Double] {
    let tiers = (0..<roster.count).map { roster.tier($0) }
    return Relationship(
      roster: roster, tiers: tiers, brief: brief, norms: RosterNorms(of: roster)
    ).multipliers
  }

  /// Five of one platform and tier with rates 1…5 %: their plain mean 3 % is the reference, and the
  /// last has (5/3)^½.
  @Test func meanOfPlatformAndTierIsTheReferenceWhenFiveKnow() {
    var roster = TestCampaigns.roster(
      followers: [Double](repeating: 20_000, count: 6),
      platforms: ["a", "a", "a", "a", "a", "b"])
    roster.engagementRates = NumberColumn([0.01, 0.02, 0.03, 0.04, 0.05, 0.5])
    let result = multipliers(roster)
    #expect(abs(result[2] - 1) < 1e-15)
    #expect(abs(result[4] - (5.0 / 3).squareRoot()) < 1e-15)
  }

  /// Four know on platform a and one on b: the tier's mean over all five, (1+2+3+4+5)/5 % = 3 %.
  @Test func meanOfTheTierStandsInWhenTooFewOfThePlatformKnow() {
    var roster = TestCampaigns.roster(
      followers: [Double](repeating: 20_000, count: 5), platforms: ["a", "a", "a", "a", "b"])
    roster.engagementRates = NumberColumn([0.01, 0.02, 0.03, 0.04, 0.05])
    #expect(abs(multipliers(roster)[4] - (5.0 / 3).squareRoot()) < 1e-15)
  }

  /// Four only: engagement falls back on the default table (micro 1.5 %), replies have no say.
  @Test func defaultTableServesEngagementAlone() {
    var roster = TestCampaigns.roster(followers: [Double](repeating: 20_000, count: 4))
    roster.engagementRates = NumberColumn([0.03, .nan, .nan, .nan])
    roster.replyRates = NumberColumn([.nan, 0.9, 0.1, 0.1])
    let result = multipliers(roster)
    #expect(abs(result[0] - 2.0.squareRoot()) < 1e-15)
    #expect(result[1] == 1)
  }

  /// TikTok has its own table: 10k–50k followers 1.07 %, 100k–500k 1.02 %.
  @Test func tiktokHasItsOwnTable() {
    var roster = TestCampaigns.roster(
      followers: [20_000, 200_000], platforms: ["TikTok", "tiktok"])
    roster.engagementRates = NumberColumn([0.0107, 0.0102])
    #expect(multipliers(roster) == [1, 1])
  }

  /// Rate 6 %, 4 posts, reference 1.5 %: z = (0.06·4 + 0.015·12)/16 = 0.02625, factor √1.75.
  @Test func fewPostsAreDrawnToTheReference() {
    var roster = TestCampaigns.roster(followers: [20_000])
    roster.engagementRates = NumberColumn([0.06])
    roster.postsSampled = NumberColumn([4])
    #expect(abs(multipliers(roster)[0] - 1.75.squareRoot()) < 1e-15)
  }

  /// A measured zero is 1 % of its reference: 0.01^¼ = √0.1 for replies, which the clamp raises to ½.
  @Test func measuredZeroIsOneHundredthOfItsReference() {
    var roster = TestCampaigns.roster(
      followers: [Double](repeating: 20_000, count: 5),
      certifications: ["Gold", "", "", "", ""])
    roster.replyRates = NumberColumn([0, 0.2, 0.2, 0.2, 0.2])
    var brief = Brief()
    #expect(multipliers(roster, brief)[0] == 0.5)
    brief.certificationBonus = ["gold": 1.5]
    #expect(abs(multipliers(roster, brief)[0] - 2.5 * 0.1.squareRoot()) < 1e-15)
  }

  @Test func referenceOfZeroHasNoSay() {
    var roster = TestCampaigns.roster(followers: [Double](repeating: 20_000, count: 5))
    roster.replyRates = NumberColumn([0, 0, 0, 0, 0])
    #expect(multipliers(roster) == [1, 1, 1, 1, 1])
  }

  /// 1.15 for the certified, whatever the case; rates far above the usual stop at 2.
  @Test func certificationAddsItsBonusWithinTheClamp() {
    var roster = TestCampaigns.roster(
      followers: [20_000, 20_000], certifications: ["GOLD", "gold"])
    roster.engagementRates = NumberColumn([.nan, 0.9])
    var brief = Brief()
    brief.certificationBonus = ["Gold": 0.15]
    let result = multipliers(roster, brief)
    #expect(abs(result[0] - 1.15) < 1e-15)
    #expect(result[1] == 2)
  }
}
