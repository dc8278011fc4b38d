import AllocationTestSupport
import Casting
import CastingTestSupport
import Foundation
import Testing

/// Scores of a roster in parts against each deal worked out by itself.
@Suite struct ScoringTests {
  /// A campaign without budget, with bans and days, of texts or of own embeddings.
  static func campaign(_ seed: UInt64, creators: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: seed, creators: creators, products: 5)
    var random = TestRandom(seed: seed ^ 0x5C0)
    if random.chance(0.4) {
      campaign.roster.embeddings = []
      campaign.roster.embeddingDimensions = 0
      campaign.products.embeddings = []
      campaign.products.embeddingDimensions = 0
      for product in campaign.products.products.indices where random.chance(0.7) {
        campaign.products.products[product].niche = ["料理", "旅行", "美容"][random.index(3)]
      }
      campaign.roster.bios = TextColumn(
        (0..<creators).map { _ in ["", "毎日料理を配信", "旅の写真"][random.index(3)] })
    } else if random.chance(0.5) {
      // A creator and a product about whom nothing is known.
      for column in 0..<3 { campaign.roster.embeddings[column] = 0 }
      for column in 3..<6 { campaign.products.embeddings[column] = 0 }
    }
    if random.chance(0.3) { campaign.products.products[1].formats = [.video] }
    if random.chance(0.3) {
      campaign.brief.bans = [
        DealFilter(values: [.creator: [campaign.roster.creatorIDs[2]]]),
        DealFilter(values: [.platform: ["tiktok"], .product: ["P0"]]),
      ]
    }
    if random.chance(0.2) { campaign.brief.affinityConcentration = 0 }
    if seed % 3 == 1 { RandomCampaign.addPackages(to: &campaign, seed: seed) }
    if random.chance(0.2) {
      campaign.brief.audienceTarget = AudienceShare(
        cells: ["female_20_29", "30_39"], range: 0.2...Double.infinity)
    }
    if random.chance(0.2) { RandomCampaign.addCompetitors(to: &campaign, seed: seed) }
    return campaign
  }

  /// Every deal of the campaign, worked out pair by pair from the response of the whole roster.
  static func deals(_ campaign: Campaign) -> [ScoredDeal] {
    let response = ResponseModel(campaign: campaign, threads: 1)
    let formats = response.formats.inPlay
    var deals: [ScoredDeal] = []
    let rules = NaiveRules(campaign)
    for creator in 0..<campaign.roster.count where response.roster.slots[creator] > 0 {
      if let terms = campaign.brief.competitors,
        NaiveWorks.areBarred(campaign.roster, creator, terms)
      {
        continue
      }
      if let target = campaign.brief.audienceTarget, !rules.admits(target, creator) { continue }
      for (number, product) in campaign.products.products.enumerated() {
        for (place, format) in formats.enumerated() {
          let fee = response.roster.fees[creator * formats.count + place]
          let isBanned = campaign.brief.bans.contains { ban in
            (ban.values[.creator]?.contains(campaign.roster.creatorIDs[creator]) ?? true)
              && (ban.values[.platform] == nil || campaign.roster.platforms[creator] == "TikTok")
              && (ban.values[.product]?.contains(product.id) ?? true)
          }
          if fee.isNaN || isBanned || !(product.formats?.contains(format) ?? true) { continue }
          let affinity = response.affinity(creator: creator, product: number)
          let reach = response.creatorReach[creator * formats.count + place] * affinity
          let orders =
            response.meanConversion(creator: creator, product: number) * reach
            * response.factor(creator: creator, product: number, format: format)
          let worth = campaign.brief.objective == .reach ? reach : nil
          deals.append(
            ScoredDeal(
              creator: creator, product: number, format: format, affinity: affinity,
              effectiveReach: reach, expectedOrders: orders,
              expectedValue: worth ?? response.products.unitValue[number] * orders,
              cost: response.cost(
                creator: creator, product: number, format: format, fee: fee, reach: reach),
              grade: Self.grade(response, creator, number, place, format, campaign.brief)))
        }
      }
    }
    return deals
  }

  /// The worst of views, fee, affinity and conversion, each asked for by itself.
  private static func grade(
    _ response: ResponseModel, _ creator: Int, _ product: Int, _ place: Int, _ format: DealFormat,
    _ brief: Brief
  ) -> Grade {
    let row = creator * response.formats.inPlay.count + place
    let isKnown = response.embeddings.isKnown(creator: creator, product: product)
    let grades = [
      response.roster.viewGrades[row], response.roster.feeGrades[row],
      isKnown ? .measured : .default,
      brief.objective == .reach
        ? .measured : response.products.conversionGrade(product: product, format: format),
    ]
    return grades.contains(.default)
      ? .default : grades.contains(.estimated) ? .estimated : .measured
  }

  /// The best format of each pair, first in order among equals.
  static func bestFormats(
    _ deals: [ScoredDeal], _ ranking: ScoreRanking
  ) -> [ScoredDeal] {
    var best: [[Int]: ScoredDeal] = [:]
    for deal in deals {
      let pair = [deal.creator, deal.product]
      if let known = best[pair], known.score(ranking) >= deal.score(ranking) { continue }
      best[pair] = deal
    }
    return best.values.sorted { ($0.creator, $0.product) < ($1.creator, $1.product) }
  }

  static func parts(_ roster: Roster, _ random: inout TestRandom) -> [Roster] {
    var parts: [Roster] = []
    var start = 0
    while start < roster.count {
      let end = min(roster.count, start + 1 + random.index(roster.count))
      parts.append(roster.part(start..<end))
      start = end
    }
    return parts
  }

  static func model(_ campaign: Campaign, _ parts: [Roster]) -> ScoringModel {
    var survey = RosterSurvey()
    for part in parts { survey.add(part) }
    return survey.model(products: campaign.products, niches: campaign.brief.niches, threads: 1)
  }

  @Test func `the top of every product, however the roster is cut`() {
    for seed in UInt64(0)..<200 {
      var random = TestRandom(seed: seed)
      let campaign = Self.campaign(seed, creators: seed < 190 ? 40 : 1_500)
      let parts = Self.parts(campaign.roster, &random)
      let ranking = ScoreRanking.allCases[Int(seed) % ScoreRanking.allCases.count]
      let top = [1, 3, 10, 2_000][random.index(4)]
      let (model, threads) = (Self.model(campaign, parts), 1 + random.index(2))
      // On processors that do not multiply bytes both are the same.
      let tops = [true, false].map { multipliesBytes in
        var scorer = RosterScorer(
          products: campaign.products, brief: campaign.brief, ranking: ranking, model: model,
          top: top, threads: threads)
        scorer.multipliesBytes = multipliesBytes
        for part in parts { scorer.addToTop(part) }
        return scorer.topDeals
      }
      for (bytes, floats) in zip(tops[0], tops[1]) {
        #expect(bytes.map(\.creatorID) == floats.map(\.creatorID), "seed \(seed)")
        #expect(bytes.map(\.deal) == floats.map(\.deal), "seed \(seed)")
      }
      let all = Self.bestFormats(Self.deals(campaign), ranking)
      for (product, found) in tops[0].enumerated() {
        let wanted = all.filter { $0.product == product }
          .sorted {
            let (left, right) = ($0.score(ranking), $1.score(ranking))
            return left != right ? left > right : $0.creator < $1.creator
          }.prefix(top)
        #expect(
          found.map(\.creatorID) == wanted.map { campaign.roster.creatorIDs[$0.creator] },
          "seed \(seed), product \(product), by \(ranking)")
        for (found, wanted) in zip(found, wanted) {
          var deal = found.deal
          deal.creator = wanted.creator
          #expect(deal == wanted, "seed \(seed), product \(product)")
        }
      }
    }
  }

  @Test func `a scorer that keeps none counts creators all the same`() {
    let campaign = Self.campaign(3, creators: 20)
    var scorer = RosterScorer(
      products: campaign.products, brief: campaign.brief, ranking: .valuePerCost,
      model: Self.model(campaign, [campaign.roster]), top: 0, threads: 1)
    scorer.addToTop(campaign.roster)
    #expect(scorer.creatorCount == campaign.roster.count && scorer.topDeals.isEmpty)
  }

  @Test func `the best products of every creator, however the roster is cut`() {
    for seed in UInt64(500)..<600 {
      var random = TestRandom(seed: seed)
      let campaign = Self.campaign(seed, creators: 30)
      let parts = Self.parts(campaign.roster, &random)
      let ranking = ScoreRanking.allCases[random.index(ScoreRanking.allCases.count)]
      let most = [1, 2, Int.max][random.index(3)]
      var scorer = RosterScorer(
        products: campaign.products, brief: campaign.brief, ranking: ranking,
        model: Self.model(campaign, parts), top: 0, threads: 2)
      var found: [ScoredDeal] = []
      for part in parts {
        let before = scorer.creatorCount
        for deal in scorer.dealsOfEachCreator(part, most: most).joined() {
          var deal = deal
          deal.creator += before
          found.append(deal)
        }
      }
      let all = Dictionary(
        grouping: Self.bestFormats(Self.deals(campaign), ranking), by: \.creator)
      let wanted = all.keys.sorted().flatMap { creator in
        (all[creator] ?? []).sorted {
          let (left, right) = ($0.score(ranking), $1.score(ranking))
          return left != right ? left > right : $0.product < $1.product
        }.prefix(most)
      }
      #expect(found == wanted, "seed \(seed), by \(ranking)")
    }
  }

  @Test func `a model that was kept in a file scores to the same bits`() throws {
    for seed in UInt64(700)..<710 {
      let campaign = Self.campaign(seed, creators: 60)
      let model = Self.model(campaign, [campaign.roster])
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let text = try encoder.encode(model)
      let kept = try JSONDecoder().decode(ScoringModel.self, from: text)
      #expect(try encoder.encode(kept) == text)
      let tops = [model, kept].map { model in
        var scorer = RosterScorer(
          products: campaign.products, brief: campaign.brief, ranking: .valuePerCost,
          model: model, top: 10, threads: 1)
        scorer.addToTop(campaign.roster)
        return scorer.topDeals.map { $0.map(\.deal) }
      }
      #expect(tops[0] == tops[1], "seed \(seed)")
    }
  }

  @Test func `a model of another version is refused, and so are parts that do not fit`() throws {
    var campaign = RandomCampaign.make(seed: 1)
    (campaign.roster.embeddings, campaign.products.embeddings) = ([], [])
    (campaign.roster.embeddingDimensions, campaign.products.embeddingDimensions) = (0, 0)
    let text = try JSONEncoder().encode(Self.model(campaign, [campaign.roster]))
    let object = try #require(JSONSerialization.jsonObject(with: text) as? [String: Any])
    let edits: [(String, Any)] = [
      ("schema", "castplan/model/2"), ("taxonomy", "0"), ("dimensions", 3), ("basis", ""),
      ("terms", ""), ("rarity", "AAAA"), ("dimensions", -1),
    ]
    for (key, value) in edits where object[key] != nil {
      var edited = object
      edited[key] = value
      let data = try JSONSerialization.data(withJSONObject: edited)
      #expect(throws: DecodingError.self, "\(key)") {
        try JSONDecoder().decode(ScoringModel.self, from: data)
      }
    }
  }
}
