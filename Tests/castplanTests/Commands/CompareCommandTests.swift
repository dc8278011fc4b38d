import Foundation
import Testing

/// The command `castplan compare` as people run it, and what `optimize` adds when asked.
@Suite struct CompareCommandTests {
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

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.url.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func document(_ words: [String]) throws -> [String: Any] {
    let run = try ProgramRun.castplan(words + ["--format", "json"], in: Repository.datasets)
    #expect(run.status == 0, "\(run.talk)")
    return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private func side(_ document: [String: Any], _ key: String) throws -> [String: Any] {
    try #require(document[key] as? [String: Any])
  }

  /// A spreadsheet with Japanese headers, a column of somebody's own and a deal nobody can make.
  @Test func aListMadeByHandIsValued() throws {
    let hand = try file(
      "hand.csv",
      """
      クリエイターID,商品ID,形式,料金,メモ
      C0042,P05,live,30000,いつもの
      C0096,P04,video,,
      C0283,P05,,,
      C0288,P01,video,,

      """)
    let run = try ProgramRun.castplan(
      ["compare", plan, hand] + Self.inputs, in: Repository.datasets)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.talk.contains("the column \"メモ\" is not one that castplan knows"))
    // Sentences are wrapped at the width of the window.
    let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("\"platform tiktok: count 3…12\" ("), "\(text)")
    #expect(text.contains("asks for C0288 × P01 video, which is left out"))
    #expect(text.contains("No list that obeys the rules can be worth more than"))
    let document = try document(["compare", plan, hand] + Self.inputs)
    #expect(document["schema"] as? String == "castplan/compare/1")
    #expect(document["recomputed"] as? Bool == true)
    let (first, second) = (try side(document, "first"), try side(document, "second"))
    let made = try self.document(["optimize"] + Self.inputs)
    let values = [first, made].compactMap { $0["value"] as? Double }
    #expect(values.count == 2 && abs(values[0] - values[1]) <= 1e-12 * values[1])
    #expect(
      first["cvar_10"] as? Double == (made["uncertainty"] as? [String: Any])?["cvar_10"] as? Double)
    #expect((first["breaks"] as? [Any])?.isEmpty == true)
    #expect(document["bound"] as? Double == made["bound"] as? Double)
    #expect(second["deals"] as? Double == 3)
    #expect((second["restated"] as? [[String: Any]])?.first?["stated"] as? Double == 30_000)
    let steps = try #require(document["steps"] as? [[String: Any]])
    let sum = steps.compactMap { $0["value"] as? Double }.reduce(0, +)
    let difference = try #require(try side(document, "difference")["value"] as? Double)
    #expect(abs(sum - difference) <= 1e-6 * abs(difference))
    let table = try ProgramRun.castplan(
      ["compare", plan, hand, "--format", "csv"] + Self.inputs, in: Repository.datasets)
    let changes = table.text.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(changes.count == steps.count + (document["common"] as? Double).map(Int.init)!)
    #expect(Set(changes) == ["dropped", "kept"] || Set(changes) == ["dropped", "added", "kept"])
  }

  /// plan.csv is the list that plan.json is: nothing lies between them.
  @Test func aPlanEqualsItsOwnTable() throws {
    let document = try document(["compare", plan, plan + "/plan.csv"] + Self.inputs)
    let (first, second) = (try side(document, "first"), try side(document, "second"))
    #expect(first["value"] as? Double == second["value"] as? Double)
    #expect(first["spend"] as? Double == second["spend"] as? Double)
    #expect((document["steps"] as? [Any])?.isEmpty == true)
    #expect((second["restated"] as? [Any])?.isEmpty == true)
    #expect(document["second_is_better"] as? Double == 0.5)
  }

  /// Without inputs plan files are taken at their word.
  @Test func twoPlansAreComparedAsTheyStand() throws {
    let larger = folder.url.appending(path: "larger").path
    let made = try ProgramRun.castplan(
      ["optimize", "--curve", "none", "--budget", "300万", "--out", larger] + Self.inputs,
      in: Repository.datasets)
    #expect(made.status == 0, "\(made.talk)")
    let document = try document(["compare", plan, larger])
    #expect(document["recomputed"] as? Bool == false)
    let difference = try side(document, "difference")
    #expect((difference["value"] as? Double ?? 0) > 0)
    let count = { (key: String) in (document[key] as? [Any])?.count ?? -1 }
    let deals = { (key: String) in Int(try side(document, key)["deals"] as? Double ?? -1) }
    let common = Int(document["common"] as? Double ?? -1)
    #expect(common + count("dropped") == (try deals("first")))
    #expect(common + count("added") == (try deals("second")))
    #expect(try side(document, "first")["value_interval"] is [String: Any])
  }

  @Test func whatIsWrongIsSaidAtOnce() throws {
    let hand = try file("wrong.csv", "creator_id,product_id,format\nC9999,P01,live\nC0001,P99,tv\n")
    let run = try ProgramRun.castplan(
      ["compare", plan, hand] + Self.inputs, in: Repository.datasets)
    #expect(run.status == 2 && run.output.isEmpty)
    for words in [
      "wrong.csv:2:1: creator_id names no creator", "wrong.csv:3:2: product_id names no product",
      "wrong.csv:3:3: format",
    ] {
      #expect(run.talk.contains(words), "\(words): \(run.talk)")
    }
    let alone = try ProgramRun.castplan(["compare", plan, hand], in: Repository.datasets)
    #expect(alone.status == 2 && alone.talk.contains("to value a list made by hand"))
    let missing = try ProgramRun.castplan(["compare", plan, "nowhere"], in: Repository.datasets)
    #expect(missing.status == 2 && missing.talk.contains("nowhere is no plan of castplan"))
    let none = try ProgramRun.castplan(
      ["optimize", "--stability", "0"] + Self.inputs, in: Repository.datasets)
    #expect(none.status == 2 && none.talk.contains("a whole number from 1 to 10000"))
  }

  // MARK: What optimize and what-if add when asked

  @Test func stabilityAndStrategiesStandInTheFiles() throws {
    let out = folder.url.appending(path: "asked").path
    let run = try ProgramRun.castplan(
      ["optimize", "--stability", "8", "--strategies", "--curve", "none", "--out", out]
        + Self.inputs,
      in: Repository.datasets)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.contains("one star *") && run.text.contains("Largest share"))
    #expect(run.text.contains("* one star breaks"))
    let text = try String(contentsOfFile: out + "/plan.csv", encoding: .utf8)
    let lines = text.split(separator: "\r\n")
    #expect(lines[0].hasSuffix(",reason,stability,cast,fee,fee_basis,client_cost,status,reserve"))
    #expect(
      lines.dropFirst().allSatisfy { $0.contains(",core,") || $0.contains(",optional,") })
    let data = try Data(contentsOf: URL(filePath: out + "/plan.json"))
    let plan = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((plan["stability"] as? [String: Any])?["draws"] as? Double == 8)
    let star = (plan["baselines"] as? [[String: Any]])?.first {
      $0["name"] as? String == "one star"
    }
    #expect(star?["p10"] is Double && star?["largest_share"] as? Double == 1)
    let broken = try #require(star?["breaks"] as? String)
    #expect(broken.contains("tier micro"))
    let check = try ProgramRun.castplan(
      ["check", "--plan", out] + Self.inputs, in: Repository.datasets)
    #expect(check.status == 0, "\(check.text)")
  }

  @Test func onePlanForSeveralScenarios() throws {
    let futures = try file(
      "futures.yaml",
      """
      - {name: less money, probability: 0.3, budget: 2M}
      - {name: without her, probability: 0.2, ban: C0053}

      """)
    let words = ["what-if", "--scenarios", futures, "--together"] + Self.inputs
    let document = try document(words)
    let together = try side(document, "together")
    let parts = try #require(together["scenarios"] as? [[String: Any]])
    #expect(parts.compactMap { $0["probability"] as? Double } == [0.5, 0.3, 0.2])
    let mean = parts.reduce(0) {
      $0 + ($1["probability"] as? Double ?? 0) * ($1["value"] as? Double ?? 0)
    }
    let value = try #require(together["value"] as? Double)
    #expect(abs(mean - value) <= 1e-9 * value)
    #expect((together["gap"] as? Double ?? 1) <= 0.001)
    #expect((together["spend"] as? Double ?? .infinity) <= 2_000_000)
    let rows = try #require(document["rows"] as? [[String: Any]])
    let smallest = rows.compactMap { $0["value"] as? Double }.min() ?? 0
    #expect(value <= smallest * 1.001)
    let table = try ProgramRun.castplan(words, in: Repository.datasets)
    #expect(table.text.contains("\nOne plan for all\nIf it comes to"))
    let much = try file(
      "much.yaml",
      "- {name: a, probability: 0.8, budget: 2M}\n- {name: b, probability: 0.7, budget: 3M}\n"
        + "- {name: c, budget: 3M}\n")
    let refused = try ProgramRun.castplan(
      ["what-if", "--scenarios", much, "--together"] + Self.inputs, in: Repository.datasets)
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(refused.talk.contains("much.yaml:3: the scenario has no probability"))
    #expect(refused.talk.contains("the probabilities of the scenarios are too much, \"1.5\""))
  }

  @Test func theRiskOfWhatIfsIsThatOfTheirPlans() throws {
    let document = try document(["what-if", "--risk", "--ban", "C0053"] + Self.inputs)
    let made = try self.document(["optimize"] + Self.inputs)
    let base = try side(document, "base")
    let uncertainty = try side(made, "uncertainty")
    if base["value"] as? Double == made["value"] as? Double {
      #expect(base["mean"] as? Double == uncertainty["mean"] as? Double)
    }
    for row in [base] + (document["rows"] as? [[String: Any]] ?? []) {
      let figures = ["cvar_10", "p10", "p50", "p90"].compactMap { row[$0] as? Double }
      #expect(figures.count == 4 && figures == figures.sorted())
      #expect(row["probability_of_loss"] is Double)
    }
    let csv = try ProgramRun.castplan(
      ["what-if", "--risk", "--ban", "C0053", "--format", "csv"] + Self.inputs,
      in: Repository.datasets)
    #expect(
      csv.text.split(separator: "\r\n").first?.hasSuffix(
        ",mean,p10,p50,p90,cvar_10,probability_of_loss") == true)
  }
}
