import Foundation
import Testing

/// The command `castplan explain` as people run it.
@Suite struct ExplainCommandTests {
  private static let inputs = [
    "--roster", "creators.csv", "--products", "products.csv", "--brief", "brief-gmv.yaml",
  ]
  private let folder: TemporaryFolder
  private let plan: String

  init() throws {
    folder = try TemporaryFolder()
    plan = folder.url.appending(path: "plan").path
    let made = try ProgramRun.castplan(
      ["optimize", "--curve", "none"] + Self.inputs + ["--out", plan], in: Repository.datasets)
    #expect(made.status == 0, "\(made.talk)")
  }

  private func explain(_ words: [String]) throws -> ProgramRun {
    try ProgramRun.castplan(
      ["explain", plan] + words + Self.inputs, in: Repository.datasets)
  }

  private func document(_ words: [String]) throws -> [String: Any] {
    let run = try explain(words + ["--format", "json"])
    #expect(run.status == 0, "\(run.talk)")
    let document = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    #expect(document?["schema"] as? String == "castplan/explain/1")
    return try #require(document)
  }

  @Test func aCastCreatorIsExplained() throws {
    let run = try explain(["C0042"])
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.contains("In the plan for P05, live: number 1 of"))
    #expect(run.text.contains("= people reached"))
    #expect(run.text.contains("the brief locks the deal, so no fee drops it"))
    let document = try document(["C0042", "P05"])
    #expect(document["in_plan"] as? Bool == true && document["rank"] as? Double == 1)
    let factors = try #require(document["factors"] as? [[String: Any]])
    #expect(
      factors.compactMap { $0["factor"] as? String } == [
        "expected_views", "authentic_share", "delivery_probability", "announcements",
        "relationship", "affinity", "effective_reach", "conversion", "order_worth", "own_value",
        "fee", "cost", "value_per_cost",
      ])
  }

  @Test func aCreatorLeftOutIsExplained() throws {
    let document = try document(["C0104"])
    #expect(document["in_plan"] as? Bool == false)
    #expect((document["reason"] as? String ?? "").contains("too dear"))
    #expect((document["entry_fee"] as? Double ?? 0) > 0)
    let banned = try explain(["C0093"])
    #expect(banned.text.contains("Why: banned by the brief."))
    #expect(banned.text.contains("No fee brings her in."))
  }

  @Test func aRuleIsExplained() throws {
    let document = try document(["ban {agency: 合成なみのね堂}"])
    #expect((document["costs"] as? Double ?? -1) > 0)
    let run = try explain(["budget"])
    #expect(run.text.contains("It cannot be dropped"))
  }

  @Test func whatIsUnknownIsRefused() throws {
    let stranger = try explain(["C9999"])
    #expect(stranger.status == 2 && stranger.text.isEmpty)
    #expect(stranger.talk.contains("no creator or rule of that name, \"C9999\""))
    let product = try explain(["C0042", "P77"])
    #expect(product.status == 2 && product.talk.contains("no product of that id, \"P77\""))
    let other = try ProgramRun.castplan(
      [
        "explain", plan, "C0042", "--roster", "creators.csv", "--products", "products.csv",
        "--brief", "brief-profit.yaml",
      ], in: Repository.datasets)
    #expect(other.status == 2 && other.text.isEmpty, "\(other.talk)")
  }
}
