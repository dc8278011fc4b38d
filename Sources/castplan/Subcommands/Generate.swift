import ArgumentParser
import Casting
import CastingReports
import CastingSynthetic

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a synthetic roster, products and briefs of any size from a seed.",
    usage: "castplan generate --creators <n> --products <n> --out <dir> [<options>]",
    discussion: """
      Everything is invented and labelled synthetic; the same seed gives the same bytes. Writes \
      creators.csv, products.csv and a brief for each objective.

      --dirty writes the same creators as real rosters come, and says on stderr what was put \
      where. Quirks that read the same: blank-first-row, broken-headers, byte-order-mark, \
      comma-line, no-final-newline, semicolons, cp932; in rows: suffixes, scientific, \
      blank-units, padded-cells. Quirks in rows that are refused, each at its place: \
      missing-words, repeated-rows, engagement-above-1; of the file: shifted-header, \
      doubled-metrics, foreign-byte. Quirks that are read as written: zero-followers, emoji, \
      lost-characters. --dirty leaves out semicolons, cp932 and the three of the file that are \
      refused, and spares the creators whom the briefs name; --quirk adds, changes or leaves out \
      single ones.

      EXAMPLES
        castplan generate --creators 300 --products 8 --out sample
        castplan generate --creators 1000000 --products 50 \\
          --deals-budget 4000 --out big
        castplan generate --creators 300 --products 8 --out dirty \\
          --dirty 0.02 --quirk repeated-rows=0.05 --quirk semicolons
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

  @OptionGroup var dirt: QuirkOptions

  @Flag(help: "Replace files of the same names in the directory.")
  var force = false

  @Flag(help: "No notes and no progress on stderr.")
  var quiet = false

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    var problems = language.problems
    for (name, text) in [
      ("creators", creators), ("products", products), ("deals-budget", dealsBudget),
    ] where Self.count(text) == nil {
      problems.append(
        .wholeNumber(option: "--\(name)", given: text, least: 1, most: Self.most))
    }
    problems += UsageProblem.seed(seed)
    if out == nil { problems.append(.missingDirectory) }
    try refuse(problems + dirt.problems)
  }

  func run() throws {
    guard let rows = Self.count(creators), let count = Self.count(products),
      let deals = Self.count(dealsBudget), let seed = UInt64(seed), let out
    else { throw ExitStatus.internalError }
    let sample = SyntheticSample(
      roster: SyntheticRoster(seed: seed), creators: rows,
      products: SyntheticProducts(seed: seed, count: count, deals: deals), quirks: dirt.rates)
    let progress = ProgressLine(quiet: quiet)
    let summary = try sample.write(to: out, replacing: force) { written in
      progress.show(.generating(creators: written, all: rows), isStep: false)
    }
    progress.clear()
    if let summary, !quiet {
      StandardError.note(
        SpokenLanguage.wording.lines(
          summary.lines, replacedCharacters: summary.replacedCharacters))
    }
    let files = sample.fileNames.map { "\(out)/\($0)" }
    try StandardOutput.write(files.joined(separator: "\n") + "\n")
  }

  private static func count(_ text: String) -> Int? {
    Int(text).flatMap { (1...most).contains($0) ? $0 : nil }
  }

  /// Creators, products or deals.
  private static let most = 100_000_000
}
