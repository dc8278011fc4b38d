import ArgumentParser
import Casting
import CastingFiles
import CastingPlanning
import CastingReports

struct Optimize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the casting plan: which creator promotes which product, with a proof.",
    usage: "castplan optimize --roster <file> --products <file> [--brief <file>] [<options>]",
    discussion: """
      Reads a roster, products and a brief, and prints the ranked plan with the proof of its \
      quality. --out also writes plan.csv and plan.json into a directory that appears whole or \
      not at all.

      EXAMPLES
        castplan optimize --roster creators.csv --products products.csv \\
          --budget 500万
        castplan optimize --roster creators.csv --products products.csv \\
          --brief brief.yaml --out plan
        castplan optimize --roster creators.csv --products products.csv \\
          --brief brief.yaml --format csv | head
        castplan optimize --roster creators.csv --products products.csv \\
          --brief brief.yaml --strategies --stability 100
      """)

  @OptionGroup(title: "Inputs")
  var inputs: InputOptions

  @Option(
    help: .init("Directory for plan.csv and plan.json.", valueName: "dir"),
    completion: .directory)
  var out: String?

  @OptionGroup var output: OutputOptions<FormsWithTable>

  @Flag(
    name: .customLong("hide-cost"),
    help: "For an agency's client: show what the client pays, and nothing of what deals cost.")
  var hidesCost = false

  @Flag(help: "If no plan obeys the rules: relax them by the cheapest change, and say so.")
  var relax = false

  @Flag(
    help: """
      Compare with one star and other ways to cast, also where they break rules: what each may come \
      to, and how much hangs on one creator.
      """)
  var strategies = false

  @Option(
    parsing: .unconditional,
    help: .init(
      "Plan so many times more with inputs drawn again, and say of each deal how often it stays.",
      valueName: "n"))
  var stability: String?

  @Flag(
    help: """
      For each deal that is not confirmed, plan again without her: who comes in, and what the plan loses. \
      Done whenever there are bookings.
      """)
  var reserves = false

  @Option(
    parsing: .unconditional,
    help: .init(
      "Budgets of plan.json's curve, from 40 % to 160 % of the plan's own, 1 to \(mostCurvePoints); "
        + "or none.",
      valueName: "n"))
  var curve: String?

  @OptionGroup(title: "Search")
  var search: SearchOptions

  @OptionGroup(title: "Work")
  var work: WorkOptions

  @Flag(
    name: .customLong("no-cache"),
    help: """
      Keep no copy of a long roster: one is made in TMPDIR, gone with the run, instead of one in \
      ~/.cache/castplan that the next run finds.
      """)
  var keepsNoRoster = false

  private static let usualCurvePoints = 11
  private static let mostCurvePoints = 201

  func validate() throws {
    var problems =
      inputs.problems + search.problems + work.problems + output.problems
    if let stability, Int(stability).map({ (1...10_000).contains($0) }) != true {
      problems.append(
        .wholeNumber(option: "--stability", given: stability, least: 1, most: 10_000))
    }
    if let curve, curve != "none" {
      if Int(curve).map({ (1...Self.mostCurvePoints).contains($0) }) != true {
        problems.append(.curve(given: curve, most: Self.mostCurvePoints))
      } else if !writesDocument {
        problems.append(.curveNowhere(given: curve))
      }
    }
    try refuse(problems)
  }

  /// Whether a plan.json comes of the run.
  private var writesDocument: Bool { out != nil || output.format == ReportFormat.json.name }

  func run() throws {
    let start = ContinuousClock.now
    let paths = try inputs.paths
    try refuseToReplace(paths.files)
    if let out { try PlanDirectory.check(out) }
    let rejects = try RejectsFile(
      inputs.creators, inputs: paths.files, folder: out)
    let progress = ProgressLine(quiet: work.quiet)
    defer { progress.clear() }

    progress.show(.reading)
    let (threads, budget, options) = (
      work.threadCount, inputs.budgetAmount, inputs.readingOptions
    )
    if LongCampaignFiles.areFor(paths, options: options) {
      let folder = keepsNoRoster ? nil : RosterCache.folderOfUser
      let cache = RosterCache(folder: folder, version: Castplan.version)
      let loaded = try rejects.reading(options) {
        try LongCampaignFiles.read(
          paths, budget: budget, threads: threads, options: $0, cache: cache)
      }
      try refuseToReplace(loaded.paths)
      try refuse(inputs.problems(in: loaded.campaign.brief.terms.money))
      let run = PlanRun(loaded: loaded, start: start)
      let client = try clientTerms(loaded.campaign.brief)
      progress.show(.scoring)
      let outcome = try Planner.plan(
        loaded.campaign, settings: settings, progress: { progress.show($0) })
      try loaded.campaign.brief.terms.money.written {
        try deliver(outcome.shown(to: client), of: loaded, run, progress)
      }
    } else {
      let loaded = try rejects.reading(options) {
        try CampaignFiles.read(paths, budget: budget, threads: threads, options: $0)
      }
      try refuseToReplace(loaded.paths)
      try refuse(inputs.problems(in: loaded.campaign.money))
      var run = PlanRun(loaded: loaded, start: start)
      let client = try clientTerms(loaded.campaign.brief)
      progress.show(.scoring)
      let outcome = try Planner.plan(
        loaded.campaign, settings: settings, progress: { progress.show($0) })
      if case .plan(let plan, _) = outcome {
        run.carry(loaded.carried, of: loaded.campaign.roster, to: plan)
      }
      try loaded.campaign.money.written {
        try deliver(outcome.shown(to: client), of: loaded, run, progress)
      }
    }
  }

  /// Nil where the plan is the agency's own.
  private func clientTerms(_ brief: Brief) throws -> AgencyTerms? {
    hidesCost ? try brief.clientTerms() : nil
  }

  /// The plan must not take the place of an input, such as the last plan that the brief keeps to.
  private func refuseToReplace(_ inputs: [String]) throws {
    guard let out else { return }
    try ProtectedFiles(inputs).refuse(directory: out, files: PlanDirectory.knownNames)
  }

  private var settings: PlannerSettings {
    var settings = search.settings(threads: work.threadCount)
    settings.relaxesRules = relax
    settings.comparesStrategies = strategies
    settings.findsReserves = reserves || inputs.bookings != nil
    if writesDocument {
      settings.curvePoints = curve.map { Int($0) ?? 0 } ?? Self.usualCurvePoints
    }
    settings.stabilityDraws = stability.flatMap { Int($0) } ?? 0
    return settings
  }

  private func deliver(
    _ outcome: PlannerOutcome, of loaded: any LoadedInputs, _ run: PlanRun,
    _ progress: ProgressLine
  ) throws {
    progress.clear()
    if !work.quiet { StandardError.note(loaded.remarks) }
    switch outcome {
    case .plan(let plan, let timings):
      var run = run
      run.add(timings)
      try deliver(PlanResult(plan: plan, run: run))
    case .infeasible(let report):
      try output.write(Report(report, SpokenLanguage.wording))
      StandardError.note(.noPlan(isAsked: relax, isMended: report.isMended))
      throw ExitStatus.refused
    case .unreached(let miss):
      StandardError.note("castplan: " + SpokenLanguage.wording.text(miss))
      throw miss.isProved ? ExitStatus.refused : ExitStatus.limitReached
    case .unknown:
      StandardError.note(.noPlanInTime(seconds: search.timeLimit))
      throw ExitStatus.limitReached
    }
  }

  /// Prints first: a run that fails because stdout is full leaves no directory behind, while the
  /// directory was tried before the work began.
  private func deliver(_ result: PlanResult) throws {
    try output.write(result.report)
    if let out { try result.write(to: out) }
    guard result.plan.status != .optimal else { return }
    if !work.quiet { StandardError.note(result.limitNotice) }
    throw ExitStatus.limitReached
  }
}

extension PlannerOutcome {
  /// A plan as an agency's client gets it; as it is without terms.
  fileprivate func shown(to client: AgencyTerms?) -> PlannerOutcome {
    guard let client, case .plan(let plan, let timings) = self else { return self }
    return .plan(plan.forClient(client), timings)
  }
}
