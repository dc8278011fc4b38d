import Foundation
import Testing

/// Every form of a question of `castplan what-if` against `castplan optimize` on files edited by hand.
@Suite struct WhatIfFormTests {
  private static let gap = 0.002

  /// A table as cells, and back.
  private struct Table {
    var header: [String]
    var rows: [[String: String]]

    init(_ text: String) {
      header = text.prefix { !$0.isNewline }.split(separator: ",").map(String.init)
      rows = plainTable(text)
    }

    var text: String {
      ([header] + rows.map { row in header.map { row[$0] ?? "" } }).map {
        $0.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }

    /// Changes the numbers that are there.
    mutating func change(
      _ columns: [String], where isMeant: ([String: String]) -> Bool = { _ in true },
      _ body: (Double) -> Double
    ) {
      for row in rows.indices where isMeant(rows[row]) {
        for column in columns {
          guard let number = Double(rows[row][column] ?? "") else { continue }
          rows[row][column] = "\((body(number) * 1e9).rounded() / 1e9)"
        }
      }
    }
  }

  /// A question, and the same as edits of the files and as a share of the brief's budget.
  private struct Form: Sendable {
    var question: String
    var budget: Double? = nil
    var creators: @Sendable (inout Table) -> Void = { _ in }
    var products: @Sendable (inout Table) -> Void = { _ in }
  }

  private static let fees = ["fee_live", "fee_video"]

  private static let forms: [Form] = [
    Form(question: "--budgets 80%", budget: 0.8), Form(question: "--budgets -25%", budget: 0.75),
    Form(question: "--budgets +10%", budget: 1.1),
    Form(question: "--fee '*=+10%'", creators: { $0.change(fees) { $0 * 1.1 } }),
    Form(question: "--fee '*=-3000'", creators: { $0.change(fees) { max(0, $0 - 3000) } }),
    Form(
      question: "--fee 'platform=instagram:-20%'",
      creators: { $0.change(fees, where: { $0["platform"] == "instagram" }) { $0 * 0.8 } }),
    Form(
      question: "--fee C0026=+5000",
      creators: { $0.change(fees, where: { $0["creator_id"] == "C0026" }) { $0 + 5000 } }),
    Form(
      question: "--fee C0026:live=1万",
      creators: { $0.change(["fee_live"], where: { $0["creator_id"] == "C0026" }) { _ in 10000 } }),
    Form(
      question: "--fee C0033=-50%",
      creators: { $0.change(fees, where: { $0["creator_id"] == "C0033" }) { $0 / 2 } }),
    Form(
      question: "--product P02:price=-10%",
      products: { $0.change(["price"], where: { $0["product_id"] == "P02" }) { $0 * 0.9 } }),
    Form(
      question: "--product '*:conversion=+20%'",
      products: { $0.change(["conversion"]) { $0 * 1.2 } }),
    Form(
      question: "--product P03:stock=5",
      products: { $0.change(["stock"], where: { $0["product_id"] == "P03" }) { _ in 5 } }),
    Form(question: "--product '*:market=-50%'", products: { $0.change(["market"]) { $0 / 2 } }),
    Form(
      question: "--product P01:margin=70%",
      products: { $0.change(["margin"], where: { $0["product_id"] == "P01" }) { _ in 0.7 } }),
  ]

  private static let inputs = "--roster creators.csv --products products.csv"
  private static let budget = 800_000.0

  private static func object(_ run: ProgramRun) throws -> [String: Any] {
    #expect(run.status == 0, "\(run.talk)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any])
  }

  @Test(arguments: ["gmv", "profit"])
  func everyFormEqualsPlanningEditedFiles(objective: String) throws {
    // Half of the forms for each objective.
    let forms = Self.forms.enumerated().filter { ($0.offset % 2 == 0) == (objective == "gmv") }
      .map(\.element)
    try check(forms, objective)
  }

  /// Amounts that are asked about are with tax where those of the files are.
  @Test func amountsWithTaxEqualPlanningEditedFiles() throws {
    let asked = ["80%", "=-3000", "C0026", "price"]
    let forms =
      Self.forms.filter { form in asked.contains { form.question.contains($0) } } + [
        Form(
          question: "--product P02:price=4000",
          products: { $0.change(["price"], where: { $0["product_id"] == "P02" }) { _ in 4000 } })
      ]
    try check(forms, "gmv", tax: "tax: {rate: 0.1, fees: included, budget: included}\n")
  }

  /// - Parameter tax: a line of the brief, of a tenth.
  private func check(_ forms: [Form], _ objective: String, tax: String? = nil) throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun.shell(
      "castplan generate --creators 40 --products 3 --seed 4 --deals-budget 8 --out . --force --quiet",
      in: folder.url)
    #expect(made.status == 0, "\(made.talk)")
    let brief =
      "--brief brief-\(objective).yaml --gap \(Self.gap) --quiet"
    if let tax {
      let file = "brief-\(objective).yaml"
      let text = try String(contentsOf: folder.file(file), encoding: .utf8)
      try folder.write(text + tax, as: file)
    }
    let answers = try Self.object(
      ProgramRun.shell(
        "castplan what-if \(Self.inputs) \(brief) --budget \(Int(Self.budget)) --format json "
          + forms.map(\.question).joined(separator: " "), in: folder.url))
    let rows = try #require(answers["rows"] as? [[String: Any]])
    let base = try #require((answers["base"] as? [String: Any])?["value"] as? Double)
    #expect(rows.count == forms.count)
    let creators = try String(contentsOf: folder.file("creators.csv"), encoding: .utf8)
    let products = try String(contentsOf: folder.file("products.csv"), encoding: .utf8)
    var changed = 0
    // Budgets ascend and come first, as they do among the forms.
    for (form, row) in zip(forms, rows) {
      var tables = (Table(creators), Table(products))
      #expect(tables.0.rows.count == 40 && tables.1.rows.count == 3)
      form.creators(&tables.0)
      form.products(&tables.1)
      try folder.write(tables.0.text, as: "creators.csv")
      try folder.write(tables.1.text, as: "products.csv")
      let budget = Int((Self.budget * (form.budget ?? 1)).rounded())
      let plan = try Self.object(
        ProgramRun.shell(
          "castplan optimize \(Self.inputs) \(brief) --budget \(budget) --curve none --format json",
          in: folder.url))
      let (value, bound) = try Self.proof(row)
      let (planned, limit) = try Self.proof(plan)
      if form.budget != nil {
        // 800,000 with tax are 727,272 without.
        let net = tax == nil ? budget : Int(727_272 * (form.budget ?? 1))
        #expect(
          abs((row["budget"] as? Int ?? 0) - net) <= (tax == nil ? 0 : 1), "\(form.question)")
      }
      // Each is below the other's bound, but for halves of a yen in fees.
      let slack = 1e-5 * max(abs(bound), abs(limit))
      #expect(value <= limit + slack && planned <= bound + slack, "\(form.question)")
      #expect(bound - value <= (Self.gap + 1e-9) * abs(bound), "\(form.question)")
      if abs(value - base) > Self.gap * abs(base) { changed += 1 }
    }
    #expect(changed >= forms.count / 2, "\(changed) of \(forms.count) rows differ from the base")
  }

  private static func proof(_ object: [String: Any]) throws -> (value: Double, bound: Double) {
    (try #require(object["value"] as? Double), try #require(object["bound"] as? Double))
  }
}
