import ArgumentParser
import Casting
import CastingFiles
import CastingPlanning
import CastingReports

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads and validates the inputs, and recomputes a plan against them.",
    usage: "castplan check --roster <file> --products <file> [--plan <dir>] [<options>]",
    discussion: """
      Without --plan: reports what was read, how each header was understood, how well every \
      column is known, and what looks wrong though it is valid: people under two ids, engagement \
      or fees out of line, days outside the window. Such findings leave the exit code at 0. With \
      --plan: recomputes the plan's value, rules and bound on its own and says of each promise \
      whether it holds.

      EXAMPLES
        castplan check --roster creators.csv --products products.csv \\
          --budget 5M
        castplan check --roster creators.csv --products products.csv \\
          --brief brief.yaml --format json
        castplan check --roster creators.csv --products products.csv \\
          --brief brief.yaml --plan plan
      """)

  @OptionGroup(title: "Inputs")
  var inputs: InputOptions

  @Option(
    help: .init("A plan directory to check against the inputs.", valueName: "dir"),
    completion: .directory)
  var plan: String?

  @Option(
    help: .init(
      "Writes how the tables were read, so that the next ones are read alike: see --reading.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var writeReading: String?

  @OptionGroup var output: OutputOptions<FormsWithoutTable>

  @OptionGroup(title: "Work")
  var work: WorkOptions

  func validate() throws {
    try refuse(inputs.problems + work.problems + output.problems)
  }

  func run() throws {
    if let writeReading { try ProtectedFiles(inputs.paths.files).refuse([writeReading]) }
    let loaded = try inputs.read(
      threads: work.threadCount, describesTables: plan == nil || writeReading != nil)
    if let writeReading {
      let file = try OutputFile(path: writeReading, replacing: .files(where: Self.isReading))
      try file.write(Array(ReadingFile.text(of: loaded.tables).utf8))
      try file.finish()
    }
    try loaded.campaign.money.written { try tell(loaded) }
  }

  private func tell(_ loaded: LoadedCampaign) throws {
    guard let plan else {
      try output.write(CheckReport.make(InputReport(loaded), in: SpokenLanguage.wording))
      return
    }
    let claims = try PlanFile(path: plan).claims
    let findings = try ClaimCheck.findings(
      of: claims, in: loaded.campaign, threads: work.threadCount)
    let relaxed = claims.relaxed.map(loaded.campaign.change)
    try output.write(
      Report(
        findings, relaxed: relaxed, untold: claims.details?.untold ?? [], SpokenLanguage.wording))
    if findings.contains(where: { !$0.holds }) { throw ExitStatus.refused }
  }

  /// Whether a file is one that this command wrote.
  private static func isReading(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: "# How these tables were read.".utf8)
  }
}
