import Casting
import CastingReview
import CastingTestSupport
import Testing

/// One person under two ids.
struct ReviewTwinTests {
  private struct Person {
    var name = ""
    var handle = ""
    var url = ""
    var platform = "tiktok"
  }

  /// `1=0 name`: each repeating row, the row that it repeats, and in what.
  private func twins(_ people: [Person]) -> [String] {
    var roster = TestCampaigns.roster(
      followers: Array(repeating: 10_000, count: people.count), platforms: people.map(\.platform))
    roster.names = TextColumn(people.map(\.name))
    roster.handles = TextColumn(people.map(\.handle))
    roster.urls = TextColumn(people.map(\.url))
    let campaign = Campaign(
      roster: roster, products: ProductList([]), brief: TestCampaigns.brief(budget: 1))
    return CampaignReview(campaign).findings().flatMap { finding in
      finding.marks.map { "\($0.row)=\($0.twin ?? -1) \($0.sign?.rawValue ?? "")" }
    }
  }

  @Test(arguments: [
    ("ﾎﾟﾁ🐶", "ポチ", true), ("Ｋａｎａ☆", "kana", true), ("み お", "みお✨", true), ("みお", "みおん", false),
    ("★", "★", true), ("★", "☆", false), ("", "", false), ("か\u{3099}く", "がく", true),
  ])
  func namesAreComparedByTheirLetters(_ first: String, _ second: String, _ isTwin: Bool) {
    #expect(twins([Person(name: first), Person(name: second)]) == (isTwin ? ["1=0 name"] : []))
  }

  @Test func aNameOnAnotherPlatformIsSomebodyElse() {
    #expect(twins([Person(name: "みお"), Person(name: "みお", platform: "youtube")]).isEmpty)
    #expect(twins([Person(name: "みお"), Person(name: "みお", platform: "TikTok")]) == ["1=0 name"])
  }

  @Test(arguments: [("@mio", "Mio", true), ("＠ｍｉｏ", " @mio ", true), ("@mio", "@mio_", false)])
  func handles(_ first: String, _ second: String, _ isTwin: Bool) {
    let people = [Person(handle: first), Person(handle: second, platform: "youtube")]
    #expect(twins(people) == (isTwin ? ["1=0 handle"] : []))
  }

  @Test(arguments: [
    ("https://www.example.org/@mio/", "http://example.org/@Mio?lang=ja#top", true),
    ("https://m.example.org/mio", "example.org/mio", true),
    ("https://example.org/watch?v=a&utm_source=x", "https://example.org/watch?v=a", true),
    ("https://example.org/watch?v=a", "https://example.org/watch?v=b", false),
    ("https://example.org/a", "https://example.org/b", false),
  ])
  func addresses(_ first: String, _ second: String, _ isTwin: Bool) {
    let people = [Person(url: first), Person(url: second)]
    #expect(twins(people) == (isTwin ? ["1=0 url"] : []))
  }

  /// The surest sign is told, and every row but the first once.
  @Test func aRowIsTwinOfTheFirst() {
    let people = [
      Person(name: "みお", handle: "@mio", url: "example.org/mio"), Person(name: "りこ"),
      Person(name: "みお", handle: "@mio"), Person(name: "みお", url: "example.org/mio/"),
    ]
    #expect(twins(people) == ["3=0 url", "2=0 handle"])
  }

  /// Namesakes with handles of their own come last, and the sentence says so.
  @Test func namesakesComeLast() {
    let people = [
      Person(name: "みお", handle: "@mio"), Person(name: "みお", handle: "@other"),
      Person(name: "みお"),
    ]
    #expect(twins(people) == ["2=0 name", "1=0 name"])
  }
}
