import Foundation
import Testing

/// Briefs that ask for the budget, or keep a plan, as people write them.
@Suite struct BudgetQuestionCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["creators.csv", "products.csv"] {
      try FileManager.default.copyItem(
        at: Repository.datasets.appending(path: name), to: folder.url.appending(path: name))
    }
  }

  /// The sample's brief with its budget replaced.
  private func write(_ name: String, _ lines: String) throws {
    let brief = try String(
      contentsOf: Repository.datasets.appending(path: "brief-gmv.yaml"), encoding: .utf8)
    let edited = brief.split(separator: "\n").map {
      $0.hasPrefix("budget:") ? lines : String($0)
    }
    try edited.joined(separator: "\n").write(
      to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
  }

  private func run(_ command: String, _ brief: String, _ options: String = "") throws -> ProgramRun
  {
    try ProgramRun.castplan(
      [command, "--roster", "creators.csv", "--products", "products.csv", "--brief", brief]
        + options.split(separator: " ").map(String.init), in: folder.url)
  }

  private func document(_ run: ProgramRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  @Test func aTargetIsReachedAndChecked() throws {
    try write("target.yaml", "target: {value: 800万}")
    let made = try run("optimize", "target.yaml", "--out plan --format json --gap 0.002")
    #expect(made.status == 0, "\(made.talk)")
    let plan = try document(made)
    let spend = try #require(plan["spend"] as? Double)
    let search = try #require(plan["budget_search"] as? [String: Any])
    let bound = try #require(search["spend_bound"] as? Double)
    #expect(search["target"] as? Double == 8e6)
    #expect((plan["value"] as? Double ?? 0) >= 8e6)
    #expect(bound <= spend && bound >= 0.98 * spend, "\(bound) \(spend)")
    let check = try run("check", "target.yaml", "--plan plan")
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("the target is reached"))
    try write("higher.yaml", "target: {value: 1200万}")
    let other = try run("check", "higher.yaml", "--plan plan")
    #expect(other.status == 1)
    #expect(other.text.contains("✗ the target is reached"), "\(other.text)")
  }

  @Test func aTargetOutOfReachIsRefused() throws {
    try write("target.yaml", "target: {value: 9億}")
    let run = try run("optimize", "target.yaml", "--out plan")
    #expect(run.status == 1)
    #expect(run.text.isEmpty)
    #expect(run.talk.contains("no plan that obeys the rules reaches ¥900,000,000, at any budget"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "plan").path))
  }

  @Test func spendingEndsAndIsChecked() throws {
    try write("return.yaml", "budget: 900万\nminimum_marginal_return: 2.8")
    let made = try run("optimize", "return.yaml", "--out plan --format json")
    #expect(made.status == 0, "\(made.talk)")
    let plan = try document(made)
    let (spend, budget) = (plan["spend"] as? Double ?? 0, plan["budget"] as? Double ?? 0)
    #expect(spend > 1e6 && spend <= budget && budget < 4e6, "\(spend) \(budget)")
    let check = try run("check", "return.yaml", "--plan plan")
    #expect(check.status == 0, "\(check.text)")
    let rows = try run("what-if", "return.yaml", "--budgets 2M --set minimum_marginal_return=5")
    #expect(rows.status == 0, "\(rows.talk)")
  }

  /// Found beside the brief, and from the working directory; by its directory and by its file.
  @Test func aKeptPlanIsFoundAndKept() throws {
    try write("base.yaml", "budget: 2M")
    #expect(try run("optimize", "base.yaml", "--out last").status == 0)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "briefs"), withIntermediateDirectories: true)
    try write("here.yaml", "budget: 3M\nkeep: {plan: last/plan.json, max_changes: 4}")
    try write("briefs/below.yaml", "budget: 3M\nkeep: {plan: ../last, max_changes: 4}")
    try write("briefs/working.yaml", "budget: 3M\nkeep: {plan: last, max_changes: 4}")
    let before = try dealsOf(
      JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.url.appending(path: "last/plan.json"))) as? [String: Any])
    var plans: [Set<String>] = []
    for brief in ["here.yaml", "briefs/below.yaml", "briefs/working.yaml"] {
      let run = try run("optimize", brief, "--format json")
      #expect(run.status == 0, "\(brief): \(run.talk)")
      let plan = try document(run)
      plans.append(dealsOf(plan))
      #expect(plans[0].symmetricDifference(before).count <= 4, "\(brief)")
      let inputs = try #require(plan["inputs"] as? [[String: Any]])
      #expect(inputs.contains { ($0["path"] as? String ?? "").hasSuffix("last/plan.json") })
    }
    #expect(plans[0] == plans[1] && plans[1] == plans[2])
    #expect(plans[0] != before)
    let rows = try ProgramRun.castplan(
      [
        "what-if", "--roster", "creators.csv", "--products", "products.csv", "--brief",
        "base.yaml", "--set", "keep={plan: last, max_changes: 0}", "--format", "json",
      ], in: folder.url)
    #expect(rows.status == 0, "\(rows.talk)")
    let same = try #require((try document(rows)["rows"] as? [[String: Any]])?.first)
    #expect(
      (same["added"] as? [Any])?.isEmpty == true && (same["dropped"] as? [Any])?.isEmpty == true)
  }

  private func dealsOf(_ plan: [String: Any]?) -> Set<String> {
    Set(
      (plan?["deals"] as? [[String: Any]] ?? []).map {
        "\($0["creator_id"] ?? "") \($0["product_id"] ?? "") \($0["format"] ?? "")"
      })
  }
}
