import ArgumentParser
import CastingFiles
import Tables

/// The files of a campaign, the same for every command that reads one.
struct InputOptions: ParsableArguments {
  @Option(
    help: .init(
      "Creators: CSV, TSV, JSON Lines (.gz too), db.sqlite#table, or - for stdin.",
      valueName: "file"), completion: .file())
  var roster: String?

  @Option(help: .init("Products: the same formats.", valueName: "file"), completion: .file())
  var products: String?

  @Option(
    help: .init("The campaign: objective, budget and rules, YAML.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var brief: String?

  @Option(
    help: .init("Predictions of your own for single deals.", valueName: "file"),
    completion: .file())
  var deals: String?

  @Option(
    help: .init("Creators' vectors, float32, a row for each in file order.", valueName: "npy"),
    completion: .file(extensions: ["npy"]))
  var creatorEmbeddings: String?

  @Option(
    help: .init("Products' vectors, of the same width.", valueName: "npy"),
    completion: .file(extensions: ["npy"]))
  var productEmbeddings: String?

  @Flag(help: "Leave out rows with faults, and list them, instead of refusing the input.")
  var skipInvalid = false

  @Flag(help: "Carry the creators' unknown columns through to plan.csv and plan.json.")
  var carry = false

  @Option(
    parsing: .unconditional,
    help: .init(
      "JPY, instead of the brief's: 5M, 500万, 5,000,000.", valueName: "amount"))
  var budget: String?

  /// What is wrong with the options, a sentence each.
  var problems: [String] {
    var problems: [String] = []
    if roster == nil { problems.append("--roster FILE is required: the table of creators") }
    if products == nil { problems.append("--products FILE is required: the table of products") }
    if let budget, Self.yen(budget) == nil {
      problems.append(
        "--budget \(budget): an amount in JPY, 0 or more, is needed, such as 5M, 500万 or 5,000,000")
    }
    return problems
  }

  var paths: CampaignPaths {
    CampaignPaths(
      roster: roster ?? "", products: products ?? "", brief: brief, deals: deals,
      creatorEmbeddings: creatorEmbeddings, productEmbeddings: productEmbeddings)
  }

  var readingOptions: ReadingOptions {
    var options = ReadingOptions()
    options.skipsInvalidRows = skipInvalid
    options.carriesUnknownColumns = carry
    return options
  }

  /// JPY; nil: the brief's.
  var budgetInYen: Double? { budget.flatMap(Self.yen) }

  private static func yen(_ text: String) -> Double? {
    guard case .number(let amount) = HumanNumber.parse(text), amount >= 0 else { return nil }
    return amount
  }
}
