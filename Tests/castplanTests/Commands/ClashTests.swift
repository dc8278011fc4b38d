import Foundation
import Testing

/// What the program does where no plan obeys the rules.
@Suite struct ClashTests {
  private static let tables = ["--roster", "creators.csv", "--products", "products.csv"]

  private static func run(
    _ folder: TemporaryFolder, _ command: String, _ arguments: [String] = []
  ) throws -> ProgramRun {
    try folder.write(
      "budget: 100_000\nquotas:\n  - {where: {tier: mega}, count: {min: 1}}\n", as: "brief.yaml")
    return try ProgramRun.castplan(
      [command] + tables + ["--brief", folder.file("brief.yaml").path()] + arguments,
      in: Repository.datasets)
  }

  @Test func theClashIsTheResultAndExitCodeOne() throws {
    let folder = try TemporaryFolder()
    let run = try Self.run(folder, "optimize", ["--out", folder.file("plan").path()])
    #expect(run.status == 1, "\(run.text)")
    #expect(run.talk.contains("no plan obeys the rules"))
    #expect(folder.names == ["brief.yaml"])
    try expectGolden(run.text, "clash-sample")
  }

  @Test func clashForPrograms() throws {
    let run = try Self.run(TemporaryFolder(), "optimize", ["--format", "json"])
    #expect(run.status == 1)
    let root = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(root["schema"] as? String == "castplan/clash/1")
    let clashes = try #require(root["clashes"] as? [[String: Any]])
    let rules = try #require(clashes.first?["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["kind"] as? String } == ["quota", "budget"])
    for rule in rules {
      let change = try #require(rule["change"] as? [String: Any])
      #expect(change["verified"] as? Bool == true)
    }
  }

  @Test func clashAsATable() throws {
    let run = try Self.run(TemporaryFolder(), "optimize", ["--format", "csv"])
    #expect(run.status == 1)
    #expect(run.text.contains("clash,rule,kind,side,from,to,change,cheapest\r\n"))
  }

  @Test func relaxedPlansSaySoAndAreChecked() throws {
    let folder = try TemporaryFolder()
    let plan = folder.file("plan")
    let made = try Self.run(folder, "optimize", ["--relax", "--out", plan.path()])
    #expect(made.status == 0, "\(made.talk)")
    #expect(made.text.contains("Relaxed: tier mega: count ≥ 1: minimum lowered from 1 to 0"))
    let file = plan.appending(path: "plan.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("\"relaxed\""))
    let checked = try Self.run(folder, "check", ["--plan", plan.path()])
    #expect(checked.status == 0, "\(checked.text)")
    #expect(checked.text.hasPrefix("Accepted, because the plan says so: tier mega: count ≥ 1"))

    try Data(text.replacing("\"from\": 1,", with: "\"from\": 2,").utf8).write(to: file)
    let foreign = try Self.run(folder, "check", ["--plan", plan.path()])
    #expect(foreign.status == 1)
    #expect(foreign.text.contains("✗ the rules that the plan relaxes are the brief's"))
  }
}
