import ArgumentParser
import CastingFiles
import CastingReports

/// Where creators and products come from, the same for every command that reads them.
struct CreatorOptions: ParsableArguments {
  @Option(
    help: .init(
      "Creators: CSV, TSV, JSON (.gz too), db.sqlite#table, or - for stdin.",
      valueName: "file"), completion: .file())
  var roster: String?

  @Option(help: .init("Products: the same formats.", valueName: "file"), completion: .file())
  var products: String?

  @Option(
    help: .init(
      "The campaign: objective, budget, rules and response, YAML.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var brief: String?

  @Option(
    help: .init(
      "Audiences in cells of your own: creator_id, cell, share.", valueName: "file"),
    completion: .file())
  var audience: String?

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

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    var problems: [UsageProblem] = []
    if roster == nil { problems.append(.missingFile(option: .roster)) }
    if products == nil { problems.append(.missingFile(option: .products)) }
    return problems
  }

  var paths: CampaignPaths {
    CampaignPaths(
      roster: roster ?? "", products: products ?? "", brief: brief, audience: audience,
      creatorEmbeddings: creatorEmbeddings, productEmbeddings: productEmbeddings)
  }

  var readingOptions: ReadingOptions {
    var options = ReadingOptions()
    options.skipsInvalidRows = skipInvalid
    return options
  }
}
