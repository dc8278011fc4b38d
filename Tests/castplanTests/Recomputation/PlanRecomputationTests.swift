import Foundation
import Testing

/// The plans of the sample agency, recomputed from its files by code of its own.
@Suite struct PlanRecomputationTests {
  static let briefs = ["gmv", "profit", "ltv", "orders", "reach"]

  @Test(arguments: briefs)
  func planHoldsWhatItPromises(objective: String) throws {
    let folder = try TemporaryFolder()
    let plan = try Self.plan("brief-\(objective).yaml", in: folder)
    let campaign = try PlainCampaign(
      folder: Repository.datasets, brief: "brief-\(objective).yaml")
    let rows = plainTable(
      try String(contentsOf: folder.file("plan/plan.csv"), encoding: .utf8))
    let deals = try Self.deals(rows, campaign)

    #expect(plan["status"] as? String == "optimal")
    #expect((15...60).contains(deals.count), "\(deals.count) deals")
    #expect(campaign.broken(deals) == [])
    for (row, deal) in zip(rows, deals) {
      Self.expectClose(Double(row["cost"] ?? ""), deal.cost, "cost of \(row)")
      Self.expectClose(
        Double(row["effective_reach"] ?? ""), deal.reach.reduce(0, +), "reach of \(row)")
    }
    try Self.expectRunningSums(rows, deals, campaign)

    let value = try #require(plainNumber(plan["value"]))
    let bound = try #require(plainNumber(plan["bound"]))
    Self.expectClose(value, campaign.value(deals), "value")
    Self.expectClose(plainNumber(plan["spend"]), campaign.spend(deals), "spend")
    try PlanDetails.expect(plan, deals, campaign)
    #expect(bound >= value)
    Self.expectClose(
      plainNumber(plan["gap"]), bound == value ? 0 : (bound - value) / abs(bound), "gap")
    #expect((plainNumber(plan["gap"]) ?? 1) <= 0.001)
    for baseline in plan["baselines"] as? [[String: Any]] ?? [] {
      #expect(value >= plainNumber(baseline["value"]) ?? .infinity, "\(baseline)")
    }
  }

  /// With vectors given, every affinity is known from the inputs, and so is the bound.
  @Test(arguments: ["gmv", "profit", "ltv"])
  func boundFollowsFromThePrices(objective: String) throws {
    let folder = try TemporaryFolder()
    let campaign = try PlainCampaign(
      folder: Repository.datasets, brief: "brief-\(objective).yaml")
    let creators = PlainVectors(rows: campaign.creators.count, width: 16, seed: 11)
    let products = PlainVectors(rows: campaign.products.count, width: 16, seed: 12)
    try creators.npy.write(to: folder.file("x.npy"))
    try products.npy.write(to: folder.file("y.npy"))
    let plan = try Self.plan(
      "brief-\(objective).yaml", in: folder,
      more: [
        "--creator-embeddings", folder.file("x.npy").path(),
        "--product-embeddings", folder.file("y.npy").path(),
      ])
    let affinity = creators.unit.map { own in
      products.unit.map { exp(3 * (zip(own, $0).map(*).reduce(0, +) - 1)) }
    }
    let bound = PlainBound(campaign: campaign, plan: plan).total(affinity: affinity)
    let stated = try #require(plainNumber(plan["price_bound"]))
    #expect(
      abs(bound - stated) <= 1e-6 * abs(stated),
      "recomputed \(bound), stated \(stated), seeds 11 and 12")
    #expect(bound >= (plainNumber(plan["value"]) ?? .infinity) * (1 - 1e-5))
  }

  /// Campaigns of other seeds, one of them with a curve of its own for the people reached.
  @Test(arguments: [(seed: 3, saturation: "random-duplication"), (4, "logarithmic"), (5, "none")])
  func detailsOfGeneratedPlansFollowFromTheFiles(seed: Int, saturation: String) throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun.castplan(
      [
        "generate", "--creators", "90", "--products", "4", "--deals-budget", "12", "--seed",
        "\(seed)", "--out", "inputs",
      ], in: folder.url)
    try #require(made.status == 0, "\(made.talk)")
    let inputs = folder.file("inputs")
    let file = inputs.appending(path: "brief-profit.yaml")
    let brief = try String(contentsOf: file, encoding: .utf8)
    try Data((brief + "saturation: \(saturation)\n").utf8).write(to: file)
    let plan = try Self.plan("brief-profit.yaml", of: inputs, in: folder)
    let campaign = try PlainCampaign(folder: inputs, brief: "brief-profit.yaml")
    let rows = plainTable(
      try String(contentsOf: folder.file("plan/plan.csv"), encoding: .utf8))
    let deals = try Self.deals(rows, campaign)
    #expect(deals.count > 4, "seed \(seed)")
    try PlanDetails.expect(plan, deals, campaign)
  }

  private static func plan(
    _ brief: String, of inputs: URL = Repository.datasets, in folder: TemporaryFolder,
    more: [String] = []
  ) throws -> [String: Any] {
    let run = try ProgramRun.castplan(
      [
        "optimize", "--roster", "creators.csv", "--products", "products.csv", "--brief", brief,
        "--out", folder.file("plan").path(), "--format", "csv", "--curve", "none",
      ] + more, in: inputs)
    try #require(run.status == 0, "\(run.talk)")
    let document = try Data(contentsOf: folder.file("plan/plan.json"))
    return try #require(
      try JSONSerialization.jsonObject(with: document) as? [String: Any])
  }

  private static func deals(
    _ rows: [[String: String]], _ campaign: PlainCampaign
  ) throws -> [PlainDeal] {
    try rows.map { row in
      let creator = try #require(campaign.creator(row["creator_id"] ?? ""))
      let product = try #require(campaign.product(row["product_id"] ?? ""))
      let affinity = try #require(Double(row["affinity"] ?? ""))
      return try #require(
        campaign.deal(creator, product, row["format"] ?? "", affinity: affinity))
    }
  }

  /// Ranks, marginal values and the cumulative columns, row by row.
  private static func expectRunningSums(
    _ rows: [[String: String]], _ deals: [PlainDeal], _ campaign: PlainCampaign
  ) throws {
    var sum = 0.0
    let scale = abs(campaign.value(deals))
    for count in rows.indices.map({ $0 + 1 }) {
      let row = rows[count - 1]
      let taken = Array(deals.prefix(count))
      let marginal = try #require(Double(row["marginal_value"] ?? ""))
      sum += marginal
      #expect(row["rank"] == String(count))
      let cumulative = Double(row["cumulative_value"] ?? "") ?? .nan
      #expect(abs(cumulative - campaign.value(taken)) <= 1e-9 * scale, "value at rank \(count)")
      #expect(abs(sum - cumulative) <= 1e-9 * scale, "marginal values up to rank \(count)")
      let spend = campaign.spend(taken)
      expectClose(Double(row["cumulative_cost"] ?? ""), spend, "spend at rank \(count)")
      let before = count == 1 ? 0 : campaign.spend(Array(deals.prefix(count - 1)))
      expectClose(
        Double(row["marginal_return"] ?? ""), marginal / (spend - before), "return at \(count)")
    }
  }

  private static func expectClose(_ stated: Double?, _ expected: Double, _ what: String) {
    let isClose = stated.map { abs($0 - expected) <= 1e-9 * max(1, abs(expected)) } ?? false
    #expect(isClose, "\(what): stated \(stated ?? .nan), recomputed \(expected)")
  }
}
