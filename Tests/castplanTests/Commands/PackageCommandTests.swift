import Foundation
import Testing

/// Packages from the command line: every command names them as it names formats.
@Suite struct PackageCommandTests {
  private static let inputs = [
    "--roster", "roster.csv", "--products", "products.csv", "--brief", "brief.yaml",
  ]

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let files = [
      "roster.csv": """
      creator_id,name,platform,followers,views_live,views_story,fee_live,fee_story,launch fee,niche
      C1,あおい,tiktok,10000,2000,6000,90000,20000,70000,beauty
      C2,みお,instagram,20000,4000,5000,80000,30000,,beauty
      C3,Ren,instagram,8000,900,1000,30000,10000,40000,food

      """,
      "products.csv": "product_id,name,price,niche\nP1,Serum,5000,beauty\nP2,Tea,2000,food\n",
      "brief.yaml": """
      budget: 200000
      conversion: {live: 0.02, story: 0.01}
      packages: {launch: {live: 1, story: 2}, series: {live: 3, discount: 0.5}}
      formats: [live, story, launch]
      lock: [{creator: C1, product: P1}]

      """,
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.file(name)) }
    return folder
  }

  private static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun.castplan(arguments, in: folder.url)
  }

  private static func plan(_ folder: TemporaryFolder) throws -> [String: Any] {
    let text = try Data(contentsOf: folder.file("plan/plan.json"))
    return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
  }

  @Test func `a plan tells parts, and check finds those that are not the brief's`() throws {
    let folder = try Self.folder()
    let made = try Self.run(["optimize"] + Self.inputs + ["--out", "plan"], in: folder)
    try #require(made.status == 0, "\(made.talk)")
    #expect(made.talk.contains("the package series is not used, as formats does not name it"))
    var root = try Self.plan(folder)
    #expect(root["formats"] as? [String] == ["live", "story", "launch"])
    #expect(root["packages"] as? [String: [String: Int]] == ["launch": ["live": 1, "story": 2]])
    var deals = try #require(root["deals"] as? [[String: Any]])
    let place = try #require(deals.firstIndex { $0["creator_id"] as? String == "C1" })
    #expect(deals[place]["format"] as? String == "launch")
    #expect(deals[place]["parts"] as? [String: Int] == ["live": 1, "story": 2])
    #expect(deals[place]["fee"] as? Int == 70_000)
    #expect(deals.allSatisfy { $0["format"] as? String == "launch" || $0["parts"] is NSNull })

    let check = ["check"] + Self.inputs + ["--plan", "plan"]
    let sound = try Self.run(check, in: folder)
    #expect(sound.status == 0 && !sound.text.contains("✗"), "\(sound.text)")
    deals[place]["parts"] = ["live": 1, "story": 1]
    root["deals"] = deals
    try JSONSerialization.data(withJSONObject: root).write(to: folder.file("plan/plan.json"))
    let changed = try Self.run(check, in: folder)
    #expect(changed.status == 1)
    #expect(changed.text.contains("✗ packages consist of the brief's parts"), "\(changed.text)")
    let japanese = try Self.run(check + ["--lang", "ja"], in: folder)
    #expect(japanese.text.contains("✗ パッケージの内訳"), "\(japanese.text)")
    // Nothing that can be read is no package.
    deals[place]["parts"] = NSNull()
    root["deals"] = deals
    try JSONSerialization.data(withJSONObject: root).write(to: folder.file("plan/plan.json"))
    #expect(try Self.run(check, in: folder).status == 2)
  }

  @Test func `a last plan with packages is kept`() throws {
    let folder = try Self.folder()
    _ = try Self.run(["optimize"] + Self.inputs + ["--out", "plan"], in: folder)
    let brief = try String(contentsOf: folder.file("brief.yaml"), encoding: .utf8)
    let kept = brief + "keep: {plan: plan, max_changes: 0}\n"
    try Data(kept.utf8).write(to: folder.file("brief.yaml"))
    let again = try Self.run(["optimize"] + Self.inputs + ["--format", "csv"], in: folder)
    #expect(again.status == 0 && again.text.contains(",P1,launch,"), "\(again.talk)")
    // Without the package its deal cannot be made any more: a change that every plan has.
    let other = kept.replacing("launch: {live: 1, story: 2}, ", with: "")
      .replacing(", launch]", with: "]").replacing("max_changes: 0", with: "max_changes: 9")
    try Data(other.utf8).write(to: folder.file("brief.yaml"))
    let without = try Self.run(["optimize"] + Self.inputs + ["--format", "csv"], in: folder)
    #expect(without.status == 0 && !without.text.contains("launch"), "\(without.talk)")
  }

  @Test func `what-ifs change fees of packages, and ban them`() throws {
    let folder = try Self.folder()
    let scenarios = "- {name: both, fee: {\"C1:launch\": 99000, \"C3:live\": 1000}}\n"
    try Data(scenarios.utf8).write(to: folder.file("scenarios.yaml"))
    let run = try Self.run(
      ["what-if"] + Self.inputs + [
        "--fee", "C1:launch=150000", "--ban", "format=launch", "--scenarios", "scenarios.yaml",
        "--set", "formats=[launch]", "--format", "csv",
      ], in: folder)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.contains("fee C1 launch"), "\(run.text)")
    let wrong = try Self.run(
      ["what-if"] + Self.inputs + ["--set", "packages={other: {live: 1}}"], in: folder)
    #expect(wrong.status == 2 && wrong.talk.contains("packages says which columns"))
    try Data("- {fee: {\"C1:lunch\": 5}}\n".utf8).write(to: folder.file("scenarios.yaml"))
    let misspelt = try Self.run(
      ["what-if"] + Self.inputs + ["--scenarios", "scenarios.yaml"], in: folder)
    #expect(misspelt.status == 2 && misspelt.talk.contains("launch"), "\(misspelt.talk)")
  }

  @Test func `scores, explanations and lists made by hand name packages`() throws {
    let folder = try Self.folder()
    let score = try Self.run(
      ["score"] + Self.inputs + ["--top", "5", "--rank-by", "effective_reach"], in: folder)
    #expect(score.status == 0 && score.text.contains("launch"), "\(score.talk)")
    let made = try Self.run(["optimize"] + Self.inputs + ["--out", "plan"], in: folder)
    #expect(made.status == 0, "\(made.talk)")
    let explained = try Self.run(["explain", "plan", "C1"] + Self.inputs, in: folder)
    #expect(explained.status == 0 && explained.text.contains("launch"), "\(explained.talk)")
    try Data("creator_id,product_id,format\nC1,P1,launch\nC3,P2,live\n".utf8)
      .write(to: folder.file("mine.csv"))
    let compared = try Self.run(
      ["compare", "plan", "mine.csv"] + Self.inputs + ["--format", "json"], in: folder)
    #expect(compared.status == 0 && compared.text.contains("launch"), "\(compared.talk)")
  }
}
