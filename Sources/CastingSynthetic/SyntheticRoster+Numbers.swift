import Casting
import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension SyntheticRoster {
  /// Followers by tier, mostly micro, denser at the small end of each tier.
  static func drawSize(_ creator: inout SyntheticCreator, _ random: inout SeededGenerator) {
    let (low, high) = random.pick(
      weighted: [
        ((2_000.0, 10_000.0), 0.14), ((10_000, 100_000), 0.66), ((100_000, 500_000), 0.145),
        ((500_000, 1_000_000), 0.04), ((1_000_000, 4_000_000), 0.015),
      ])
    let position = pow(random.nextUniform(), 1.3)
    creator.followers = Int(low * pow(high / low, position))
  }

  /// Views, engagement and what is known about the audience's loyalty; one in a hundred is a star.
  static func drawQuality(_ creator: inout SyntheticCreator, _ random: inout SeededGenerator) {
    let size = Double(creator.followers) / 30_000
    let star = random.chance(0.01) ? 3.5 : 1
    let home = creator.platform == "live_app" ? 1.6 : 1
    let live = Double(creator.followers) * 0.11 * home * star * pow(size, -0.15)
    let video = Double(creator.followers) * 0.2 * star * pow(size, -0.1)
    let liveViews = max(40, Int(random.lognormal(median: live, spread: 0.55)))
    let videoViews = max(80, Int(random.lognormal(median: video, spread: 0.6)))
    creator.liveViews = random.chance(0.07) ? nil : liveViews
    creator.videoViews = random.chance(0.1) ? nil : videoViews

    let engagement = random.lognormal(median: 0.02 * pow(size, -0.2) * sqrt(star), spread: 0.4)
    let posts = 3 + random.index(below: 78)
    if !random.chance(0.06) {
      creator.engagementRate = rounded(min(engagement, 0.6), 4)
      creator.postsSampled = random.chance(0.15) ? nil : posts
    }
    creator.replyRate = random.chance(0.4) ? nil : rounded(random.uniform(0.02, 0.6), 3)
    creator.repeatViewerShare = random.chance(0.45) ? nil : rounded(random.uniform(0.08, 0.65), 3)
    let unreal = 0.35 * pow(random.nextUniform(), 2)
    creator.authenticShare = random.chance(0.5) ? nil : rounded(1 - unreal, 3)
    let uplink = rounded(random.lognormal(median: 24, spread: 0.7), 1)
    creator.uplink = random.chance(0.4) ? nil : uplink
  }

  /// Fees and conditions. The slope 0.944 of ln fee on ln followers is that of a public rate card;
  /// the level is 3 yen per follower at 30,000 followers, as Japanese agencies quote.
  static func drawTerms(_ creator: inout SyntheticCreator, _ random: inout SeededGenerator) {
    let ownStaff = creator.employment == .external ? 1 : 0.55
    let typical = exp(1.676 + 0.944 * log(Double(creator.followers))) * ownStaff
    let fee = max(5_000, random.lognormal(median: typical, spread: 0.4))
    let onCommission = random.chance(0.3)
    let live = thousands(onCommission ? fee * 0.6 : fee)
    if onCommission {
      creator.commission = random.pick([0.05, 0.08, 0.1, 0.12, 0.15])
      creator.guarantee = random.chance(0.5) ? thousands(Double(live) * 1.15) : nil
    }
    let video = thousands(fee * random.uniform(0.7, 1.4))
    let offersLive = !random.chance(0.08)
    creator.liveFee = offersLive ? live : nil
    creator.videoFee = random.chance(0.55) || !offersLive ? video : nil
    if creator.employment == .trainee {
      creator.activationCost = 10_000 * (1 + random.index(below: 4))
    } else if random.chance(0.1) {
      creator.activationCost = 5_000 * (1 + random.index(below: 6))
    }
    creator.slots = random.pick(weighted: [(1, 0.6), (2, 0.28), (3, 0.12)])
    drawAvailability(&creator, &random)
  }

  /// One end of the month is enough to know for most who are not always free.
  private static func drawAvailability(
    _ creator: inout SyntheticCreator, _ random: inout SeededGenerator
  ) {
    if random.chance(0.12) {
      creator.availableFrom = day(random.pick([1, 5, 10, 24]))
    } else if random.chance(0.08) {
      creator.availableFrom = random.chance(0.3) ? day(2) : nil
      creator.availableTo = day(random.pick([12, 15, 28]))
    }
  }

  /// Who watches: a mix around the topic's, unknown for one creator in five.
  static func drawAudience(_ creator: inout SyntheticCreator, _ random: inout SeededGenerator) {
    guard !random.chance(0.2) else { return }
    let topic = SyntheticTopic.all[creator.topic]
    let female = topic.female + 0.08 * random.nextNormal()
    creator.femaleShare = rounded(min(max(female, 0.03), 0.97), 3)
    let centre = topic.age + 0.4 * random.nextNormal()
    let weights = (0..<6).map { band in
      exp(-pow(Double(band) - centre, 2) / 2.4 + 0.2 * random.nextNormal()) + 0.01
    }
    // Whole thousandths, the largest band taking the rest, so that the shares add to 1.
    let total = weights.reduce(0, +)
    var thousandths = weights.map { Int($0 / total * 1000) }
    let largest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    thousandths[largest] += 1000 - thousandths.reduce(0, +)
    creator.ageShares = thousandths.map { Double($0) / 1000 }
  }

  private static func day(_ day: Int) -> CalendarDay? {
    CalendarDay(year: 2026, month: 12, day: day)
  }

  private static func thousands(_ yen: Double) -> Int { max(1, Int(yen / 1000)) * 1000 }

  private static func rounded(_ number: Double, _ digits: Int) -> Double {
    let scale = pow(10, Double(digits))
    return (number * scale).rounded() / scale
  }
}
