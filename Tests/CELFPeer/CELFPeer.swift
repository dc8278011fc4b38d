import ArgumentParser
import CastingFiles
import CastingPlanning
import Foundation

/// Plans a campaign by cost-benefit lazy greedy (CELF), the usual rule of thumb.
///
/// Sees the numbers that castplan sees, through the same readers and the same response, and has no
/// bound. Prints a JSON object: value, deals, seconds without reading, gains worked out.
@main
struct CELFPeer: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "celf-peer")

  @Option(help: "Creators.")
  var roster: String

  @Option(help: "Products.")
  var products: String

  @Option(help: "The brief.")
  var brief: String

  @Option(help: "Creators' vectors, .npy.")
  var creatorEmbeddings: String?

  @Option(help: "Products' vectors, .npy.")
  var productEmbeddings: String?

  @Option(help: "Threads to read and score with; the greedy itself is one thread's work.")
  var threads = 2

  private struct Answer: Encodable {
    var value: Double
    var single: Double
    var deals: Int
    var spend: Double
    var isFeasible: Bool
    var evaluations: Int
    var seconds: Double
    var readSeconds: Double
    var options: Int
  }

  func run() throws {
    let start = ContinuousClock.now
    let loaded = try CampaignFiles.read(
      CampaignPaths(
        roster: roster, products: products, brief: brief, creatorEmbeddings: creatorEmbeddings,
        productEmbeddings: productEmbeddings), threads: threads)
    let problem = try CastingProblem(loaded.campaign, threads: threads).allocation
    let ready = ContinuousClock.now
    var greedy = LazyGreedy(problem)
    let single = greedy.bestSingle
    greedy.run()
    let end = ContinuousClock.now
    // A star alone may be worth more than all that greedy finds: half of the usual guarantee.
    let takesStar =
      single.map { !greedy.state.isFeasible || $0.value > greedy.state.value } ?? false
    let best = takesStar ? (single ?? greedy.state) : greedy.state
    let answer = Answer(
      value: best.value, single: single?.value ?? 0, deals: best.chosenCount,
      spend: best.rowActivity.first ?? 0, isFeasible: best.isFeasible,
      evaluations: greedy.evaluations, seconds: Self.seconds(end - ready),
      readSeconds: Self.seconds(ready - start), options: problem.optionCount)
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    print(String(decoding: try encoder.encode(answer), as: UTF8.self))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration / .nanoseconds(1)) * 1e-9
  }
}
