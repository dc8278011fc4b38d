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
      "The campaign: objective, budget, rules and response, YAML or a sheet of a workbook.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "xlsx"]))
  var brief: String?

  @Option(
    help: .init(
      "A workbook with all of these in sheets, as castplan template writes it.",
      valueName: "xlsx"),
    completion: .file(extensions: ["xlsx", "xlsm"]))
  var workbook: String?

  @Option(
    help: .init(
      "How tables of this kind were read before: a file that check --write-reading wrote.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var reading: String?

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

  @Option(
    help: .init(
      "What becomes of faulty cells: refuse the input (if not given); blank: count optional ones as "
        + "not known, leave out rows without a sound cell that they need; drop: leave out every "
        + "such row. What is passed over is listed.", valueName: "policy"),
    completion: .list(InvalidPolicy.allCases.map(\.rawValue)))
  var invalid: String?

  @Flag(help: "The same as --invalid blank.")
  var skipInvalid = false

  @Option(
    parsing: .unconditional,
    help: .init(
      "Rows, or cells of a column, that may be passed over: 5% or 20; 10% if not given. More is "
        + "refused.", valueName: "limit"))
  var maxInvalid: String?

  @Option(
    help: .init(
      "CSV file for every fault, each with line, value, rule and what was done.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var rejects: String?

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    var problems: [UsageProblem] = []
    if roster == nil && workbook == nil { problems.append(.missingFile(option: .roster)) }
    if products == nil && workbook == nil { problems.append(.missingFile(option: .products)) }
    return problems + readingProblems
  }

  /// What is wrong with those on faults.
  var readingProblems: [UsageProblem] {
    var problems: [UsageProblem] = []
    if let invalid, InvalidPolicy(rawValue: invalid) == nil {
      problems.append(
        .unknownPolicy(given: invalid, policies: InvalidPolicy.allCases.map(\.rawValue)))
    }
    if invalid != nil && skipInvalid {
      problems.append(.exclusive(options: ["--invalid", "--skip-invalid"]))
    }
    if let maxInvalid, InvalidLimit(maxInvalid) == nil {
      problems.append(.maximumInvalid(given: maxInvalid))
    }
    return problems
  }

  /// What becomes of faulty cells.
  var policy: InvalidPolicy {
    invalid.flatMap(InvalidPolicy.init) ?? (skipInvalid ? .blank : .refuse)
  }

  /// The files that are given, and those that the workbook has sheets for.
  var paths: CampaignPaths { get throws { try paths(deals: nil, takesDeals: false) } }

  /// - Parameter takesDeals: whether the command reads predictions for single deals.
  func paths(deals: String?, takesDeals: Bool) throws -> CampaignPaths {
    var paths =
      if let workbook {
        try CampaignPaths(
          workbook: workbook, roster: roster, products: products, brief: brief, deals: deals,
          audience: audience, takesDeals: takesDeals)
      } else {
        CampaignPaths(
          roster: roster ?? "", products: products ?? "", brief: brief, deals: deals,
          audience: audience)
      }
    paths.creatorEmbeddings = creatorEmbeddings
    paths.productEmbeddings = productEmbeddings
    paths.reading = reading
    return paths
  }

  var readingOptions: ReadingOptions {
    var options = ReadingOptions()
    options.invalid = policy
    options.maximumInvalid = maxInvalid.flatMap { InvalidLimit($0) } ?? .standard
    return options
  }
}
