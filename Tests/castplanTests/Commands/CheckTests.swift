import Foundation
import Testing

@Suite struct CheckTests {
  static let sample = [
    "--roster", "creators.csv", "--products", "products.csv", "--brief", "brief-profit.yaml",
  ]

  @Test func reportsWhatWasRead() throws {
    let run = try ProgramRun.castplan(["check"] + Self.sample, in: Repository.datasets)
    #expect(run.status == 0)
    #expect(run.text.contains("creators.csv: 300 rows"))
    #expect(run.text.contains("products.csv: 8 rows"))
    try expectGolden(run.text, "check-sample")
  }

  @Test func confirmsAPlanAndCatchesAChangedOne() throws {
    let folder = try TemporaryFolder()
    let plan = folder.file("plan")
    let made = try ProgramRun.castplan(
      ["optimize"] + Self.sample + ["--out", plan.path()], in: Repository.datasets)
    try #require(made.status == 0, "\(made.talk)")
    let sound = try ProgramRun.castplan(
      ["check"] + Self.sample + ["--plan", plan.path()], in: Repository.datasets)
    #expect(sound.status == 0)
    #expect(sound.text.contains("✓") && !sound.text.contains("✗"))

    let file = plan.appending(path: "plan.json")
    var text = try String(contentsOf: file, encoding: .utf8)
    let spend = try #require(text.firstMatch(of: #/"spend": ?(\d)/#))
    text.replaceSubrange(
      spend.output.1.startIndex..<spend.output.1.endIndex, with: spend.output.1 == "1" ? "2" : "1")
    try Data(text.utf8).write(to: file)
    let changed = try ProgramRun.castplan(
      ["check"] + Self.sample + ["--plan", plan.path()], in: Repository.datasets)
    #expect(changed.status == 1)
    #expect(changed.text.contains("✗"))
  }

  /// Single numbers and words of plan.json, changed by hand: each is caught.
  @Test func everyEditOfAPlanFileIsCaught() throws {
    let folder = try TemporaryFolder()
    let plan = folder.file("plan")
    let made = try ProgramRun.castplan(
      ["optimize"] + Self.sample + ["--out", plan.path()], in: Repository.datasets)
    try #require(made.status == 0, "\(made.talk)")
    let file = plan.appending(path: "plan.json")
    let original = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let sound = try #require(original as? [String: Any])
    for edit in PlanEdit.all {
      var root = sound
      try edit.make(&root)
      try JSONSerialization.data(withJSONObject: root).write(to: file)
      let run = try ProgramRun.castplan(
        ["check"] + Self.sample + ["--plan", plan.path()], in: Repository.datasets)
      #expect(run.status == 1, "\(edit.name): \(run.text)")
      #expect(run.text.contains("✗"), "\(edit.name)")
    }
    try JSONSerialization.data(withJSONObject: sound).write(to: file)
    let run = try ProgramRun.castplan(
      ["check"] + Self.sample + ["--plan", plan.path()], in: Repository.datasets)
    #expect(run.status == 0, "\(run.text)")
  }

  /// Plans of older versions say less: what they say is checked, and what they do not is told.
  @Test func aPlanOfAnOlderVersionIsChecked() throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun.castplan(
      ["optimize"] + Self.sample + ["--out", folder.file("plan").path(), "--curve", "none"],
      in: Repository.datasets)
    try #require(made.status == 0, "\(made.talk)")
    let file = folder.file("plan/plan.json")
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var root = try #require(document as? [String: Any])
    #expect(root["frontier"] is NSNull && root["frontier_omitted"] as? String == "not_asked")
    for list in ["deals", "left_out", "products", "rules"] {
      let rows = try #require(root[list] as? [[String: Any]])
      root[list] = rows.map { $0.filter { !Self.newKeys.contains($0.key) } }
    }
    for key in ["window", "formats", "frontier", "frontier_omitted", "orders"] { root[key] = nil }
    try JSONSerialization.data(withJSONObject: root).write(to: file)
    let run = try ProgramRun.castplan(
      ["check"] + Self.sample + ["--plan", folder.file("plan").path()], in: Repository.datasets)
    #expect(run.status == 0, "\(run.text)")
    let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "Not looked at, because the plan does not say it: what costs are made of, what is known of "
          + "fees and bookings, what is known of the creators cast, what creators left out would cost, whom products reach, what rules "
          + "are, days and formats, what the plan brings, other budgets. All 26 promises hold."),
      "\(text)")
  }

  private static let newKeys: Set<String> = [
    "fee", "commission_reserve", "product_cost", "activation", "handle", "url", "agency", "region",
    "niche", "followers", "engagement_rate", "female_share", "main_age", "next_in_line", "cells",
    "kind", "subject", "unit", "presses", "whole", "extras", "usage", "client_cost", "fee_state",
    "fee_low", "fee_high",
    "gain_at_low", "status", "date", "reserve",
  ]

  /// Two creators of the free plan are kept apart, a third goes together with one left out.
  @Test func groupsAreObeyedAndChecked() throws {
    let folder = try TemporaryFolder()
    let free = try Self.plan(brief: "brief-profit.yaml", in: folder)
    let cast = Self.ids(free, "creators")
    let out = Self.ids(free, "left_out")
    try #require(cast.count >= 4 && out.count >= 2)
    let text = try Repository.text("datasets/brief-profit.yaml")
    try folder.write(
      text + "apart: [[\(cast[1]), \(cast[2])]]\ntogether: [[\(cast[3]), \(out[0])]]\n",
      as: "brief.yaml")
    let brief = folder.file("brief.yaml").path()
    let plan = try Self.plan(brief: brief, in: folder)
    let now = Set(Self.ids(plan, "creators"))
    #expect(!(now.contains(cast[1]) && now.contains(cast[2])))
    #expect(now.contains(cast[3]) == now.contains(out[0]))
    let names = (plan["rules"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    #expect(
      names.filter { $0.hasPrefix("apart ") || $0.hasPrefix("together ") } == [
        "apart \(cast[1]), \(cast[2])", "together \(cast[3]), \(out[0])",
      ])
    let check = try ProgramRun.castplan(
      ["check"] + Self.sample.dropLast() + [brief, "--plan", folder.file("plan").path()],
      in: Repository.datasets)
    #expect(check.status == 0, "\(check.text)")
    // The free plan keeps other rules than these.
    _ = try Self.plan(brief: "brief-profit.yaml", in: folder)
    let other = try ProgramRun.castplan(
      ["check"] + Self.sample.dropLast() + [brief, "--plan", folder.file("plan").path()],
      in: Repository.datasets)
    #expect(other.status == 1 && other.text.contains("✗ no rule is broken"), "\(other.text)")
  }

  private static func plan(brief: String, in folder: TemporaryFolder) throws -> [String: Any] {
    let made = try ProgramRun.castplan(
      ["optimize"] + sample.dropLast() + [
        brief, "--out", folder.file("plan").path(), "--curve", "none",
      ],
      in: Repository.datasets)
    try #require(made.status == 0, "\(made.talk)")
    let document = try Data(contentsOf: folder.file("plan/plan.json"))
    return try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
  }

  private static func ids(_ plan: [String: Any], _ list: String) -> [String] {
    (plan[list] as? [[String: Any]] ?? []).compactMap { $0["creator_id"] as? String }
  }

  @Test func anotherCampaignsPlanIsCaught() throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun.castplan(
      ["optimize"] + Self.sample + ["--out", folder.file("plan").path(), "--curve", "none"],
      in: Repository.datasets)
    try #require(made.status == 0, "\(made.talk)")
    let run = try ProgramRun.castplan(
      ["check"] + Self.sample.dropLast() + [
        "brief-ltv.yaml", "--plan", folder.file("plan").path(),
      ],
      in: Repository.datasets)
    #expect(run.status == 1)
  }

  @Test(arguments: ["2500000", "2.5M", "250万", "2,500,000", "¥2,500,000"])
  func budgetsAreReadAsPeopleWriteThem(amount: String) throws {
    let run = try ProgramRun.castplan(
      ["check"] + Self.sample + ["--budget", amount], in: Repository.datasets)
    #expect(run.text.contains("budget ¥2,500,000"))
  }
}
