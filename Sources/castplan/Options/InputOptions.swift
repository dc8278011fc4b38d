import ArgumentParser
import CastingFiles
import CastingReports
import Tables

/// The files of a campaign, the same for every command that plans one.
struct InputOptions: ParsableArguments {
  @OptionGroup var creators: CreatorOptions

  @Option(
    help: .init("Predictions of your own for single deals.", valueName: "file"),
    completion: .file())
  var deals: String?

  @Option(
    help: .init(
      "What was agreed, asked or declined already: creator_id or name, product_id, format, status "
        + "(confirmed, declined, asked, hold), fee, date.", valueName: "file"),
    completion: .file())
  var bookings: String?

  @Flag(help: "Carry the creators' unknown columns through to plan.csv and plan.json.")
  var carry = false

  @Option(
    parsing: .unconditional,
    help: .init(
      "JPY, instead of the brief's: 5M, 500万, 5,000,000.", valueName: "amount"))
  var budget: String?

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    var problems = creators.problems
    if let budget, Self.yen(budget) == nil {
      problems.append(.budget(given: budget))
    }
    return problems
  }

  /// The files that are given, and those that the workbook has sheets for.
  var paths: CampaignPaths {
    get throws {
      var paths = try creators.paths(deals: deals, takesDeals: true)
      paths.bookings = bookings
      return paths
    }
  }

  var readingOptions: ReadingOptions {
    var options = creators.readingOptions
    options.carriesUnknownColumns = carry
    return options
  }

  /// JPY; nil: the brief's.
  var budgetInYen: Double? { budget.flatMap(Self.yen) }

  static func yen(_ text: String) -> Double? {
    guard case .number(let amount) = HumanNumber.parse(text), amount >= 0 else { return nil }
    return amount
  }
}
