import Foundation
import Testing

/// Every command speaks English or Japanese, and means the same.
@Suite struct LanguageTests {
  private static let roster = """
    creator_id,name,platform,followers,fee,engagement_rate,memo
    C1,あおい,tiktok,12000,30000,3.2%,a
    C2,みお,youtube,many,200000,2%,b
    C1,りん,tiktok,15000,90000,7,c

    """
  private static let sound = """
    creator_id,name,platform,followers,fee,memo
    C1,あおい,tiktok,12000,30000,a
    C2,みお,youtube,150000,200000,b
    C3,りん,youtube,15000,0,c

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.roster, as: "faulty.csv")
    try folder.write(Self.sound, as: "roster.csv")
    try folder.write("product_id,name,price\nP1,化粧水,3000\nP2,Tea,1200\n", as: "products.csv")
    try folder.write("budget: 300_000\nlock: [C1]\n", as: "brief.yaml")
    return folder
  }

  private static func inputs(_ roster: String = "roster.csv") -> [String] {
    ["--roster", roster, "--products", "products.csv", "--brief", "brief.yaml"]
  }

  private static func isJapanese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
  }

  @Test func theSameFaultsAreToldInBothLanguages() throws {
    let folder = try folder()
    var places: [[Substring]] = []
    for language in ["en", "ja"] {
      let run = try ProgramRun.castplan(
        ["check", "--lang", language] + Self.inputs("faulty.csv"), in: folder.url)
      #expect(run.status == 2 && run.text.isEmpty)
      try expectGolden(run.talk, "faulty-roster-\(language)")
      let lines = run.talk.split(separator: "\n")
      places.append(lines.map { $0.prefix { $0 != " " } })
      for value in ["many", "C1"] { #expect(run.talk.contains(value)) }
      #expect(Self.isJapanese(run.talk) == (language == "ja"))
    }
    #expect(places[0] == places[1])
    #expect(places[0].sorted() == ["faulty.csv:3:4:", "faulty.csv:4:1:"])
  }

  /// Scores are numbers alone, plans numbers beside words.
  @Test func tablesHaveTheSameNumbers() throws {
    let folder = try folder()
    func bytes(_ arguments: [String], _ language: String) throws -> Data {
      let run = try ProgramRun.castplan(
        arguments + Self.inputs() + ["--lang", language], in: folder.url)
      #expect(run.status == 0, "\(run.talk)")
      return run.output
    }
    #expect(try bytes(["score"], "en") == bytes(["score"], "ja"))
    for command in [
      ["optimize", "--format", "csv"], ["what-if", "--budgets", "1M", "--format", "csv"],
    ] {
      let numbers = try ["en", "ja"].map { language in
        String(decoding: try bytes(command, language), as: UTF8.self)
          .matches(of: #/-?[0-9]+(\.[0-9]+)?/#).map { String($0.output.0) }
      }
      #expect(numbers[0] == numbers[1] && numbers[0].count > 5, "\(command)")
    }
  }

  @Test func plansKeepTheirCodesInEveryLanguage() throws {
    let folder = try folder()
    let roots = try ["en", "ja"].map { language in
      let run = try ProgramRun.castplan(
        ["optimize", "--format", "json", "--lang", language] + Self.inputs(), in: folder.url)
      return try #require(
        try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }
    for key in ["issue_codes", "spend", "value", "bound"] {
      let values = try roots.map {
        try JSONSerialization.data(
          withJSONObject: try #require($0[key]), options: [.sortedKeys, .fragmentsAllowed])
      }
      #expect(values[0] == values[1], "\(key)")
    }
    let codes = try #require(roots[0]["issue_codes"] as? [[String: Any]])
    #expect(codes.map { $0["code"] as? String } == ["unknown_column", "decision"])
    let sentences = roots.map { $0["issues"] as? [String] ?? [] }
    #expect(sentences[0].count == 2 && sentences[1].count == 2 && sentences[0] != sentences[1])
  }

  /// The first of LC_ALL, LC_MESSAGES and LANG that says anything decides; `--lang` before all.
  @Test(arguments: [
    (["LC_ALL": "ja_JP.UTF-8"], [], true), (["LC_ALL": "C", "LANG": "ja_JP.UTF-8"], [], false),
    (["LC_ALL": "", "LANG": "ja_JP.UTF-8"], [], true),
    (["LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"], [], false),
    (["LC_ALL": "ja_JP.UTF-8"], ["--lang", "en"], false), ([:], ["--lang=ja"], true),
    ([:], ["--lang", "en", "--lang", "ja"], true), (["LC_ALL": "fr_FR.UTF-8"], [], false),
  ])
  func theLanguageIsFoundBeforeAnythingIsSaid(
    environment: [String: String], options: [String], isJapanese: Bool
  ) throws {
    let folder = try folder()
    // Usage errors come before the options are parsed.
    let usage = try ProgramRun.castplan(
      ["optimize", "--seed", "x"] + options, in: folder.url, environment: environment)
    #expect(usage.status == 2 && Self.isJapanese(usage.talk) == isJapanese, "\(usage.talk)")
    let missing = try ProgramRun.castplan(
      ["check", "--roster", "no.csv", "--products", "products.csv", "--budget", "1"] + options,
      in: folder.url, environment: environment)
    #expect(missing.status == 2 && Self.isJapanese(missing.talk) == isJapanese, "\(missing.talk)")
    let report = try ProgramRun.castplan(
      ["check"] + Self.inputs() + options, in: folder.url, environment: environment)
    #expect(report.status == 0)
    #expect(report.text.contains("気になる点") == isJapanese, "\(report.text)")
  }

  @Test(arguments: [
    "optimize", "what-if", "explain", "compare", "score", "check", "init", "generate",
  ])
  func anotherLanguageIsRefusedWithTheTwo(command: String) throws {
    let arguments = ["explain", "compare"].contains(command) ? ["a", "b"] : []
    let run = try ProgramRun.castplan(
      [command] + arguments + ["--lang", "fr"], in: Repository.root)
    #expect(run.status == 2 && run.text.isEmpty)
    #expect(run.talk.contains("--lang fr: one of ja or en is needed"), "\(run.talk)")
  }

  @Test func helpStaysEnglish() throws {
    let plain = try ProgramRun.castplan(["check", "--help"], in: Repository.root)
    let japanese = try ProgramRun.castplan(
      ["check", "--help"], in: Repository.root, environment: ["LC_ALL": "ja_JP.UTF-8"])
    #expect(plain.text == japanese.text)
  }
}
