import AllocationTestSupport
import Casting
import CastingTestSupport
import Testing

/// Conditions on scored deals against a plain sieve over all deals.
@Suite struct ScoreConditionTests {
  /// A condition, and the same as words over one deal of the whole roster.
  private static func condition(
    _ campaign: Campaign, _ deals: [ScoredDeal], _ random: inout TestRandom
  ) -> (ScoreCondition, (ScoredDeal) -> Bool) {
    let roster = campaign.roster
    let one = deals[random.index(deals.count)]
    switch random.index(6) {
    case 0:
      let bound = one.expectedValue
      return random.chance(0.5)
        ? (.number(.expectedValue, .atLeast, bound), { $0.expectedValue >= bound })
        : (.number(.expectedValue, .below, bound), { $0.expectedValue < bound })
    case 1:
      let bound = one.cost
      return random.chance(0.5)
        ? (.number(.cost, .atMost, bound), { $0.cost <= bound })
        : (.number(.cost, .equal, bound), { $0.cost == bound })
    case 2:
      let bound = roster.followers[one.creator]
      return (.number(.followers, .above, bound), { roster.followers[$0.creator] > bound })
    case 3:
      let wanted: Set<Grade> = random.chance(0.5) ? [.measured] : [.default, .estimated]
      return (.grade(wanted), { wanted.contains($0.grade) })
    case 4:
      return (
        .group(DealFilter(values: [.platform: ["tiktok"]])),
        { roster.platforms[$0.creator].lowercased() == "tiktok" }
      )
    default:
      let product = campaign.products.products[one.product].id
      return (
        .group(DealFilter(values: [.product: [product], .format: [one.format.rawValue]])),
        {
          campaign.products.products[$0.product].id == product && $0.format == one.format
        }
      )
    }
  }

  @Test func `conditions keep the deals that a sieve keeps, and of a pair the best among those`() {
    var kept = 0
    var all = 0
    for seed in UInt64(1_000)..<1_200 {
      var random = TestRandom(seed: seed)
      let campaign = ScoringTests.campaign(seed, creators: 40)
      let parts = ScoringTests.parts(campaign.roster, &random)
      let deals = ScoringTests.deals(campaign)
      guard !deals.isEmpty else { continue }
      let conditions = (0...random.index(2)).map { _ in
        Self.condition(campaign, deals, &random)
      }
      let wanted = deals.filter { deal in conditions.allSatisfy { $0.1(deal) } }
      (kept, all) = (kept + wanted.count, all + deals.count)
      let ranking = ScoreRanking.allCases[random.index(ScoreRanking.allCases.count)]
      let best = ScoringTests.bestFormats(wanted, ranking)
      let isByProduct = random.chance(0.5)
      var scorer = RosterScorer(
        products: campaign.products, brief: campaign.brief, ranking: ranking,
        conditions: conditions.map(\.0), model: ScoringTests.model(campaign, parts),
        top: isByProduct ? 7 : 0, threads: 2)
      var found: [ScoredDeal] = []
      if isByProduct {
        for part in parts { scorer.addToTop(part, telling: [part.creatorIDs]) }
        for deals in scorer.topDeals {
          for (id, deal, texts) in deals {
            #expect(texts == [id])
            var deal = deal
            deal.creator = campaign.roster.creatorIDs.firstRow(of: id)!
            found.append(deal)
          }
        }
      } else {
        for part in parts {
          let before = scorer.creatorCount
          for deal in scorer.dealsOfEachCreator(part, most: .max).joined() {
            var deal = deal
            deal.creator += before
            found.append(deal)
          }
        }
      }
      let expected: [ScoredDeal] =
        isByProduct
        ? campaign.products.products.indices.flatMap { product in
          best.filter { $0.product == product }.sorted {
            let (left, right) = ($0.score(ranking), $1.score(ranking))
            return left != right ? left > right : $0.creator < $1.creator
          }.prefix(7)
        }
        : best.sorted {
          let (left, right) = ($0.score(ranking), $1.score(ranking))
          return $0.creator != $1.creator
            ? $0.creator < $1.creator : left != right ? left > right : $0.product < $1.product
        }
      #expect(found == expected, "seed \(seed)")
    }
    #expect(kept > all / 20 && kept < all / 2, "\(kept) of \(all)")
  }

  @Test func `a group that the roster has nobody of is told apart`() {
    let campaign = ScoringTests.campaign(3, creators: 20)
    var scorer = RosterScorer(
      products: campaign.products, brief: campaign.brief, ranking: .affinity,
      conditions: [
        .number(.cost, .atMost, -1), .group(DealFilter(values: [.platform: ["nowhere"]])),
        .group(DealFilter(values: [.product: [campaign.products.products[0].id]])),
        .group(DealFilter(values: [.product: ["nothing"]])),
      ], model: ScoringTests.model(campaign, [campaign.roster]), top: 3, threads: 1)
    scorer.addToTop(campaign.roster)
    #expect(scorer.unmetConditions == [1, 3])
    #expect(scorer.topDeals.allSatisfy { $0.isEmpty })
  }
}
