import Foundation
import Testing

/// Campaigns that people ask for and that were hard to prove: the plan is proved, within few nodes.
@Suite struct ProvedCampaignTests {
  /// Ten times what was needed when this was written.
  private static let mostNodes = 5_000

  private struct Answer {
    var status: String
    var value: Double
    var bound: Double
    var nodes: Int
    var rules: [[String: Any]]
  }

  /// Plans; a campaign that is not proved ends at a limit that is far away.
  private static func answer(
    _ options: String, in folder: TemporaryFolder
  ) throws -> Answer {
    let run = try ProgramRun.shell(
      "castplan optimize \(options) --time-limit 100 --format json --quiet",
      in: folder.url)
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any], "\(run.talk)")
    let nodes = try #require(plan["nodes"] as? Int)
    #expect(nodes <= Self.mostNodes)
    return Answer(
      status: try #require(plan["status"] as? String),
      value: try #require(plan["value"] as? Double),
      bound: try #require(plan["bound"] as? Double), nodes: nodes,
      rules: try #require(plan["rules"] as? [[String: Any]]))
  }

  private static func sample(_ edit: (String) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let datasets = Repository.root.appending(path: "datasets")
    for name in ["creators.csv", "products.csv"] {
      try folder.write(
        String(contentsOf: datasets.appending(path: name), encoding: .utf8), as: name)
    }
    let brief = try String(
      contentsOf: datasets.appending(path: "brief-gmv.yaml"), encoding: .utf8)
    try folder.write(brief, as: "plain.yaml")
    try folder.write(edit(brief), as: "brief.yaml")
    return folder
  }

  private static let inputs = "--roster creators.csv --products products.csv --brief"

  /// As many as there are of a group are its members, each for herself.
  @Test func minimumAsLargeAsItsGroup() throws {
    let names = ["C0120", "C0126", "C0296"]
    let folder = try Self.sample { brief in
      brief.replacing(
        "quotas:\n",
        with: "quotas:\n  - {where: {creator: [\(names.joined(separator: ", "))]}, "
          + "creators: {min: \(names.count)}}\n")
    }
    let brief = try String(contentsOf: folder.url.appending(path: "plain.yaml"), encoding: .utf8)
    try folder.write(
      brief.replacing("lock: [C0042]", with: "lock: [C0042, \(names.joined(separator: ", "))]"),
      as: "locks.yaml")
    let quota = try Self.answer("\(Self.inputs) brief.yaml", in: folder)
    let locks = try Self.answer("\(Self.inputs) locks.yaml", in: folder)
    #expect(quota.status == "optimal")
    #expect(locks.status == "optimal")
    #expect(quota.value <= locks.bound && locks.value <= quota.bound)
    // Its price is what somebody could pay.
    for rule in quota.rules {
      let price = rule["price"] as? Double ?? 0
      #expect(abs(price) < quota.value, "\(rule["name"] ?? "")")
    }
  }

  /// Where every fee is the same, a budget between two of their sums is the smaller sum.
  @Test func budgetBetweenSumsOfFees() throws {
    let folder = try TemporaryFolder()
    var roster = "creator_id,platform,followers,avg_views,engagement_rate,fee_live,niche\n"
    let niches = ["スキンケア", "コーヒー", "収納"]
    for number in 0..<60 {
      roster +=
        "F\(number),\(["tiktok", "instagram"][number % 2]),\(12_000 + 631 * number),"
        + "\(1_500 + (number * 977) % 4_000),\(2 + (number * 13) % 5).\(number % 10)%,25000,"
        + "\(niches[number % 3])\n"
    }
    try folder.write(roster, as: "creators.csv")
    try folder.write(
      """
      product_id,name,niche,price,conversion,market
      P1,Lotion,スキンケア,3200,0.02,30000
      P2,Beans,コーヒー,1800,0.03,20000
      P3,Box,収納,2600,0.02,26000

      """, as: "products.csv")
    let answers = try [400_000, 417_000].map { budget in
      try folder.write("objective: gmv\nbudget: \(budget)\nformats: [live]\n", as: "brief.yaml")
      return try Self.answer("\(Self.inputs) brief.yaml", in: folder)
    }
    #expect(answers.allSatisfy { $0.status == "optimal" }, "\(answers.map(\.nodes))")
    #expect(
      answers[0].value <= answers[1].bound && answers[1].value <= answers[0].bound)
  }

  /// One creator for every product, a quarter of the money on a group.
  @Test func oneCreatorForEveryProduct() throws {
    let folder = try Self.sample { $0 }
    let products = try String(
      contentsOf: folder.url.appending(path: "products.csv"), encoding: .utf8)
    let lines = products.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let (least, most) = (
      try #require(lines[0].firstIndex(of: "min_creators")),
      try #require(lines[0].firstIndex(of: "max_creators"))
    )
    try folder.write(
      lines.enumerated().map { number, cells in
        var cells = cells
        if number > 0 { (cells[least], cells[most]) = ("0", "1") }
        return cells.joined(separator: ",")
      }.joined(separator: "\n") + "\n", as: "products.csv")
    let answer = try Self.answer("\(Self.inputs) plain.yaml", in: folder)
    #expect(answer.status == "optimal", "\(answer.nodes)")
  }

  /// Each is kept apart from her neighbours in a long row, with audiences that saturate and without.
  @Test(arguments: ["none", "random-duplication"])
  func longRowOfThoseKeptApart(saturation: String) throws {
    let folder = try TemporaryFolder()
    var roster = "creator_id,followers,platform,fee_live,views_live,slots\n"
    for number in 0..<50 {
      roster +=
        "C\(100 + number),\(5_000 + 211 * number),youtube,\(800 + (number * 389) % 900),"
        + "\(600 + (number * 733) % 1_100),1\n"
    }
    try folder.write(roster, as: "creators.csv")
    try folder.write(
      "product_id,price,category,market\nP0,8200,A,40000\nP1,5300,B,30000\nP2,4100,C,30000\n",
      as: "products.csv")
    let pairs = (0..<49).map { "  - [C\(100 + $0), C\(101 + $0)]\n" }.joined()
    try folder.write(
      "objective: gmv\nbudget: 17000\nsaturation: \(saturation)\napart:\n\(pairs)",
      as: "brief.yaml")
    let answer = try Self.answer("\(Self.inputs) brief.yaml", in: folder)
    #expect(answer.status == "optimal", "\(answer.nodes)")
  }
}
