import Casting
import CastingTestSupport
import Testing

struct ResolvedRosterTests {
  private func resolved(
    _ roster: Roster, _ brief: Brief = Brief(), _ formats: [DealFormat] = [.live, .video]
  ) -> ResolvedRoster {
    ResolvedRoster(
      roster: roster, brief: brief, formats: formats, norms: RosterNorms(of: roster))
  }

  @Test func formatsInPlayAreTheBriefsElseThePricedElseLive() {
    var roster = TestCampaigns.roster(followers: [1])
    #expect(CampaignFormats(roster: roster, brief: Brief()).inPlay == [.live])
    roster.formatFees[DealFormat.story.index] = NumberColumn([100])
    roster.formatFees[DealFormat.video.index] = NumberColumn([.nan])
    #expect(CampaignFormats(roster: roster, brief: Brief()).inPlay == [.video, .story])
    var brief = Brief()
    brief.formats = [.post, .live]
    #expect(CampaignFormats(roster: roster, brief: brief).inPlay == [.live, .post])
  }

  @Test func formatsOfTheDealTableAreKindsButNotInPlay() {
    let row = DealTable.Row(
      creator: 0, product: 0, format: .story, cost: 1, prediction: .value(1))
    let formats = CampaignFormats(
      roster: TestCampaigns.roster(followers: [1]), brief: Brief(), deals: DealTable(rows: [row]))
    #expect(formats.inPlay == [.live])
    #expect(formats.all == [.live, .story])
  }

  /// Without a column of its own a format has the average; with one, an empty cell is estimated:
  /// 20,000 × 22.9 % = 4,580 for a video of a micro creator, 20,000 × 2 % = 400 for a live.
  @Test func viewsComeFromTheFormatsColumnElseTheAverageElseFollowers() {
    var roster = TestCampaigns.roster(followers: [20_000, 20_000])
    roster.averageViews = NumberColumn([900, .nan])
    roster.formatViews[DealFormat.video.index] = NumberColumn([.nan, 1_234])
    let result = resolved(roster)
    for (view, expected) in zip(result.views, [900.0, 4_580, 400, 1_234]) {
      #expect(abs(view - expected) < 1e-9)
    }
    #expect(result.viewGrades == [.measured, .estimated, .estimated, .measured])
  }

  /// A format's own empty cell: not offered. No fee at all: Instagram 3 yen a follower, TikTok 2.
  @Test func feesComeFromTheFormatsColumnElseTheCommonElseFollowers() {
    var roster = TestCampaigns.roster(
      followers: [20_000, 20_000, 20_000], platforms: ["Instagram", "TikTok", "elsewhere"])
    roster.formatFees[DealFormat.video.index] = NumberColumn([.nan, 70_000, 80_000])
    roster.fees = NumberColumn([.nan, .nan, 50_000])
    let result = resolved(roster)
    #expect(result.fees[0] == 60_000)
    #expect(result.fees[1].isNaN)
    #expect(Array(result.fees[2...]) == [40_000, 70_000, 50_000, 80_000])
    #expect(
      result.feeGrades == [
        .estimated, .measured, .estimated, .measured, .measured, .measured,
      ])
  }

  @Test func missingColumnsTakeTheirDefaults() {
    let result = resolved(TestCampaigns.roster(followers: [5_000]))
    #expect(result.authenticShares == [1])
    #expect(result.commissions == [0])
    #expect(result.guarantees == [0])
    #expect(result.activationCosts == [0])
    #expect(result.slots == [1])
  }

  @Test func availabilityIsAnOverlapWithTheWindow() throws {
    let day = { (number: Int) in try #require(CalendarDay(year: 2026, month: 12, day: number)) }
    let window = CampaignWindow(from: try day(5), to: try day(10))
    let overlaps = { Availability.overlaps(from: $0, to: $1, window: window) }
    #expect(overlaps(nil, nil))
    #expect(overlaps(try day(10), nil))
    #expect(!overlaps(try day(11), nil))
    #expect(overlaps(nil, try day(5)))
    #expect(!overlaps(nil, try day(4)))
    #expect(Availability.overlaps(from: try day(1), to: try day(2), window: nil))
  }
}
