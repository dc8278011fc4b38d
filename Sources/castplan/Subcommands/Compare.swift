import ArgumentParser
import Casting
import CastingFiles
import CastingPlanning
import CastingReports
import Tables

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts two plans, or a plan and a list made by hand, side by side.",
    usage: "castplan compare <first> <second> [--roster <file> --products <file>] [<options>]",
    discussion: """
      Each is a plan directory, its plan.json, or a table of deals: creator_id, product_id (unless \
      there is one product), format, cost. With the inputs both are worked out anew: value, spend, \
      risk, the rules they break, and deal by deal what lies between them. Without, plan files are \
      compared as they stand.

      EXAMPLES
        castplan compare plan last-plan
        castplan compare plan by-hand.csv --roster creators.csv \\
          --products products.csv --brief brief.yaml
        castplan compare plan by-hand.csv --roster creators.csv \\
          --products products.csv --brief brief.yaml --format csv
      """)

  @Argument(
    help: .init("A plan, or a table of deals.", valueName: "first"), completion: .file())
  var first: String

  @Argument(
    help: .init("What to compare with it.", valueName: "second"), completion: .file())
  var second: String

  @OptionGroup(title: "Inputs")
  var inputs: InputOptions

  @OptionGroup var output: OutputOptions<FormsWithTable>

  @Option(
    parsing: .unconditional,
    help: .init("Seed of the drawn outcomes.", valueName: "n"))
  var seed: String = "1"

  @OptionGroup(title: "Work")
  var work: WorkOptions

  /// Whether the lists are valued by the inputs.
  private var hasInputs: Bool {
    inputs.creators.roster != nil || inputs.creators.products != nil || inputs.creators.brief != nil
      || inputs.creators.workbook != nil || inputs.budget != nil
  }

  func validate() throws {
    var problems = work.problems + output.problems
    problems += UsageProblem.seed(seed)
    if hasInputs {
      problems += inputs.problems
    } else {
      problems += [first, second].filter { !PlanFile.isPlan($0) }.map { .notPlan(path: $0) }
    }
    try refuse(problems)
  }

  func run() throws {
    let (comparison, money) = hasInputs ? try recomputed() : try stated()
    try money.written { try output.write(Report(comparison, SpokenLanguage.wording)) }
  }

  private func stated() throws -> (PlanComparison, Money) {
    let files = [try PlanFile(path: first), try PlanFile(path: second)]
    if files[0].claims.objective != files[1].claims.objective {
      try refuse([
        .otherObjectives(
          first: first, firstObjective: files[0].claims.objective.rawValue, second: second,
          secondObjective: files[1].claims.objective.rawValue)
      ])
    }
    let codes = files.map(\.claims.currency)
    if codes[0] != codes[1] {
      try refuse([
        .otherCurrencies(
          first: first, firstCurrency: codes[0], second: second, secondCurrency: codes[1])
      ])
    }
    let comparison = PlanComparison(
      stated: (first, files[0].claims, files[0].outcomes),
      (second, files[1].claims, files[1].outcomes))
    return (comparison, Money(Currency(codes[0])))
  }

  private func recomputed() throws -> (PlanComparison, Money) {
    let progress = ProgressLine(quiet: work.quiet)
    defer { progress.clear() }
    progress.show(.reading)
    let paths = try inputs.paths
    let rejects = try RejectsFile(inputs.creators, inputs: paths.files + [first, second])
    return try rejects.reading(inputs.readingOptions) { try compared(paths, $0, progress) }
  }

  private func compared(
    _ paths: CampaignPaths, _ options: ReadingOptions, _ progress: ProgressLine
  ) throws -> (PlanComparison, Money) {
    let loaded = try CampaignFiles.read(
      paths, budget: inputs.budgetAmount, threads: work.threadCount, options: options)
    try refuse(inputs.problems(in: loaded.campaign.money))
    let plans = try [first, second].map { PlanFile.isPlan($0) ? try PlanFile(path: $0) : nil }
    var notes: [ReadingNote] = []
    var skipped: [InputIssues] = []
    var campaign = loaded.campaign
    // A brief that asks for the budget has the one that the first plan found.
    if campaign.brief.budgetQuestion != nil {
      campaign = campaign.settled(
        on: plans.compactMap { $0?.claims.budget }.first ?? campaign.brief.budget ?? .infinity)
    }
    var lists: [DealList] = []
    for (path, plan) in zip([first, second], plans) {
      if let plan {
        var list = try DealListFile.list(of: plan.claims, name: path, in: campaign)
        list.isOfTheseInputs =
          !plan.inputDigests.isEmpty && plan.inputDigests == Set(loaded.files.map(\.sha256))
        lists.append(list)
      } else {
        let read = try DealListFile.read(
          path: path, of: campaign, from: paths, ignoring: ReportTables.dealHeaders,
          threads: work.threadCount, options: options)
        notes += read.notes
        skipped.append(read.skipped)
        lists.append(read.list)
      }
    }
    progress.show(.scoring)
    var settings = PlannerSettings()
    settings.threads = work.threadCount
    settings.seed = UInt64(seed) ?? settings.seed
    let comparison = try ComparisonStudy(campaign, settings: settings)
      .comparison(of: lists[0], with: lists[1])
    progress.clear()
    if !work.quiet {
      let wording = SpokenLanguage.wording
      StandardError.note(
        loaded.remarks + notes.map { wording.line(note: $0) }
          + skipped.flatMap { wording.lines(leftOut: $0) })
    }
    return (comparison, campaign.money)
  }
}
