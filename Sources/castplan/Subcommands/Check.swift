import ArgumentParser
import Casting
import CastingFiles
import CastingReports

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads and validates the inputs, and recomputes a plan against them.",
    usage: "castplan check --roster <file> --products <file> [--plan <dir>] [<options>]",
    discussion: """
      Without --plan: reports what was read and how well it is known. With --plan: recomputes \
      the plan's value, rules and bound on its own and says of each promise whether it holds.

      EXAMPLES
        castplan check --roster creators.csv --products products.csv \\
          --budget 5M
        castplan check --roster creators.csv --products products.csv \\
          --brief brief.yaml --plan plan
      """)

  @OptionGroup(title: "Inputs")
  var inputs: InputOptions

  @Option(
    help: .init("A plan directory to check against the inputs.", valueName: "dir"),
    completion: .directory)
  var plan: String?

  @OptionGroup(title: "Work")
  var work: WorkOptions

  func validate() throws { try refuse(inputs.problems + work.problems) }

  func run() throws {
    let loaded = try CampaignFiles.read(
      inputs.paths, budget: inputs.budgetInYen, threads: work.threadCount,
      options: inputs.readingOptions)
    guard let plan else {
      try StandardOutput.write(InputReport(loaded: loaded).text)
      return
    }
    let claims = try PlanFile(path: plan).claims
    let findings = try findings(claims, loaded.campaign)
    let relaxed = claims.relaxed.map { ClashWording.done($0, in: loaded.campaign) }
    try StandardOutput.write(
      AuditTerminal.render(
        findings, relaxed: relaxed, width: Terminal.width, color: Terminal.allowsColor))
    if findings.contains(where: { !$0.holds }) { throw ExitStatus.refused }
  }

  /// Against the brief with the rules that the plan says it relaxes, if it has them.
  private func findings(_ claims: PlanClaims, _ campaign: Campaign) throws -> [AuditFinding] {
    guard let relaxed = campaign.relaxed(by: claims.relaxed) else {
      return [.foreignRelaxation(claims.relaxed)]
    }
    let problem = try CastingProblem(relaxed, threads: work.threadCount)
    return ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
  }
}
