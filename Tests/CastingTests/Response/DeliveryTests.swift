import Casting
import CastingTestSupport
import Testing

struct DeliveryTests {
  /// At the required uplink 1 / (1 + 1/9) = 0.9; at twice that 1 / (1 + 1/144) = 144/145; at half
  /// 1 / (1 + 16/9) = 9/25.
  @Test(arguments: [(10.0, 0.9), (20, 144.0 / 145), (5, 9.0 / 25), (.nan, 1), (0, 0)])
  func probabilityFollowsTheFourthPowerOfTheUplink(uplink: Double, expected: Double) {
    let probability = Delivery.probability(requiredUplink: 10, uplink: uplink)
    #expect(abs(probability - expected) < 1e-15)
  }

  /// Lift 0.3, strengths 0.3, 0.3, 0.4: 1 + 0.3 · (1 − 0.7 · 0.7 · 0.6) = 1.2118.
  @Test func announcementsRaiseLiveViewsOnly() {
    var brief = TestCampaigns.brief(budget: 1)
    brief.announcements = Announcements(
      stages: [0.3, 0.3, 0.4].map { .init(name: "stage", hoursBefore: 24, strength: $0) },
      lift: 0.3)
    let live = Delivery.viewFactor(format: .live, uplink: .nan, brief: brief)
    #expect(abs(live - 1.2118) < 1e-15)
    for format in [DealFormat.video, .post, .story] {
      #expect(Delivery.viewFactor(format: format, uplink: 1, brief: brief) == 1)
    }
  }
}
