import ArgumentParser
import Casting
import Foundation
import Tables

/// Times the core of scoring on vectors in memory: the top of every product by affinity.
///
/// Prints a JSON object: seconds of every run, and the rows of each product's best creators. The
/// benchmarks hold both against other programs'.
@main
struct ScoringBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "scoring-bench")

  @Option(help: "Creators' vectors, .npy.")
  var creators: String

  @Option(help: "Products' vectors, .npy.")
  var products: String

  @Option(help: "Creators wanted of every product.")
  var top = 100

  @Option(help: "Threads to use.")
  var threads = 2

  @Option(help: "Times to run.")
  var runs = 3

  /// Creators handed over at a time, as the command does.
  private static let rowsPerPart = 65_536

  func run() throws {
    let creators = try NPYArray(MappedFile(path: creators))
    let wanted = try NPYArray(MappedFile(path: products))
    var list = ProductList(
      (0..<wanted.rows).map { Product(id: "P\($0)", price: 1_000) })
    list.embeddings = wanted.values
    list.embeddingDimensions = wanted.columns
    let parts = stride(from: 0, to: creators.rows, by: Self.rowsPerPart).map {
      Self.roster($0..<min(creators.rows, $0 + Self.rowsPerPart), creators)
    }
    let model = RosterSurvey().model(products: list, niches: [], threads: threads)
    var seconds: [Double] = []
    var best: [[Int]] = []
    for _ in 0..<runs {
      var scorer = RosterScorer(
        products: list, brief: Brief(), ranking: .affinity, model: model, top: top,
        threads: threads)
      let start = ContinuousClock.now
      for part in parts { scorer.addToTop(part) }
      best = scorer.topDeals.map { $0.map { Int($0.creatorID) ?? -1 } }
      seconds.append(Double((ContinuousClock.now - start) / .nanoseconds(1)) * 1e-9)
    }
    let result: [String: Any] = ["seconds": seconds, "top": best]
    print(String(decoding: try JSONSerialization.data(withJSONObject: result), as: UTF8.self))
  }

  /// Creators of whom nothing is known but their vectors.
  private static func roster(_ rows: Range<Int>, _ matrix: NPYArray) -> Roster {
    var roster = Roster()
    roster.creatorIDs = TextColumn(rows.map(String.init))
    roster.niches = TextColumn(emptyRows: rows.count)
    roster.bios = TextColumn(emptyRows: rows.count)
    roster.followers = NumberColumn([Double](repeating: 20_000, count: rows.count))
    let none = CategoryColumn(repeating: "", count: rows.count)
    (roster.platforms, roster.regions, roster.languages, roster.agencies) = (
      none, none, none, none
    )
    (roster.employments, roster.certifications, roster.statedTiers) = (none, none, none)
    roster.embeddings = Array(
      matrix.values[rows.lowerBound * matrix.columns..<rows.upperBound * matrix.columns])
    roster.embeddingDimensions = matrix.columns
    return roster
  }
}
