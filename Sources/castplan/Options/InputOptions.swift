import ArgumentParser
import Casting
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
      "Instead of the brief's, in its currency: 5M, 500万, 5,000,000.", valueName: "amount"))
  var budget: String?

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    var problems = creators.problems
    if let budget, Self.amount(budget) == nil {
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

  /// In the brief's currency; nil: the brief's.
  var budgetAmount: Double? { budget.flatMap { Self.amount($0) } }

  /// What is wrong with them in a brief's currency.
  func problems(in money: Money) -> [UsageProblem] {
    ForeignAmounts.problems("--budget", [budget].compactMap { $0 }, in: money)
  }

  /// Whatever currency a mark beside it names: that of the brief is not known yet.
  static func amount(_ text: String, in currency: Currency? = nil) -> Double? {
    guard case .number(let amount) = HumanNumber.parse(text, in: currency), amount >= 0 else {
      return nil
    }
    return amount
  }
}
