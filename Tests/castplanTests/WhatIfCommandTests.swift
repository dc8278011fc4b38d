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
          "brief.yaml", "--format", "json", "--gap", "0.001",
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
