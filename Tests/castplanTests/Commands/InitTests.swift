import Foundation
import Testing
import Yams

/// `castplan init` with answers from a pipe.
@Suite struct InitTests {
  private static let roster = #"""
    creator_id,name,platform,niche,followers,fee,female_share,memo
    C1,あおい,tiktok,料理;猫,12000,30000,0.7,a
    C2,"みお: #1 ""M""",youtube,猫,150000,200000,0.5,b
    C3,りん,tiktok,旅,15000,45000,,c

    """#
  private static let products = "product_id,name,price,category\nP1,化粧水,3000,美容\nP2,Tea,1200,食品\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.roster, as: "creators.csv")
    try folder.write(Self.products, as: "products.csv")
    try folder.write(Self.roster.replacing("12000", with: "many"), as: "faulty.csv")
    return folder
  }

  private static let tables = ["creators.csv", "faulty.csv", "products.csv"]

  /// - Parameter answers: a line each; nil: the input is empty.
  private func run(
    _ options: String, _ answers: [String]?, in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try folder.write((answers ?? []).map { $0 + "\n" }.joined(), as: "answers")
    defer { try? FileManager.default.removeItem(at: folder.file("answers")) }
    return try ProgramRun.shell(
      "castplan init \(options) < answers", in: folder.url,
      environment: ["COLUMNS": "80"].merging(environment) { $1 })
  }

  private func brief(_ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.file("brief.yaml"), encoding: .utf8)
  }

  private static let english = [
    "nowhere.csv", "faulty.csv", "creators.csv", "", "lots", "300万", "fame", "profit", "2026-12-01",
    "2026-11-01", "2026/12/20", "", "Aoi", "C1, みお: #1 \"M\"", "C1", "none", "4", "2", "1", "",
    "60%",
    "20-29 40%, 60+ 90%", "20-29 40%",
  ]
  private static let japanese = [
    "", "", "", "¥3,000,000", "売上高", "12/1", "2026年12月1日", "", "動画、ライブ", "あおき", "あおい", "りん",
    "", "2人", "", "",
  ]

  @Test(arguments: [("en", english), ("ja", japanese)])
  func theWholeDialogue(language: String, answers: [String]) throws {
    let folder = try folder()
    let run = try run("--lang \(language)", answers, in: folder)
    #expect(run.status == 0)
    for line in run.talk.split(separator: "\n") where !line.hasPrefix("faulty.csv:") {
      #expect(line.count <= 80, "\(line)")
    }
    try expectGolden(
      run.talk + "--- stdout\n" + run.text + "--- brief.yaml\n" + brief(folder), "init-\(language)")
    #expect(folder.names == ["brief.yaml"] + Self.tables)
    // What is printed is what makes the plan.
    let command = try #require(run.text.split(separator: "\n").last)
    let plan = try ProgramRun.shell("\(command) --format json", in: folder.url)
    #expect(plan.status == 0, "\(plan.talk)")
    let note = #""memo""#
    #expect(
      plan.talk.split(separator: "\n").allSatisfy {
        $0.contains(note) || $0.contains("is taken for the fee")
      },
      "more is said than of the roster's own column: \(plan.talk)")
  }

  @Test func answersAreKept() throws {
    let folder = try folder()
    #expect(try run("", Self.english, in: folder).status == 0)
    let root = try #require(try Yams.compose(yaml: brief(folder))?.mapping)
    #expect(root["budget"]?.string == "3_000_000" && root["objective"]?.string == "profit")
    #expect(root["lock"]?.sequence?.map(\.string) == ["C1", "C2"])
    #expect(root["window"]?.mapping?["to"]?.string == "2026-12-20")
    #expect(root["audience"]?.mapping?["age_20_29"]?.string == "0.4")
    let limits = root["quotas"]?.sequence?.first?.mapping?["creators"]?.mapping
    #expect(limits?["min"]?.string == "2" && limits?["max"] == nil)
    #expect(root["formats"] == nil && root["ban"] == nil)
  }

  @Test func optionsAnswerTheirQuestions() throws {
    let folder = try folder()
    let run = try run(
      "--roster creators.csv --products products.csv --budget 5M", Array(repeating: "", count: 9),
      in: folder)
    #expect(run.status == 0, "\(run.talk)")
    #expect(!run.talk.contains("Which file"))
    #expect(try brief(folder).contains("\nbudget: 5_000_000\n"))
  }

  @Test func aFaultyOptionIsAskedAbout() throws {
    let folder = try folder()
    let run = try run(
      "--roster faulty.csv", ["creators.csv", "", "1M"] + Array(repeating: "", count: 9),
      in: folder)
    #expect(run.status == 0)
    #expect(run.talk.contains("faulty.csv:2:5: followers is not a number, \"many\""), "\(run.talk)")
  }

  @Test func defaultsAreTakenWithoutQuestions() throws {
    let folder = try folder()
    let run = try run("--yes --budget 500万 --out spring.yaml", nil, in: folder)
    #expect(run.status == 0)
    #expect(
      run.text == "spring.yaml\ncastplan optimize --roster creators.csv --products products.csv "
        + "--brief spring.yaml\n")
    #expect(!run.talk.contains("?") && run.talk.contains("memo"), "\(run.talk)")
    let faulty = try self.run("--yes --budget 1 --roster faulty.csv", nil, in: folder)
    #expect(faulty.status == 2 && faulty.text.isEmpty)
    let check = try ProgramRun.shell(
      "castplan check --roster faulty.csv --products products.csv --budget 1", in: folder.url)
    #expect(faulty.talk == check.talk && check.status == 2)
    #expect(folder.names == Self.tables + ["spring.yaml"])
  }

  @Test(arguments: [
    ("--yes", "a budget has none"), ("--budget much", "--budget much"),
    ("--roster -", "--roster -"),
    ("--products - --yes", "--products -"), ("--lang fr", "--lang fr"),
  ])
  func wrongOptionsAreRefused(options: String, words: String) throws {
    let folder = try folder()
    let run = try run(options, Self.english, in: folder)
    #expect(run.status == 2 && run.text.isEmpty && run.talk.contains(words), "\(run.talk)")
    #expect(folder.names == Self.tables)
  }

  /// However many answers there are, nothing is written before the last.
  @Test func anEarlyEndLeavesNothing() throws {
    let folder = try folder()
    for count in [0, 1, 5, Self.english.count - 1] {
      let run = try run("", Array(Self.english.prefix(count)), in: folder)
      #expect(run.status == 2 && run.text.isEmpty)
      #expect(run.talk.contains("nothing is written"), "\(run.talk)")
      #expect(folder.names == Self.tables)
    }
  }

  @Test(arguments: ["INT", "TERM"]) func aSignalLeavesNothing(signal: String) throws {
    let folder = try folder()
    let run = try ProgramRun.shell(
      """
      mkfifo pipe; castplan init < pipe 2> /dev/null & pid=$!
      exec 3> pipe; rm pipe; echo creators.csv >&3
      while ! ls -A | grep -q brief.yaml.castplan-; do sleep 0.05; done
      kill -\(signal) $pid; wait $pid
      """, in: folder.url)
    #expect(run.status == (signal == "INT" ? 130 : 143))
    #expect(folder.names == Self.tables)
  }

  @Test func whatIsThereStays() throws {
    let folder = try folder()
    try folder.write("budget: 1\n", as: "brief.yaml")
    let refused = try run("", Self.japanese, in: folder)
    #expect(refused.status == 2 && refused.text.isEmpty)
    #expect(
      refused.talk.contains("brief.yaml: cannot be written: it exists already; choose another"))
    #expect(try brief(folder) == "budget: 1\n")
    #expect(try run("--force", Array(Self.english.prefix(3)), in: folder).status == 2)
    #expect(try brief(folder) == "budget: 1\n")
    #expect(try run("--force", Self.japanese, in: folder).status == 0)
    #expect(try brief(folder).contains("3_000_000"))
  }

  @Test(arguments: [
    "--roster creators.csv --out creators.csv --force", "--out creators.csv --force",
  ])
  func noTableIsReplaced(options: String) throws {
    let folder = try folder()
    let run = try run(options, Self.japanese + Self.japanese, in: folder)
    #expect(run.status == 2 && run.text.isEmpty)
    #expect(run.talk.contains("creators.csv: is read by this run"), "\(run.talk)")
    #expect(try Data(contentsOf: folder.file("creators.csv")) == Data(Self.roster.utf8))
    #expect(folder.names == Self.tables)
  }

  @Test func bytesThatAreNoTextAreAskedForAgain() throws {
    let folder = try folder()
    let run = try ProgramRun.shell(
      "printf 'creators.csv\\n\\n\\202\\240\\n1M\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n' | castplan init",
      in: folder.url)
    #expect(run.status == 0 && run.talk.contains("the answer cannot be read"), "\(run.talk)")
  }
}
