import ArgumentParser
import Casting

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a synthetic roster, products and briefs of any size from a seed.",
    usage: "castplan generate --creators <n> --products <n> --out <dir> [<options>]",
    discussion: """
      Everything is invented and labelled synthetic; the same seed gives the same bytes. Writes \
      creators.csv, products.csv and a brief for each objective.

      EXAMPLES
        castplan generate --creators 300 --products 8 --out sample
        castplan generate --creators 1000000 --products 50 \\
          --deals-budget 4000 --out big
      """)

  @Option(parsing: .unconditional, help: .init("Creators to invent.", valueName: "n"))
  var creators: String = "300"

  @Option(parsing: .unconditional, help: .init("Products to invent.", valueName: "n"))
  var products: String = "8"

  @Option(
    parsing: .unconditional,
    help: .init("Deals that the briefs' budget is meant for.", valueName: "n"))
  var dealsBudget: String = "25"

  @Option(parsing: .unconditional, help: .init("Seed of everything.", valueName: "n"))
  var seed: String = "1"

  @Option(help: .init("Directory to write into; made if absent.", valueName: "dir"))
  var out: String?

  @Flag(help: "Replace files of the same names in the directory.")
  var force = false

  @Flag(help: "No notes and no progress on stderr.")
  var quiet = false

  func validate() throws {
    var problems: [String] = []
    for (name, text) in [
      ("creators", creators), ("products", products), ("deals-budget", dealsBudget),
    ] where Self.count(text) == nil {
      problems.append("--\(name) \(text): a whole number from 1 to 100,000,000 is needed")
    }
    if UInt64(seed) == nil { problems.append("--seed \(seed): a whole number from 0 is needed") }
    if out == nil { problems.append("--out DIR is required: where the files go") }
    try refuse(problems)
  }

  func run() throws {
    guard let rows = Self.count(creators), let count = Self.count(products),
      let deals = Self.count(dealsBudget), let seed = UInt64(seed), let out
    else { throw ExitStatus.internalError }
    let sample = SyntheticSample(
      roster: SyntheticRoster(seed: seed), creators: rows,
      products: SyntheticProducts(seed: seed, count: count, deals: deals))
    let progress = ProgressLine(quiet: quiet)
    try sample.write(to: out, replacing: force) { written in
      progress.show("generating: \(written) of \(rows) creators", isStep: false)
    }
    progress.clear()
    let files = sample.fileNames.map { "\(out)/\($0)" }
    try StandardOutput.write(files.joined(separator: "\n") + "\n")
  }

  private static func count(_ text: String) -> Int? {
    Int(text).flatMap { (1...100_000_000).contains($0) ? $0 : nil }
  }
}
