import Foundation
import Testing

/// What plan.json says of costs, creators and cells, held against the files.
enum PlanDetails {
  static func expect(_ plan: [String: Any], _ deals: [PlainDeal], _ campaign: PlainCampaign) throws
  {
    let rows = try #require(plan["deals"] as? [[String: Any]])
    try #require(rows.count == deals.count)
    try expectCosts(rows, deals, campaign, spend: plainNumber(plan["spend"]) ?? .nan)
    for (row, deal) in zip(rows, deals) { expectProfile(row, deal.creator, campaign) }
    for row in try #require(plan["left_out"] as? [[String: Any]]) {
      let creator = try #require(campaign.creator(row["creator_id"] as? String ?? ""))
      expectProfile(row, creator, campaign)
      guard let format = row["best_format"] as? String else { continue }
      #expect(plainNumber(row["fee"]) == campaign.number(creator, "fee_\(format)"), "\(row)")
      #expect(plainNumber(row["cost"]) ?? -1 >= plainNumber(row["fee"]) ?? .infinity, "\(row)")
    }
    try expectCells(plan, deals, campaign)
  }

  private static func expectCosts(
    _ rows: [[String: Any]], _ deals: [PlainDeal], _ campaign: PlainCampaign, spend: Double
  ) throws {
    var cast: Set<Int> = []
    var total = 0.0
    for (row, deal) in zip(rows, deals) {
      let expected = campaign.cost(deal)
      let keys = ["fee", "commission_reserve", "product_cost", "activation"]
      let found = try keys.map { try #require(plainNumber(row[$0]), "\($0) of \(row)") }
      let activation = cast.insert(deal.creator).inserted ? campaign.activation(deal.creator) : 0
      #expect(found[0] == expected.fee && found[2] == expected.product, "\(row)")
      // The sum of two roundings is that of one, or a yen more.
      #expect(abs(found[1] - expected.reserve) <= 1 && found[1] >= 0, "\(row)")
      #expect(found[0] + found[1] + found[2] == plainNumber(row["cost"]), "\(row)")
      #expect(found[3] == activation, "\(row)")
      total += found.reduce(0, +)
    }
    #expect(total == spend)
  }

  private static func expectProfile(
    _ row: [String: Any], _ creator: Int, _ campaign: PlainCampaign
  ) {
    let own = campaign.creators[creator]
    for key in ["handle", "url", "agency", "region", "niche"] {
      #expect(row[key] as? String == own[key] ?? "", "\(key) of \(row)")
    }
    for key in ["followers", "engagement_rate", "female_share"] {
      #expect(plainNumber(row[key]) == campaign.number(creator, key), "\(key) of \(row)")
    }
    #expect(row["main_age"] as? String == campaign.mainAge(creator), "\(row)")
  }

  private static func expectCells(
    _ plan: [String: Any], _ deals: [PlainDeal], _ campaign: PlainCampaign
  ) throws {
    for row in try #require(plan["products"] as? [[String: Any]]) {
      let product = try #require(campaign.product(row["product_id"] as? String ?? ""))
      #expect(plainNumber(row["price"]) == Double(campaign.products[product]["price"] ?? ""))
      let cells = try #require(row["cells"] as? [[String: Any]])
      #expect(cells.map { $0["cell"] as? String } == PlainCampaign.cells)
      let market = campaign.market(product)
      for (cell, found) in cells.enumerated() {
        let reach = deals.filter { $0.product == product }.map { $0.reach[cell] }.reduce(0, +)
        let people = plainNumber(found["people"]) ?? .infinity
        let close = { (number: Any?, expected: Double) in
          abs((plainNumber(number) ?? .nan) - expected) <= 1e-9 * max(1, expected)
        }
        #expect(people == market[cell] || close(found["people"], market[cell]), "\(found)")
        #expect(close(found["reach"], reach), "\(found), recomputed \(reach)")
        #expect(close(found["unique"], campaign.distinct(reach, of: market[cell])), "\(found)")
      }
    }
  }
}
