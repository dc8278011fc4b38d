import ArgumentParser
import Casting
import CastingFiles
import CastingReports

/// Which deals are wanted.
enum ScoreSelection: Equatable {
  /// So many of every product.
  case top(Int)
  /// So many of every creator; all of them where there are no more.
  case ofEachCreator(Int)
}

/// Which deals are wanted, and in what order.
struct ScoreSelectionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init("The best k creators of every product (100 if nothing is chosen).", valueName: "k"))
  var top: String?

  @Option(
    parsing: .unconditional,
    help: .init("The best k products of every creator, in the order of the roster.", valueName: "k")
  )
  var topPerCreator: String?

  @Flag(help: "Every creator with every product, best first for each creator.")
  var all = false

  @Option(
    help: .init(
      "value_per_cost, expected_value, expected_orders, effective_reach or affinity.",
      valueName: "column"), completion: .list(ScoreRanking.allCases.map(\.rawValue)))
  var rankBy: String = ScoreRanking.valuePerCost.rawValue

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: .init(
      "Only deals that meet it: expected_value>=10000, cost<=8万, grade=measured, "
        + "platform=tiktok,youtube; may be repeated, all must hold.", valueName: "condition"))
  var conditions: [String] = []

  private static let most = 1_000_000

  var problems: [UsageProblem] {
    var problems: [UsageProblem] = []
    for (name, text) in [("--top", top), ("--top-per-creator", topPerCreator)] {
      if let text, Int(text).map({ $0 >= 1 && $0 <= Self.most }) != true {
        problems.append(
          .wholeNumber(option: name, given: text, least: 1, most: Self.most))
      }
    }
    if [top != nil, topPerCreator != nil, all].count(where: { $0 }) > 1 {
      problems.append(.exclusive(options: ["--top", "--top-per-creator", "--all"]))
    }
    if ScoreRanking(rawValue: rankBy) == nil {
      problems.append(
        .unknownRanking(given: rankBy, rankings: ScoreRanking.allCases.map(\.rawValue)))
    }
    for text in conditions where ScoreConditionText(text) == nil {
      problems.append(.condition(given: text, columns: ScoreConditionText.columns))
    }
    return problems
  }

  /// What is wrong with them in a brief's currency.
  func problems(in money: Money) -> [UsageProblem] {
    ForeignAmounts.problems("--where", conditions, in: money)
  }

  /// The conditions; throws `InputError` with values that are none of their list.
  func conditions(_ brief: Brief) throws(InputError) -> [ScoreCondition] {
    try ScoreConditionText.conditions(
      conditions.compactMap { ScoreConditionText($0) }, packages: brief.packages)
  }

  var selection: ScoreSelection {
    if all { return .ofEachCreator(.max) }
    if let each = topPerCreator.flatMap({ Int($0) }) { return .ofEachCreator(each) }
    return .top(top.flatMap { Int($0) } ?? 100)
  }

  var ranking: ScoreRanking { ScoreRanking(rawValue: rankBy) ?? .valuePerCost }
}
