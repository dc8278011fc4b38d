import Casting
import CastingSynthetic
import Foundation
import Testing

@Suite struct SyntheticRosterTests {
  static let seed: UInt64 = 41
  static let creators = (0..<20_000).map(SyntheticRoster(seed: seed).creator)

  @Test func rowsDoNotDependOnTheOrderOfAsking() {
    let roster = SyntheticRoster(seed: Self.seed)
    let backwards = (0..<50).reversed().map(roster.line)
    #expect(backwards.reversed() == (0..<50).map(roster.line))
    #expect(roster.line(7) != SyntheticRoster(seed: Self.seed + 1).line(7))
  }

  @Test func identifiersAreUniqueAndGrow() {
    #expect(SyntheticRoster.identifier(0) == "C0001")
    #expect(SyntheticRoster.identifier(123_456) == "C123457")
    #expect(Set(Self.creators.map(\.id)).count == Self.creators.count)
  }

  @Test func mostCreatorsAreMicroAndAFewAreMega() {
    let tiers = Dictionary(
      grouping: Self.creators, by: { Tier(followers: Double($0.followers)) }
    ).mapValues { Double($0.count) / Double(Self.creators.count) }
    #expect(abs((tiers[.micro] ?? 0) - 0.66) < 0.02, "seed \(Self.seed): \(tiers)")
    #expect(abs((tiers[.mega] ?? 0) - 0.015) < 0.005, "seed \(Self.seed): \(tiers)")
  }

  /// ln fee = 1.676 + 0.944 ln followers for external creators without commission.
  @Test func feesGrowWithFollowers() {
    let plain = Self.creators.filter {
      $0.employment == .external && $0.commission == nil && $0.followers > 10_000
    }
    let points = plain.compactMap { creator in
      creator.liveFee.map { (x: log(Double(creator.followers)), y: log(Double($0))) }
    }
    let count = Double(points.count)
    let meanX = points.map(\.x).reduce(0, +) / count
    let meanY = points.map(\.y).reduce(0, +) / count
    let slope =
      points.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +)
      / points.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
    #expect(abs(slope - 0.944) < 0.03, "seed \(Self.seed): slope \(slope)")
    #expect(abs(meanY - slope * meanX - (meanY - 0.944 * meanX)) < 0.5, "seed \(Self.seed)")
  }

  @Test func viewsHaveAHeavyTail() {
    let views = Self.creators.compactMap(\.liveViews).sorted()
    let median = Double(views[views.count / 2])
    let mean = Double(views.reduce(0, +)) / Double(views.count)
    #expect(mean > 1.8 * median, "seed \(Self.seed): mean \(mean), median \(median)")
  }

  @Test func engagementFallsWithSize() {
    func mean(_ followers: Range<Int>) -> Double {
      let rates = Self.creators.filter { followers.contains($0.followers) }
        .compactMap(\.engagementRate)
      return rates.reduce(0, +) / Double(rates.count)
    }
    #expect(mean(2_000..<10_000) > 1.5 * mean(100_000..<500_000), "seed \(Self.seed)")
  }

  @Test func agesAddToOneAndDaysAreInOrder() {
    for creator in Self.creators {
      if !creator.ageShares.isEmpty {
        #expect(abs(creator.ageShares.reduce(0, +) - 1) < 1e-9, "\(creator.id)")
      }
      if let from = creator.availableFrom, let to = creator.availableTo {
        #expect(from <= to, "\(creator.id)")
      }
    }
  }

  @Test func everyOptionalColumnHasGapsAndValues() {
    func share(_ isKnown: (SyntheticCreator) -> Bool) -> Double {
      Double(Self.creators.count(where: isKnown)) / Double(Self.creators.count)
    }
    let shares = [
      share { $0.liveViews != nil }, share { $0.videoViews != nil },
      share { $0.engagementRate != nil }, share { $0.replyRate != nil },
      share { $0.authenticShare != nil }, share { $0.uplink != nil },
      share { $0.liveFee != nil }, share { $0.videoFee != nil },
      share { $0.commission != nil }, share { $0.guarantee != nil },
      share { $0.activationCost != nil }, share { $0.femaleShare != nil },
      share { !$0.bio.isEmpty }, share { !$0.niche.isEmpty },
    ]
    for (column, share) in shares.enumerated() {
      #expect(share > 0.03 && share < 0.97, "seed \(Self.seed), column \(column): \(share)")
    }
  }

  /// The point of the sample: a bio seldom repeats its own tags.
  @Test func biosUseOtherWordsThanTags() {
    let told = Self.creators.filter { !$0.bio.isEmpty && !$0.niche.isEmpty }
    let repeats = told.count { creator in
      creator.niche.split(separator: ";").contains { creator.bio.contains($0) }
    }
    #expect(Double(repeats) < 0.3 * Double(told.count), "seed \(Self.seed): \(repeats)")
  }
}
