import ArgumentParser
import CastingFiles
import CastingReports
import Foundation
import Tables

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Asks about a campaign on the terminal and writes its brief.",
    usage: "castplan init [--roster <file>] [--products <file>] [--out <file>] [<options>]",
    discussion: """
      Asks, in English or Japanese, for the files, budget, objective, days, formats, who must be \
      cast and who must not, how many creators, and the audience; reads the files meanwhile, and \
      says what they hold. Writes the brief with comments, and prints its path and the command \
      that makes the plan. Every question but the budget's has a default, which Enter takes. \
      Answers may be piped, a line each; nothing is written where they end too early.

      EXAMPLES
        castplan init
        castplan init --roster creators.csv --products products.csv
        castplan init --roster creators.csv --products products.csv \\
          --budget 500万 --yes --out spring.yaml
      """)

  @Option(
    help: .init(
      "Creators: CSV, TSV, JSON (.gz too) or db.sqlite#table; asked if not given.",
      valueName: "file"), completion: .file())
  var roster: String?

  @Option(
    help: .init("Products: the same formats; asked if not given.", valueName: "file"),
    completion: .file())
  var products: String?

  @Option(
    parsing: .unconditional,
    help: .init("JPY: 5M, 500万, 5,000,000; asked if not given.", valueName: "amount"))
  var budget: String?

  @Option(
    help: .init("Where the brief goes.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var out = "brief.yaml"

  @Flag(help: "Ask nothing: take every default. Needs --budget.")
  var yes = false

  @Flag(help: "Replace the file of that name.")
  var force = false

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    var problems = language.problems
    for (path, option) in [(roster, UsageProblem.FileOption.roster), (products, .products)]
    where path == MappedFile.standardInput {
      problems.append(.answersAreRead(option: option))
    }
    if let budget, InputOptions.amount(budget, in: .yen) == nil {
      problems.append(.budget(given: budget))
    } else if yes && budget == nil {
      problems.append(.budgetWithoutDefault)
    }
    try refuse(problems)
  }

  func run() throws {
    try refuseToReplace(roster, products)
    let file = try OutputFile(path: out, replacing: force ? .anything : .nothing)
    var interview = InterviewRun(
      given: given, takesDefaults: yes, threads: ProcessInfo.processInfo.activeProcessorCount)
    let answers = try interview.answers()
    try refuseToReplace(answers.roster, answers.products)
    try file.write(Array(BriefDocument.text(answers, in: SpokenLanguage.wording).utf8))
    try file.finish()
    if !yes {
      StandardError.write("\n")
      StandardError.note(.briefWritten)
    }
    try StandardOutput.write("\(out)\n\(command(answers))\n")
  }

  private var given: [InterviewTopic: String] {
    var given: [InterviewTopic: String] = [:]
    given[.roster] = roster
    given[.products] = products
    given[.budget] = budget
    return given
  }

  /// The brief must not take the place of a table.
  private func refuseToReplace(_ roster: String?, _ products: String?) throws {
    let paths = CampaignPaths(roster: roster ?? "", products: products ?? "")
    try ProtectedFiles(paths.files).refuse([out])
  }

  /// What makes a plan of the brief.
  private func command(_ answers: CampaignAnswers) -> String {
    let files = [("--roster", answers.roster), ("--products", answers.products), ("--brief", out)]
    return "castplan optimize"
      + files.map { " \($0) \(ShellText.word($1))" }.joined()
  }
}
