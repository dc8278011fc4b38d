import ArgumentParser
import Casting
import CastingFiles
import CastingPlanning
import CastingReports

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says why a creator is in a plan or is not, and what a rule costs.",
    usage:
      "castplan explain <plan> <creator or rule> [<product>] --roster <file> --products <file> [<options>]",
    discussion: """
      Takes the worth of her deal apart, factor by factor, beside the typical creator of her \
      platform and tier; says why she is in the plan, or why not; and at which fee, and which \
      engagement, that would change, by planning again. Of a rule it says what the plan would be \
      worth without it.

      EXAMPLES
        castplan explain plan C0042 --roster creators.csv \\
          --products products.csv --brief brief.yaml
        castplan explain plan C0042 P03 --roster creators.csv \\
          --products products.csv --brief brief.yaml --format json
        castplan explain plan 'P01 creators' --roster creators.csv \\
          --products products.csv --brief brief.yaml
      """)

  @Argument(
    help: "A plan directory, or its plan.json.", completion: .directory)
  var plan: String

  @Argument(help: .init("A creator_id, or a rule as the plan names it.", valueName: "creator"))
  var subject: String

  @Argument(help: "A product_id; her deal in the plan, or her best one, if not given.")
  var product: String?

  @OptionGroup(title: "Inputs")
  var inputs: InputOptions

  @OptionGroup var output: OutputOptions<FormsWithoutTable>

  @OptionGroup(title: "Search")
  var search: SearchOptions

  @OptionGroup(title: "Work")
  var work: WorkOptions

  func validate() throws {
    try refuse(inputs.problems + search.problems + work.problems + output.problems)
  }

  func run() throws {
    let progress = ProgressLine(quiet: work.quiet)
    defer { progress.clear() }
    progress.show(.reading)
    let paths = try inputs.paths
    let loaded = try inputs.read(threads: work.threadCount)
    let claims = try PlanFile(path: plan).claims
    let campaign = loaded.campaign
    let rules = claims.rules.map(\.name)
    let creator = campaign.roster.row(called: subject)
    let called = campaign.rules(called: subject).map(\.name) + [subject]
    let isRule = creator == nil && called.contains { rules.contains($0) }
    let row = try productRow(campaign, of: paths.products)
    if creator == nil && !isRule, let left = loaded.leftOut.row(subject, .creator) {
      throw InputError(InputIssues(asked: subject, "castplan explain", left))
    }
    let named = campaign.roster.rows(called: subject)
    if !isRule && named.count > 1 {
      let ids = named.map { campaign.roster.creatorIDs[$0] }
      throw InputError(.severalCreators(subject, ids: ids, of: paths.roster))
    }
    if creator == nil && !isRule {
      throw InputError(
        .unknownSubject(subject, among: ids(campaign) + rules, of: paths.roster))
    }
    progress.show(.scoring)
    var settings = search.settings(threads: work.threadCount)
    // The plan made again has to be held to the same gap, unless the user asks for another.
    if search.gap == SearchOptions.usualGap { settings.relativeGap = claims.askedGap }
    let inquiry: PlanInquiry
    do {
      inquiry = try PlanInquiry(claims, of: campaign, settings: settings)
    } catch let fault as PlanInquiry.Fault {
      throw InputError(.foreignPlan(plan, fault))
    }
    guard inquiry.matchesInputs else {
      // What is solved again would be compared with a value that these inputs do not give.
      StandardError.note(.otherInputs(plan: plan))
      throw ExitStatus.badInput
    }
    progress.show(.planningAgain)
    if let creator {
      let explanation = try inquiry.explain(creator: creator, product: row)
      progress.clear()
      try campaign.money.written {
        try output.write(Report(explanation, SpokenLanguage.wording))
      }
    } else if let explanation = try inquiry.explain(rule: subject) {
      progress.clear()
      try campaign.money.written {
        try output.write(Report(explanation, SpokenLanguage.wording))
      }
    } else {
      throw InputError(
        .unknownSubject(subject, among: ids(campaign) + rules, of: paths.roster))
    }
  }

  private func ids(_ campaign: Campaign) -> [String] {
    (0..<campaign.roster.count).map { campaign.roster.creatorIDs[$0] }
  }

  private func productRow(_ campaign: Campaign, of file: String) throws -> Int? {
    guard let product else { return nil }
    let ids = campaign.products.products.map(\.id)
    guard let row = ids.firstIndex(of: product) else {
      throw InputError(.unknownProduct(product, among: ids, of: file))
    }
    return row
  }
}
