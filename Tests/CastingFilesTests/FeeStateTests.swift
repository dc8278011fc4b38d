import Casting
import Testing

import CastingFiles

/// Fees that are no single amount, from the cell to what counts.
struct FeeStateTests {
  private func read(_ roster: String, brief: String = "budget: 1M\n") throws -> Campaign {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", InputFolder.products))
    paths.brief = try folder.write("brief.yaml", brief)
    return try CampaignFiles.read(paths).campaign
  }

  private func fee(_ campaign: Campaign, _ creator: Int, _ format: DealFormat) -> StatedFee? {
    campaign.roster.statedFee(creator: creator, format: format, campaign.brief.terms)
  }

  private static let roster = """
    creator_id,platform,followers,fee_live,fee_story
    C1,tiktok,12000,3万〜5万,1000
    C2,tiktok,12000,要相談,
    C3,instagram,12000,45000,ask

    """

  @Test func rangesAndQuotes() throws {
    let campaign = try read(Self.roster)
    let range = try #require(fee(campaign, 0, .live))
    #expect(range.state == .range && range.counted == 50_000)
    #expect(range.low == 30_000 && range.high == 50_000)
    let quote = try #require(fee(campaign, 1, .live))
    #expect(quote.state == .ask && quote.counted == 24_000)
    #expect(fee(campaign, 1, .story) == nil)
    #expect(fee(campaign, 2, .live)?.state == .stated)
    #expect(fee(campaign, 2, .story)?.counted == 36_000)
  }

  @Test(arguments: [("high", 50_000.0), ("middle", 40_000), ("low", 30_000)])
  func theBriefSaysWhichEndCounts(policy: String, counted: Double) throws {
    let campaign = try read(Self.roster, brief: "budget: 1M\nfee_policy: \(policy)\n")
    #expect(fee(campaign, 0, .live)?.counted == counted)
  }

  @Test func quotesMayBeLeftOut() throws {
    let campaign = try read(Self.roster, brief: "budget: 1M\nask_policy: exclude\n")
    #expect(fee(campaign, 1, .live) == nil)
    #expect(fee(campaign, 2, .live)?.counted == 45_000)
    let unknown = try InputFolder.outcome(brief: "budget: 1M\nfee_policy: most\n")
    #expect(unknown.contains("high, middle, low"), "\(unknown)")
  }

  /// A header's tax and unit hold for both ends, and rows by format keep them.
  @Test func unitsAndTaxHoldForBothEnds() throws {
    let brief = "budget: 1M\ntax: {rate: 0.1}\n"
    let columns = try read(
      "creator_id,platform,followers,ライブ料金(税込・万円)\nC1,tiktok,12000,3.3〜5.5\nC2,tiktok,9000,応相談\n",
      brief: brief)
    let range = try #require(fee(columns, 0, .live))
    #expect(abs(range.counted - 50_000) < 1e-6 && abs((range.low ?? 0) - 30_000) < 1e-6)
    #expect(fee(columns, 1, .live)?.state == .ask)
    let rows = try read(
      """
      creator_id,platform,followers,format,料金(税込)
      C1,tiktok,12000,live,33000〜55000
      C1,tiktok,12000,video,要相談
      C2,tiktok,12000,video,11000

      """, brief: brief)
    let byRow = try #require(fee(rows, 0, .live))
    #expect(abs(byRow.counted - 50_000) < 1e-6 && abs((byRow.low ?? 0) - 30_000) < 1e-6)
    #expect(fee(rows, 0, .video)?.state == .ask)
    #expect(abs((fee(rows, 1, .video)?.counted ?? 0) - 10_000) < 1e-6)
  }

  /// A value that the brief states for all rows is an amount like any other.
  @Test func aStatedValueIsNoRange() throws {
    let campaign = try read(
      "creator_id,platform,followers,fee\nC1,tiktok,12000,要相談\n",
      brief: "budget: 1M\nroster: {fee: 20000}\nformats: [live]\n")
    #expect(fee(campaign, 0, .live)?.state == .stated)
    #expect(fee(campaign, 0, .live)?.counted == 20_000)
  }
}
