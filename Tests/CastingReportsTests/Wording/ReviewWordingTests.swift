import Casting
import CastingReports
import CastingReview
import Testing

/// Every finding, with its rule, its way out and its rows, said in both languages.
@Suite struct ReviewWordingTests {
  private static let count = 30

  /// Thirty creators with everything as usual.
  private static func roster() -> Roster {
    let blank = [String](repeating: "", count: count)
    var roster = Roster()
    roster.creatorIDs = TextColumn((0..<count).map { "C\($0)" })
    roster.names = TextColumn((0..<count).map { "Creator \($0)" })
    roster.handles = TextColumn(blank)
    roster.urls = TextColumn(blank)
    roster.platforms = CategoryColumn(repeating: "instagram", count: count)
    roster.employments = CategoryColumn(repeating: "external", count: count)
    roster.niches = TextColumn(blank)
    roster.bios = TextColumn(blank)
    roster.statedTiers = CategoryColumn(blank)
    roster.followers = NumberColumn(Array(repeating: 20_000, count: count))
    roster.engagementRates = NumberColumn((0..<count).map { 0.01 + 0.0003 * Double($0) })
    roster.fees = NumberColumn((0..<count).map { 50_000 + 700 * Double($0) })
    roster.averageViews = NumberColumn(Array(repeating: 4_000, count: count))
    return roster
  }

  private static let day = CalendarDay(year: 2026, month: 1, day: 1)!

  /// Each makes something look wrong.
  private static let changes: [@Sendable (inout Roster) -> Void] = [
    { $0.engagementRates.values = $0.engagementRates.values.map { $0 / 100 } },
    { $0.fees.values = $0.fees.values.map { $0 / 1000 } },
    { $0.names = TextColumn(Array(repeating: "x", count: count)) },
    {
      $0.names = TextColumn(Array(repeating: "x", count: count))
      $0.handles = TextColumn((0..<count).map { "@h\($0)" })
    },
    { $0.handles = TextColumn(["@a", "@a"] + Array(repeating: "", count: count - 2)) },
    {
      $0.urls = TextColumn(
        Array(repeating: "https://example.org/a", count: 2)
          + Array(repeating: "", count: count - 2))
    },
    { $0.followers.values[0] = 0 },
    { $0.engagementRates.values[0] = 0 }, { $0.engagementRates.values[0] = 1 },
    { $0.authenticShares = NumberColumn(Array(repeating: 0, count: count)) },
    { $0.averageViews.values[0] = 1 }, { $0.averageViews.values[0] = 0 },
    { $0.averageViews.values[0] = 1e6 }, { $0.fees.values[0] = 1e9 }, { $0.fees.values[0] = 1 },
    { $0.fees.values[0] = 0 },
    { $0.commissions = NumberColumn(Array(repeating: 1, count: count)) },
    { $0.availableTo = Array(repeating: day, count: count) },
    {
      $0.availableFrom = Array(repeating: CalendarDay(year: 2026, month: 3, day: 1), count: count)
    },
    { $0.slots = NumberColumn(Array(repeating: 0, count: count)) },
    { $0.statedTiers = CategoryColumn(repeating: "mega", count: count) },
  ]

  private static let campaigns: [Campaign] = changes.map { change in
    var roster = roster()
    change(&roster)
    var products = ["P1", "P2"].map { Product(id: $0, price: 1_000) }
    for place in products.indices { products[place].name = "a" }
    products[0].stock = 0
    products[0].margin = 0
    products[0].conversion = 1
    var brief = Brief()
    brief.budget = 1
    brief.window = CampaignWindow(
      from: CalendarDay(year: 2026, month: 2, day: 1)!,
      to: CalendarDay(year: 2026, month: 2, day: 2)!)
    return Campaign(roster: roster, products: ProductList(products), brief: brief)
  }

  private static let names = [
    "followers", "slots", "stock", "margin", "commission", "conversion", "avg_views", "fee",
    "instagram", "@a", "https://example.org/a", "tier", "0.032", "C4", "C1", "P1",
  ]

  @Test func everyFindingIsSaid() {
    var seen: Set<ReviewKind> = []
    var sentences: [Language: Set<String>] = [:]
    for campaign in Self.campaigns {
      let ages = Array(repeating: 1.01, count: Self.count)
      for finding in CampaignReview(campaign, ageSums: ages).findings() {
        seen.insert(finding.kind)
        for language in Language.allCases {
          let wording = Wording(language)
          let lines = [
            wording.headline(finding), wording.rule(finding), wording.advice(finding.kind),
            wording.title(finding), wording.ruleLine(finding),
          ]
          sentences[language, default: []].formUnion([lines[0], lines[2]])
          let details = finding.marks.prefix(2).map { mark in
            wording.detail(mark, finding.kind, in: campaign) {
              wording.place(wording.place($0, countsRows: false), of: "C4")
            }
          }
          for line in lines + details.filter({ !$0.isEmpty }) {
            if language == .english {
              TalkCheck.expectEnglish(line, names: Self.names)
            } else {
              TalkCheck.expectJapanese(line, names: Self.names)
            }
            #expect(
              !line.replacing("1–3 %", with: "").contains("–"), "a number is missing: \(line)")
          }
          #expect(language == .english || lines[2].hasSuffix("。"))
        }
      }
    }
    #expect(seen == Set(ReviewKind.allCases))
    for language in Language.allCases {
      #expect(sentences[language]?.count == 2 * ReviewKind.allCases.count, "\(language)")
    }
    TalkCheck.expectEnglish(Wording.english.peerMedians)
    TalkCheck.expectJapanese(Wording.japanese.peerMedians)
  }
}
