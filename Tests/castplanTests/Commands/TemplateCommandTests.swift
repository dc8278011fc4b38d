import Foundation
import TableTestSupport
import Testing

/// `castplan template`, and what is planned with what it writes.
@Suite struct TemplateCommandTests {
  private static func template(
    _ options: String, in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try ProgramRun.shell("castplan template \(options)", in: folder.url, environment: environment)
  }

  @Test func theSameOptionsGiveTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for language in ["ja", "en"] {
      for options in ["", "--empty", "--from b.yaml"] {
        try folder.write("campaign: a\nbudget: 5M\n", as: "b.yaml")
        let base = "--out a.xlsx --force --lang \(language) \(options)"
        let run = try Self.template(base, in: folder)
        #expect(run.status == 0 && run.text == "a.xlsx\n" && run.talk.isEmpty, "\(run.talk)")
        let first = try Data(contentsOf: folder.file("a.xlsx"))
        for zone in ["Asia/Tokyo", "America/Los_Angeles"] {
          _ = try Self.template(base, in: folder, environment: ["TZ": zone])
          #expect(try Data(contentsOf: folder.file("a.xlsx")) == first, "\(base) in \(zone)")
        }
      }
    }
  }

  /// The untouched template raises nothing, in either language.
  @Test(arguments: ["ja", "en"])
  func itPlansAtOnce(language: String) throws {
    let folder = try TemporaryFolder()
    _ = try Self.template("--out c.xlsx --lang \(language)", in: folder)
    let check = try ProgramRun.shell(
      "castplan check --workbook c.xlsx --format json", in: folder.url)
    #expect(check.status == 0 && check.talk.isEmpty, "\(check.talk)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: check.output) as? [String: Any])
    #expect((document["findings"] as? [Any])?.isEmpty == true)
    #expect((document["notes"] as? [Any])?.isEmpty == true)
    let plan = try ProgramRun.shell(
      "castplan optimize --workbook c.xlsx --gap 0.05 --format csv", in: folder.url)
    #expect(plan.status == 0 && plan.talk.isEmpty, "\(plan.talk)")
    #expect(plan.text.split(whereSeparator: \.isNewline).count > 4)
  }

  /// Every command that reads a campaign takes a workbook, and makes of it what it makes of the files.
  @Test func everyCommandTakesIt() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.shell(
      """
      set -e
      castplan template --out c.xlsx
      castplan optimize --workbook c.xlsx --gap 0.1 --out plan > /dev/null
      castplan check --workbook c.xlsx --plan plan > /dev/null
      castplan score --workbook c.xlsx --top 2 --out scores.csv
      castplan what-if --workbook c.xlsx --budgets 20万 --gap 0.1 --format csv > whatif.csv
      castplan compare plan plan --workbook c.xlsx --format csv > compare.csv
      castplan explain plan C0001 --workbook c.xlsx --gap 0.1 > explain.txt
      """, in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    for name in ["scores.csv", "whatif.csv", "compare.csv", "explain.txt"] {
      #expect(try Data(contentsOf: folder.file(name)).count > 100, "\(name)")
    }
  }

  @Test func whatIsThereStaysUnlessForced() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", as: "a.xlsx")
    let run = try Self.template("--out a.xlsx", in: folder)
    #expect(run.status == 2 && run.talk.contains("it exists already"), "\(run.talk)")
    #expect(try Data(contentsOf: folder.file("a.xlsx")) == Data("mine".utf8))
    #expect(try Self.template("--out a.xlsx --force", in: folder).status == 0)
    #expect(try Data(contentsOf: folder.file("a.xlsx")).count > 5_000)
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func theBriefThatIsReadIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    _ = try Self.template("--out a.xlsx", in: folder)
    let before = try Data(contentsOf: folder.file("a.xlsx"))
    let run = try Self.template("--from a.xlsx --out ./a.xlsx --force", in: folder)
    #expect(run.status == 2 && run.talk.contains("which this run reads"), "\(run.talk)")
    #expect(try Data(contentsOf: folder.file("a.xlsx")) == before)
  }

  @Test func wrongOptionsAreRefused() throws {
    let folder = try TemporaryFolder()
    for (options, word) in [
      ("", "--out FILE is required"), ("--out a.csv", "a name that ends in .xlsx"),
      ("--out a.xlsx --empty --from b.yaml", "--empty and --from exclude each other"),
      ("--out a.xlsx --from b.yaml", "there is no such file"),
      ("--out nowhere/a.xlsx", "cannot be written"),
    ] {
      let run = try Self.template(options, in: folder)
      #expect(run.status == 2 && run.talk.contains(word), "\(options): \(run.talk)")
    }
    #expect(folder.names.isEmpty)
  }

  @Test func theWorkbookMayGoToAPipe() throws {
    let folder = try TemporaryFolder()
    let run = try Self.template("--out /dev/stdout | cat > campaign.xlsx", in: folder)
    #expect(run.status == 0, "\(run.talk)")
    let piped = try Data(contentsOf: folder.file("campaign.xlsx"))
    _ = try Self.template("--out campaign.xlsx --force", in: folder)
    #expect(try Data(contentsOf: folder.file("campaign.xlsx")) == piped)
  }

  /// A path in a brief goes from where the brief is, also from another folder.
  @Test func aKeptPlanIsFoundFromTheWorkbook() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.shell(
      """
      set -e
      castplan template --out c.xlsx
      mkdir briefs
      castplan optimize --workbook c.xlsx --gap 0.1 --out briefs/last > /dev/null
      echo 'budget: 50万' > briefs/b.yaml
      echo 'keep: {plan: last, max_changes: 3}' >> briefs/b.yaml
      castplan template --from briefs/b.yaml --out d.xlsx
      castplan check --workbook c.xlsx --brief d.xlsx --format json
      """, in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.contains("d.xlsx, given with --brief, is read instead of the sheet"))
  }
}
