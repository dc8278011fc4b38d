import Casting
import CastingFiles
import CastingPlanning
import CastingReports
import Foundation
import Tables
import Testing

struct PlanJSONTests {
  private static let remarks: [InputRemark] = [
    .note(.unknownColumn(file: "creators.csv", header: "memo", field: 4, isCarried: false)),
    .leftOut(
      InputIssue(
        file: "creators.csv", line: 4, column: 2,
        .cell(
          .badNumber(
            name: .named("followers"), meaning: .people, fault: .notANumber, isRequired: true,
            percent: nil, share: nil)), value: "many")),
    .moreLeftOut(3),
  ]

  private static var context: PlanContext {
    var timings = PlanContext.Timings()
    timings.read = 0.25
    timings.peakMemoryBytes = 1_234_567
    return PlanContext(
      version: "0.1.0", inputs: [.init(path: "名簿.csv", sha256: "ab12", rows: 3)],
      remarks: remarks, timings: timings)
  }

  private static func text(_ plan: Plan) -> String {
    String(decoding: plan.written(as: .json, context), as: UTF8.self)
  }

  @Test func `the sample is written as recorded`() throws {
    try expectGolden(SamplePlan.make().written(as: .json, Self.context), "plan.json")
  }

  @Test func `another parser reads every key of the format`() throws {
    let data = Data(SamplePlan.make().written(as: .json, Self.context))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let keys = [
      "asked_gap", "baselines", "bound", "budget", "budget_step", "campaign", "client_budget",
      "client_spend", "cost_per_order", "creators", "currency", "deals", "formats", "frontier",
      "gap", "grades", "highlights", "inputs", "issue_codes", "issues", "left_out", "margin",
      "nodes", "note_codes", "notes", "objective", "orders", "price_bound", "prices", "products",
      "profit", "reading", "return", "rows", "rules", "sales", "schema", "seed", "spend", "status",
      "tax", "timings", "value", "value_interval", "version", "window",
    ]
    #expect(root.keys.sorted() == keys)
    let deals = try #require(root["deals"] as? [[String: Any]])
    #expect(deals[1]["name"] as? String == "Ken \"K, Jr\"\nOta")
    #expect(deals[0]["locked"] as? Bool == true)
    #expect(
      deals[0]["break_even_fee"] is NSNull && deals[1]["break_even_fee"] as? Double == 612_000)
    #expect(deals[1]["main_age"] is NSNull && deals[0]["main_age"] as? String == "20_29")
    let rules = try #require(root["rules"] as? [[String: Any]])
    #expect(rules.map { $0["presses"] as? String } == ["upper", "lower", "lower"])
  }

  @Test func `prices of zero are left out`() {
    let text = Self.text(SamplePlan.make())
    #expect(text.contains("\"stock\": {\"P2\": 12.5}"))
    #expect(text.contains("\"P1\": {\"female\": 1.5}"))
  }

  @Test func `control characters are escaped`() {
    var plan = SamplePlan.make()
    plan.campaign = "a\u{1}b\u{1B}\\"
    #expect(Self.text(plan).contains("\"campaign\": \"a\\u0001b\\u001b\\\\\""))
  }

  @Test func `what was written is read back`() throws {
    let plan = SamplePlan.make()
    let file = try PlanFile(bytes: plan.written(as: .json, Self.context), path: "plan.json")
    let claims = file.claims
    #expect(claims.deals[0].affinity == plan.deals[0].affinity)
    #expect(claims.value == plan.value && claims.bound == plan.bound && claims.gap == plan.gap)
    #expect(claims.deals.map(\.creatorID) == ["C0001", "C0002"])
    #expect(claims.deals[0].reachByCell == ["female": 10_000, "male": 2_345.678])
    #expect(claims.rules.map(\.lower) == [-.infinity, 1, 1])
    #expect(claims.rules[1].price == -52_000)
    #expect(claims.reachPrices == ["P1": ["female": 1.5]])
    #expect(claims.stockPrices == ["P2": 12.5])
    #expect(claims.details == PlanClaims(plan).details)
  }

  @Test func `a curve that is not there has its reason`() {
    var plan = SamplePlan.make()
    plan.curve = nil
    plan.curveOmission = .rosterNotHeld
    #expect(
      Self.text(plan).contains(
        "\"frontier\": null,\n  \"frontier_omitted\": \"roster_not_held\",\n  \"timings\""))
  }

  @Test(arguments: [
    ("{", "plan.json: is not JSON: "),
    ("{\"schema\": \"castplan/plan/9\"}", "plan.json: has the schema \"castplan/plan/9\", not "),
    ("{}", "plan.json: has no schema; "),
    ("[]", "plan.json: it is not an object; "),
  ])
  func `a file that is no plan is refused with the way out`(
    _ text: String, _ message: String
  ) throws {
    let problem = #expect(throws: PlanFileProblem.self) {
      try PlanFile(bytes: [UInt8](text.utf8), path: "plan.json")
    }
    let description = Wording.english.text(try #require(problem))
    #expect(description.hasPrefix(message), "\(description)")
  }

  @Test(arguments: [
    ("\"cost\": 580000", "\"cost\": \"580000\"", "deals[1].cost is not a number"),
    ("\"cost\": 580000", "\"cost\": true", "deals[1].cost is not a number"),
    ("\"format\": \"video\"", "\"format\": \"film\"", "deals[1].format is \"film\""),
    ("\"rank\": 2", "\"rank\": 2.5", "deals[1].rank is not a whole number"),
    ("\"rank\": 2, ", "", "has no deals[1].rank"),
  ])
  func `an edited file is refused with the place`(
    _ old: String, _ new: String, _ message: String
  ) throws {
    let text = Self.text(SamplePlan.make()).replacing(old, with: new)
    let problem = #expect(throws: PlanFileProblem.self) {
      try PlanFile(bytes: [UInt8](text.utf8), path: "plan.json")
    }
    let description = Wording.english.text(try #require(problem))
    #expect(description.hasPrefix("plan.json: \(message)"), "\(description)")
  }

  @Test func `a plan directory is read by its own path or by that of its plan.json`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("castplan-\(UUID().uuidString)").path
    let bytes = SamplePlan.make().written(as: .json, Self.context)
    try PlanDirectory.write([.init(name: "plan.json", bytes: bytes)], to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try PlanFile(path: path).claims.deals.count == 2)
    #expect(try PlanFile(path: path + "/plan.json").claims.deals.count == 2)
    #expect(throws: FileProblem(path: path + "/none", reason: .missing)) {
      try PlanFile(path: path + "/none")
    }
  }

  /// A sentence in the reader's language, and beside it what programs go by.
  @Test func `issues have codes in the order of their sentences`() throws {
    for language in Language.allCases {
      let wording = Wording(language)
      let bytes = SamplePlan.make().written(as: .json, Self.context, wording)
      let root = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      let sentences = try #require(root["issues"] as? [String])
      let codes = try #require(root["issue_codes"] as? [[String: Any]])
      #expect(sentences.count == 3 && codes.count == 3)
      #expect(sentences[1].hasPrefix("creators.csv:4:2: "))
      #expect(
        codes.map { $0["code"] as? String } == ["unknown_column", "bad_number", "more"])
      #expect(codes[0]["header"] as? String == "memo" && codes[0]["field"] as? Int == 4)
      #expect(codes[1]["name"] as? String == "followers")
      #expect(codes[1]["fault"] as? String == "not_a_number")
      #expect(codes[1]["value"] as? String == "many" && codes[1]["share"] is NSNull)
      #expect(codes[1]["file"] as? String == "creators.csv")
      #expect(codes[1]["line"] as? Int == 4 && codes[1]["column"] as? Int == 2)
      #expect(codes[2]["count"] as? Int == 3)
    }
  }
}
