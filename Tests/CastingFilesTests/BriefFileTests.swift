import Casting
import CastingFiles
import Foundation
import Testing

@Suite struct BriefFileTests {
  private func read(_ text: String) throws -> Brief {
    let folder = try InputFolder()
    return try BriefFile.read(path: folder.write("brief.yaml", text))
  }

  @Test func readsEveryKey() throws {
    let brief = try read(
      """
      campaign: 春のスキンケア
      objective: profit
      budget: 5_000_000
      window: {from: 2026-12-01, to: 2026-12-20}
      formats: [live, 動画]
      required_uplink_mbps: 12
      quotas:
        - {where: {tier: micro}, spend_share: {min: 0.5}}
        - {where: {platform: tiktok}, count: {min: 3, max: 10}}
        - {where: {creator: C0042}, spend: {max: 300_000}}
        - {where: {certification: [gold, silver], followers: {max: 100_000}}, creators: {min: 5}}
      spend_per_creator: {max_share_of_budget: 20%}
      exclusive_categories: true
      lock: [C0001, {creator: C0007, product: P02}]
      ban: [C0033, {agency: Acme}]
      competitors: {brands: [アオゾラ, トナリ堂], within_days: 90}
      audience_target: {cells: [female_20_29, 女性30代], min_share: 30%}
      apart: [[C0010, C0011], [C0011, C0012, C0013]]
      together: [[C0020, C0021]]
      affinity_concentration: 4
      saturation: logarithmic
      audience: {female_share: 0.6, age_20_29: 0.3}
      age_weight: {age_20_29: 1.5}
      certification_bonus: {gold: 0.15}
      announcements:
        stages:
          - {name: teaser, days_before: 7, strength: 0.3}
          - {name: last_call, hours_before: 1, strength: 40%}
      order_capacity: 5000
      conversion: 1.5%
      niches:
        - {name: matcha, parent: food, words: [抹茶, matcha]}
      columns: {followers: "Subscribers count"}
      """)
    #expect(brief.campaign == "春のスキンケア")
    #expect(brief.objective == .profit)
    #expect(brief.budget == 5_000_000)
    #expect(brief.window?.from.iso == "2026-12-01" && brief.window?.to.iso == "2026-12-20")
    #expect(brief.formats == [.live, .video])
    #expect(brief.requiredUplink == 12)
    #expect(brief.spendPerCreator == .shareOfBudget(0.2))
    #expect(brief.exclusiveCategories)
    #expect(
      brief.locks == [Lock(creatorID: "C0001"), Lock(creatorID: "C0007", productID: "P02")])
    #expect(
      brief.bans == [
        DealFilter(values: [.creator: ["C0033"]]), DealFilter(values: [.agency: ["Acme"]]),
      ])
    #expect(
      brief.competitors?.brands == ["アオゾラ", "トナリ堂"] && brief.competitors?.days == 90
        && brief.competitors?.window == brief.window)
    #expect(
      brief.audienceTarget
        == AudienceShare(cells: ["female_20_29", "女性30代"], range: 0.3...Double.infinity))
    #expect(brief.apart == [["C0010", "C0011"], ["C0011", "C0012", "C0013"]])
    #expect(brief.together == [["C0020", "C0021"]])
    #expect(brief.affinityConcentration == 4)
    #expect(brief.saturation == .logarithmic)
    #expect(brief.audience?.femaleShare == 0.6)
    #expect(brief.audience?.ageShares[1] == 0.3)
    #expect(abs((brief.audience?.ageShares[0] ?? 0) - 0.14) < 1e-15)
    #expect(brief.ageWeights == [1, 1.5, 1.088, 1, 1, 1])
    #expect(brief.certificationBonus == ["gold": 0.15])
    #expect(
      brief.announcements?.stages == [
        .init(name: "teaser", hoursBefore: 168, strength: 0.3),
        .init(name: "last_call", hoursBefore: 1, strength: 0.4),
      ])
    #expect(brief.announcements?.lift == CampaignDefaults.announcementLift)
    #expect(brief.orderCapacity == 5000)
    #expect(brief.conversion == 0.015)
    #expect(
      brief.niches == [NicheDefinition(id: "matcha", parent: "food", words: ["抹茶", "matcha"])])
    #expect(brief.tables == TableStatements(["followers": "Subscribers count"]))
  }

  @Test func quotasKeepTheUsersWords() throws {
    let brief = try read(
      """
      quotas:
        - {where: {tier: micro}, spend_share: {min: 0.5}}
        - {where: {platform: tiktok}, count: {min: 3, max: 10}}
        - {where: {certification: [gold, silver], followers: {max: 100_000}}, creators: {min: 5}}
        - {spend: {max: 300万}, count: {max: 7}}
      """)
    #expect(
      brief.quotas.map(\.name) == [
        "tier micro: spend_share ≥ 0.5", "platform tiktok: count 3…10",
        "certification gold or silver and followers ≤ 100000: creators ≥ 5",
        "all deals: spend ≤ 3000000", "all deals: count ≤ 7",
      ])
    #expect(brief.quotas.map(\.measure) == [.spendShare, .count, .creators, .spend, .count])
    #expect(brief.quotas[1].minimum == 3 && brief.quotas[1].maximum == 10)
    #expect(brief.quotas[2].filter.followers == -Double.infinity...100_000)
    #expect(brief.quotas[3].maximum == 3_000_000)
  }

  @Test(arguments: [
    ("5_000_000", 5e6), ("500万", 5e6), ("5M", 5e6), ("¥5,000,000", 5e6), ("5000000円", 5e6),
    ("\"5,000,000\"", 5e6), ("0", 0),
  ])
  func budgetsAsPeopleWriteThem(text: String, expected: Double) throws {
    #expect(try read("budget: \(text)\r\n").budget == expected)
  }

  @Test func sixAgesAreNormalised() throws {
    let brief = try read(
      """
      audience: {age_13_19: 0.1, age_20_29: 0.3, age_30_39: 0.3, age_40_49: 0.1,
        age_50_59: 0.1, age_60_plus: 0.11}
      """)
    let mix = try #require(brief.audience)
    #expect(mix.femaleShare == 0.5)
    #expect(abs(mix.ageShares.reduce(0, +) - 1) < 1e-15)
    #expect(abs(mix.ageShares[5] - 0.11 / 1.01) < 1e-15)
  }

  @Test func absentKeysHaveTheirDefaults() throws {
    let brief = try read("objective: reach\n")
    #expect(brief.budget == nil && brief.formats == nil && brief.audience == nil)
    #expect(brief.conversion == CampaignDefaults.conversion(.live))
    #expect(brief.orderCapacity == .infinity)
  }
}
