import Foundation
import Testing

/// The command `castplan what-if` as people run it.
@Suite struct WhatIfCommandTests {
  private static let inputs = [
    "--roster", "creators.csv", "--products", "products.csv", "--brief", "brief-gmv.yaml",
  ]

  private func run(_ options: String) throws -> ProgramRun {
    try ProgramRun.castplan(
      ["what-if"] + Self.inputs + options.split(separator: " ").map(String.init),
      in: Repository.datasets)
  }

  private func rows(_ options: String) throws -> (base: [String: Any], rows: [[String: Any]]) {
    let run = try run("\(options) --format json")
    #expect(run.status == 0, "\(run.talk)")
    let document = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    #expect(document?["schema"] as? String == "castplan/what-if/1")
    let base = try #require(document?["base"] as? [String: Any])
    return (base, try #require(document?["rows"] as? [[String: Any]]))
  }

  @Test func theTableIsAsRecorded() throws {
    let run = try run("--budgets 1.5M:3.5M:100万 --fee C0042=5000 --ban C0053 --threads 1")
    #expect(run.status == 0, "\(run.talk)")
    // Amounts may differ on another processor; the frame may not.
    let frame = run.text.split(separator: "\n").prefix(7).map {
      $0.split(separator: "  ").first.map { String($0) } ?? ""
    }
    #expect(
      frame == [
        "What if", "base", "budget ¥1,500,000", "budget ¥2,500,000", "budget ¥3,500,000",
        "ban C0053", "fee C0042 ¥5,000",
      ], "\(frame)")
    #expect(run.text.contains("\nWhat more money buys\n  beyond ¥1,500,000: C"))
  }

  @Test func everyMemberIsThere() throws {
    let (base, rows) = try rows("--budgets 1M:2M:50万")
    #expect(rows.compactMap { $0["budget"] as? Double } == [1e6, 1.5e6, 2e6])
    let keys = [
      "name", "budget", "value", "bound", "gap", "spend", "marginal_return", "added", "dropped",
      "next",
    ]
    for row in [base] + rows {
      for key in keys { #expect(row[key] != nil, "\(key)") }
    }
    let step = try #require((rows[0]["next"] as? [[String: Any]])?.first)
    #expect(
      Set(step.keys) == ["creator_id", "product_id", "format", "cost", "value"], "\(step.keys)")
    let values = rows.compactMap { $0["value"] as? Double }
    let sum = (rows[0]["next"] as? [[String: Any]])?.compactMap { $0["value"] as? Double }
      .reduce(0, +)
    #expect(abs((sum ?? 0) - (values[1] - values[0])) < 1e-6 * values[1])
  }

  /// Each change on its own row, as if the inputs had been edited by hand.
  @Test func changesEqualEditedInputs() throws {
    let (_, rows) = try rows(
      "--set order_capacity=600 --lock C0007:P02 --ban agency=合成なみのね堂 --fee C0053=9万 --gap 0.001")
    let folder = try TemporaryFolder()
    let brief = try String(
      contentsOf: Repository.datasets.appending(path: "brief-gmv.yaml"), encoding: .utf8)
    let roster = try String(
      contentsOf: Repository.datasets.appending(path: "creators.csv"), encoding: .utf8)
    let products = try String(
      contentsOf: Repository.datasets.appending(path: "products.csv"), encoding: .utf8)
    let lock = try #require(brief.firstMatch(of: #/lock: \[(.*)\]/#))
    let ban = try #require(brief.firstMatch(of: #/ban: \[(.*)\]/#))
    let edited = [
      brief + "\norder_capacity: 600\n",
      brief.replacing(
        lock.output.0, with: "lock: [\(lock.output.1), {creator: C0007, product: P02}]"),
      brief.replacing(ban.output.0, with: "ban: [\(ban.output.1), {agency: 合成なみのね堂}]"),
    ]
    try folder.write(products, as: "products.csv")
    for (place, row) in rows.enumerated() {
      try folder.write(place < 3 ? edited[place] : brief, as: "brief.yaml")
      try folder.write(
        place < 3 ? roster : Self.withFee(roster, of: "C0053", "90000"), as: "creators.csv")
      let plan = try ProgramRun.castplan(
        [
          "optimize", "--roster", "creators.csv", "--products", "products.csv", "--brief",
          "brief.yaml", "--format", "json", "--gap", "0.001", "--curve", "none",
        ], in: folder.url)
      #expect(plan.status == 0, "\(row["name"] ?? ""): \(plan.talk)")
      let document = try JSONSerialization.jsonObject(with: plan.output) as? [String: Any]
      let expected = try #require(document?["value"] as? Double)
      let value = try #require(row["value"] as? Double)
      #expect(abs(value - expected) <= 0.001 * expected * 1.01, "\(row["name"] ?? "")")
    }
  }

  /// The roster with another fee in every column that has one for the creator.
  private static func withFee(_ roster: String, of creator: String, _ fee: String) -> String {
    let lineEnd = roster.contains("\r\n") ? "\r\n" : "\n"
    var lines = roster.components(separatedBy: lineEnd)
    let columns = lines[0].split(separator: ",").map(String.init).enumerated()
      .filter { $1.hasPrefix("fee_") }.map(\.offset)
    let line = lines.firstIndex { $0.hasPrefix(creator + ",") }!
    var isQuoted = false
    var cells = [""]
    for character in lines[line] {
      if character == "\"" { isQuoted.toggle() }
      if character == "," && !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    for column in columns where !cells[column].isEmpty { cells[column] = fee }
    lines[line] = cells.joined(separator: ",")
    return lines.joined(separator: lineEnd)
  }

  /// A scenario of one change is that change; several changes stand together in one row.
  @Test func scenariosMakeTheirChangesTogether() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      - {name: dearer, fee: {C0053: 9万}}
      - {budget: 3M, fee: {"C0053:live": 90000, "C0053:video": 90000}, lock: [C0007]}
      - {name: freer, drop_rule: "platform tiktok: count 3…12", budget: 3M}
      """, as: "scenarios.yaml")
    let path = folder.file("scenarios.yaml").path()
    let (base, rows) = try rows("--scenarios \(path) --fee C0053=9万 --budgets 3M")
    #expect(
      rows.compactMap { $0["name"] as? String } == [
        "budget ¥3,000,000", "fee C0053 ¥90,000", "dearer", "scenario 2", "freer",
      ])
    let values = rows.compactMap { $0["value"] as? Double }
    try #require(values.count == 5)
    #expect(abs(values[1] - values[2]) <= 1e-3 * values[1])
    #expect(rows[3]["budget"] as? Double == 3e6)
    // More money and a rule less, against more money alone.
    #expect(values[4] >= (base["value"] as? Double ?? .infinity))
  }

  @Test func faultsOfScenariosHavePlaces() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "- name: x\n- budgt: 3\n- fee: {\"C1:x\": 3}\n- {set: 5}\n", as: "scenarios.yaml")
    let path = folder.file("scenarios.yaml").path()
    let run = try run("--scenarios \(path)")
    #expect(run.status == 2 && run.output.isEmpty)
    let lines = run.talk.replacing(path, with: "s").split(separator: "\n").map(String.init)
    #expect(lines.count == 4, "\(run.talk)")
    for (number, line) in lines.enumerated() {
      #expect(line.hasPrefix("s:\(number + 1):"), "\(line)")
    }
    try folder.write("- {set: {objective: money}}\n- {fee: {C9: 5}}\n", as: "scenarios.yaml")
    let later = try self.run("--scenarios \(path)")
    #expect(later.status == 2)
    #expect(later.talk.contains("scenarios.yaml:1: objective is not a known word"))
    #expect(later.talk.contains("scenarios.yaml:2: there is no such creator"))
  }

  /// Formats number the deals anew: the same deal is neither added nor dropped.
  @Test func otherFormatsAreComparedDealByDeal() throws {
    let (_, rows) = try rows(#"--set conversion={"live":0.02,"video":0.02}"#)
    let deals = ["added", "dropped"].map { side in
      (rows[0][side] as? [[String: Any]] ?? []).map {
        "\($0["creator_id"] ?? "") \($0["product_id"] ?? "") \($0["format"] ?? "")"
      }
    }
    #expect(deals[0].contains { $0.hasSuffix("video") })
    #expect(deals[1].allSatisfy { $0.hasSuffix("live") })
    #expect(Set(deals[0]).isDisjoint(with: deals[1]), "\(deals)")
  }

  /// What would change nothing, or more than it says, is refused.
  @Test func feesThatCannotBeEditedAloneAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "creator_id,followers,fee,fee_video\nC1,9000,3000,\nyt:C2,8000,2000,4000\n",
      as: "creators.csv")
    try folder.write("product_id,price\nP1,3000\n", as: "products.csv")
    func talk(_ formats: String, _ fee: String, status: Int32 = 2) throws -> String {
      try folder.write("budget: 9000\nformats: [\(formats)]\n", as: "brief.yaml")
      let run = try ProgramRun.castplan(
        [
          "what-if", "--roster", "creators.csv", "--products", "products.csv", "--brief",
          "brief.yaml", "--fee", fee, "--format", "csv",
        ], in: folder.url)
      #expect(run.status == status, "\(formats) \(fee): \(run.talk)")
      return run.talk
    }
    #expect(try talk("live, story", "C1:live=5").contains("no fees for this format alone"))
    #expect(try talk("video", "C1=5").contains("she offers none of the formats in play"))
    #expect(try talk("video", "C9=5").contains("there is no such creator"))
    _ = try talk("video", "C1:video=5", status: 0)
    _ = try talk("live", "C1:live=5", status: 0)
    _ = try talk("video", "yt:C2=5", status: 0)
    _ = try talk("video", "yt:C2:video=5", status: 0)
  }

  @Test func onlyTheCampaignCanBeChanged() throws {
    let run = try run("--set columns={followers:x}")
    #expect(run.status == 2 && run.talk.contains("they are read already"), "\(run.talk)")
  }

  @Test func theSameBytesAtAnyThreadCount() throws {
    let options = "--budgets 2M:3M:50万 --fee C0042=5000 --format csv"
    let one = try run("\(options) --threads 1")
    let two = try run("\(options) --threads 2")
    #expect(one.status == 0 && one.output == two.output)
  }

  @Test func wrongChangesAreRefusedTogether() throws {
    let run = try run(
      "--set foo=3 --lock ZZ --ban agenc=x --fee C9=5 --drop-rule x --add-product-budget P99=5")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let lines = run.talk.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(run.talk)")
    for (line, option) in zip(
      lines, ["--set", "--lock", "--ban", "--fee", "--drop-rule", "--add-product-budget"])
    {
      #expect(line.hasPrefix(option), "\(line)")
    }
  }

  @Test func wrongAmountsAreRefusedTogether() throws {
    let run = try run("--budgets 3M:1M:1M --fee C1 --set budget --add-product-budget P1=x")
    #expect(run.status == 2)
    for option in ["--budgets", "--fee", "--set", "--add-product-budget"] {
      #expect(run.talk.contains("\(option) "), "\(run.talk)")
    }
  }

  @Test func aQuestionIsNeeded() throws {
    let run = try run("")
    #expect(run.status == 2 && run.talk.contains("a question is needed"))
  }

  /// Rows without a plan stand among those that have one; only where none has is it refused.
  @Test func noPlanIsARow() throws {
    let some = try run("--budgets 0 --budgets 2500000 --format csv")
    #expect(some.status == 0, "\(some.talk)")
    #expect(
      some.text.contains("budget ¥0\",infeasible,0,,,,") || some.text.contains(",infeasible,0,"))
    let none = try run("--budget 0 --budgets 1")
    #expect(none.status == 1 && none.text.contains("no plan obeys the rules"))
  }
}
