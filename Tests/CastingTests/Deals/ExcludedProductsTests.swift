import Casting
import CastingTestSupport
import Testing

/// What creators do not promote. Products: P0 is a serum of Nami, P1 a beer, P2 says nothing.
struct ExcludedProductsTests {
  private static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text)! }

  private func words(
    _ exclusions: [CreatorExclusion], window: CampaignWindow? = nil
  ) -> [String?] {
    var roster = TestCampaigns.roster(followers: [20_000, 30_000])
    roster.exclusions = TextColumn(["", CreatorExclusion.plain(exclusions)])
    var serum = Product(id: "P0", price: 3_000)
    serum.niche = "スキンケア"
    serum.brand = "Nami"
    var beer = Product(id: "P1", price: 500)
    beer.category = "酒類"
    beer.niche = "beer"
    var brief = TestCampaigns.brief(budget: 100_000)
    brief.window = window
    let campaign = Campaign(
      roster: roster, products: ProductList([serum, beer, Product(id: "P2", price: 1)]),
      brief: brief)
    let excluded = ExcludedProducts(campaign, taxonomy: .builtIn)
    #expect((0..<3).allSatisfy { excluded.word(creator: 0, product: $0) == nil })
    return (0..<3).map { excluded.word(creator: 1, product: $0) }
  }

  private func words(_ word: String) -> [String?] { words([CreatorExclusion(word: word)]) }

  @Test func idsBrandsCategoriesAndTags() {
    #expect(words("P2") == [nil, nil, "P2"])
    #expect(words("p2") == [nil, nil, nil])
    #expect(words("NAMI") == ["NAMI", nil, nil])
    #expect(words("酒類") == [nil, "酒類", nil])
    #expect(words("Beer") == [nil, "Beer", nil])
    #expect(words("car") == [nil, nil, nil])
  }

  /// A word means whatever belongs to its niche, in any language, and nothing beside it.
  @Test func wordsMeanWhatBelongsToThem() {
    #expect(words("skincare") == ["skincare", nil, nil])
    #expect(words("美容") == ["美容", nil, nil])
    #expect(words("makeup") == [nil, nil, nil])
  }

  @Test func daysThatMeetTheCampaigns() {
    let november = CampaignWindow(from: Self.day("2026-11-01"), to: Self.day("2026-11-30"))
    func hits(_ from: String?, _ to: String?) -> Bool {
      words(
        [CreatorExclusion(word: "Nami", from: from.map(Self.day), to: to.map(Self.day))],
        window: november)[0] != nil
    }
    #expect(hits("2026-11-30", "2027-01-31"))
    #expect(hits("2026-01-01", "2026-11-01"))
    #expect(hits(nil, nil))
    #expect(hits("2026-11-10", nil) && hits(nil, "2026-11-10"))
    #expect(!hits("2026-12-01", nil))
    #expect(!hits(nil, "2026-10-31"))
    // Without days of its own a campaign may be at any time.
    #expect(words([CreatorExclusion(word: "Nami", from: Self.day("2030-01-01"))])[0] == "Nami")
  }

  @Test func thePlainFormIsReadBack() {
    let list = [
      CreatorExclusion(word: "スキンケア", from: Self.day("2026-11-01"), to: Self.day("2027-01-31")),
      CreatorExclusion(word: "酒"), CreatorExclusion(word: "a b", to: Self.day("2026-12-01")),
    ]
    #expect(CreatorExclusion.list(plain: CreatorExclusion.plain(list)) == list)
    #expect(CreatorExclusion.list(plain: "").isEmpty)
  }
}
