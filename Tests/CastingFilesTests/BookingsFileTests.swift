import Casting
import Testing

import CastingFiles

/// Bookings as people keep them, and what is wrong with some.
struct BookingsFileTests {
  private func read(
    _ bookings: String, roster: String = InputFolder.roster,
    brief: String = "budget: 1M\nformats: [live]\n"
  ) throws -> Campaign {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", InputFolder.products))
    paths.brief = try folder.write("brief.yaml", brief)
    paths.bookings = try folder.write("bookings.csv", bookings)
    return try CampaignFiles.read(paths).campaign
  }

  private func issues(_ bookings: String, brief: String = "budget: 1M\nformats: [live]\n") throws
    -> String
  {
    try InputFolder.outcome(brief: brief) { folder, paths in
      paths.bookings = try folder.write("bookings.csv", bookings)
    }
  }

  @Test func namesAndJapaneseWordsAreRead() throws {
    let campaign = try read(
      "名前,商品名,形式,状況,確定料金,実施日\nあおい,化粧水,ライブ,確定,2.5万,2026/12/05\nC2,,,辞退,,\n")
    #expect(
      campaign.bookings == [
        Booking(
          creatorID: "C1", productID: "P1", format: .live, status: .confirmed, fee: 25_000,
          date: CalendarDay(year: 2026, month: 12, day: 5)),
        Booking(creatorID: "C2", productID: nil, format: nil, status: .declined),
      ])
    #expect(campaign.brief.locks == [Lock(creatorID: "C1", productID: "P1")])
  }

  /// A lock that the brief states as well is one.
  @Test func whatIsKeptIsLockedOnce() throws {
    let campaign = try read(
      "creator_id,product_id,status\nC1,P1,asked\nC2,P1,hold\n",
      brief: "budget: 1M\nformats: [live]\nlock: [{creator: C1, product: P1}]\n")
    #expect(
      campaign.brief.locks == [
        Lock(creatorID: "C1", productID: "P1"), Lock(creatorID: "C2", productID: "P1"),
      ])
  }

  @Test func everyFaultIsToldAtOnce() throws {
    let text = try issues(
      """
      creator_id,product_id,format,status,date
      C9,P1,live,confirmed,
      C1,P9,live,asked,
      C1,,live,hold,
      C1,P1,video,confirmed,
      C2,P1,live,confirmed,2027-01-05
      C2,P2,live,perhaps,

      """, brief: "budget: 1M\nformats: [live]\nwindow: {from: 2026-12-01, to: 2026-12-20}\n")
    for words in [
      "bookings.csv:2", "\"C9\"", "bookings.csv:3", "\"P9\"", "bookings.csv:4",
      "a booking that plans keep names its product", "video is no format of the campaign",
      "the window is 2026-12-01 to 2026-12-20", "\"perhaps\"",
    ] { #expect(text.contains(words), "\(words): \(text)") }
  }

  @Test func aDealIsBookedOnce() throws {
    let text = try issues(
      "creator_id,product_id,format,status\nC1,P1,live,asked\nC1,P1,live,declined\n")
    #expect(text.contains("the same deal is already on line 2"), "\(text)")
    let pair = try issues(
      "creator_id,product_id,format,status\nC1,P1,live,asked\nC1,P1,,confirmed\n")
    #expect(pair.contains("booked on line 2"), "\(pair)")
  }
}
