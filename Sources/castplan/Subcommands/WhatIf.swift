import ArgumentParser
import Casting
import CastingFiles
import CastingPlanning
import CastingReports
import Tables

struct WhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Shows what other budgets, fees and rules would change, each with a proof.",
    usage: "castplan what-if --roster <file> --products <file> [--brief <file>] <questions>",
    discussion: """
      Plans the campaign as it is, the base, then once for every budget and for every change, each \
      change on its own. Every row has its own bound; a larger budget or a dropped rule never \
      shows a smaller value.

      EXAMPLES
        castplan what-if --roster creators.csv --products products.csv \\
          --brief brief.yaml --budgets 1M:10M:1M
        castplan what-if --roster creators.csv --products products.csv \\
          --brief brief.yaml --fee C0042=8万 --lock C0007:P02 --ban agency=Acme
        castplan what-if --roster creators.csv --products products.csv \\
          --brief brief.yaml --set order_capacity=5000 --format json
        castplan what-if --roster creators.csv --products products.csv \\
          --brief brief.yaml --scenarios futures.yaml --together
        castplan what-if --roster creators.csv --products products.csv \\
          --brief brief.yaml --risk --set risk_aversion=1e-7 --set risk_aversion=1e-6
      """)

  @OptionGroup(title: "Inputs")
  var inputs: InputOptions

  @OptionGroup(title: "Questions")
  var changes: ChangeOptions

  @OptionGroup var output: OutputOptions<FormsWithTable>

  @Flag(help: "Show what each plan may come to: mean, P10, mean of the worst tenth.")
  var risk = false

  @Flag(
    help: """
      Also make one plan for the base and all rows at once: it obeys the rules of each, and is worth \
      most on average.
      """)
  var together = false

  @Flag(
    name: .customLong("hide-cost"),
    help: "For an agency's client: show what the client pays, and nothing of what deals cost.")
  var hidesCost = false

  @OptionGroup(title: "Search")
  var search: SearchOptions

  @OptionGroup(title: "Work")
  var work: WorkOptions

  func validate() throws {
    var problems =
      inputs.problems + changes.problems + search.problems + work.problems + output.problems
    if inputs.creators.brief == MappedFile.standardInput && changes.changesBrief {
      problems.append(.briefReadTwice)
    }
    // The joint plan's regrets are those of plans with costs.
    if hidesCost && together {
      problems.append(.exclusive(options: ["--hide-cost", "--together"]))
    }
    try refuse(problems)
  }

  func run() throws {
    let progress = ProgressLine(quiet: work.quiet)
    defer { progress.clear() }
    progress.show(.reading)
    let paths = try inputs.paths
    let loaded = try inputs.read(threads: work.threadCount)
    let brief = loaded.campaign.brief
    try refuse(changes.problems(in: brief.terms.money))
    try brief.terms.money.written { try answer(loaded, brief: paths.brief, progress) }
  }

  private func answer(
    _ loaded: LoadedCampaign, brief path: String?, _ progress: ProgressLine
  ) throws {
    let brief = loaded.campaign.brief
    let client = hidesCost ? try brief.clientTerms() : nil
    let budgets = changes.budgets(of: brief.budget ?? .infinity, brief.terms)
    let requests = try changes.requests(packages: brief.packages, in: brief.terms.money)
    let scenarios = try scenarios(requests, of: loaded, brief: path)
    let probabilities = try ScenarioRequest.probabilities(requests, budgets: budgets.count)
    progress.show(.scoring)
    let settings = search.settings(threads: work.threadCount)
    let held = HeldCampaign(loaded.campaign, settings: settings)
    let study = try WhatIfStudy(held, budgets: budgets, scenarios: scenarios) { done, all in
      progress.show(.solvingRows(done: done, rows: all))
    }
    var joint: JointPlan?
    if together {
      progress.show(.solvingTogether)
      do {
        joint = try study.jointPlan(probabilities: probabilities, settings: settings)
      } catch let fault as WhatIfStudy.JointFault {
        throw InputError(.scenariosApart(fault))
      }
    }
    progress.clear()
    if !work.quiet { StandardError.note(loaded.remarks) }
    var (base, rows) = study.rows(
      gap: settings.relativeGap, drawing: risk ? settings : nil)
    if let client {
      base = base.forClient(client)
      rows = rows.map { $0.forClient(client) }
    }
    try output.write(
      Report(
        base: base, rows: rows, together: joint, objective: loaded.campaign.brief.objective,
        SpokenLanguage.wording))
    try leave([base] + rows)
  }

  /// All that is asked about, or all that is wrong with it.
  private func scenarios(
    _ requests: [ScenarioRequest], of loaded: LoadedCampaign, brief: String?
  ) throws(InputError) -> [Scenario] {
    var issues = InputIssues()
    var scenarios: [Scenario] = []
    for request in requests {
      do throws(InputError) {
        scenarios.append(
          try request.scenario(
            of: loaded.campaign, briefPath: brief, leftOut: loaded.leftOut))
      } catch {
        issues.append(contentsOf: error.issues)
      }
    }
    guard issues.isEmpty else { throw InputError(issues, in: loaded.campaign.money) }
    return scenarios
  }

  /// A sweep that shows where plans begin is a result; one without any plan is refused.
  private func leave(_ rows: [WhatIfRow]) throws {
    if rows.allSatisfy({ $0.status == .infeasible }) {
      StandardError.note(.noPlanWhateverChanged)
      throw ExitStatus.refused
    }
    let unreached = rows.filter { $0.status == .unreached }
    if !unreached.isEmpty {
      let wording = SpokenLanguage.wording
      StandardError.note(.targetsUnreached(rows: unreached.map { wording.text($0.name) }))
      throw ExitStatus.refused
    }
    let stopped = rows.filter { $0.status == .feasible || $0.status == .unknown }
    guard !stopped.isEmpty else { return }
    if !work.quiet {
      StandardError.note(.rowsStopped(stopped: stopped.count, rows: rows.count))
    }
    throw ExitStatus.limitReached
  }
}
