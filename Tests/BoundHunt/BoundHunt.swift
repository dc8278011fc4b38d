import ArgumentParser
import Foundation

/// Looks for plans that are worth more than a reported bound, in random problems of mixed sizes and
/// rules.
///
/// Every problem is solved thoroughly, hastily and from a warm start. No plan that brute force, random
/// walks or another run finds may be worth more than any of the bounds; plans must obey the rules and be
/// worth what is said, by sums that share no code with the solver. Prints the seed of what fails; exit
/// code 1.
@main
struct BoundHunt: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bound-hunt")

  @Option(help: "Problems.")
  var count = 10_000

  @Option(help: "Of the first problem; the next has the next one.")
  var seed: UInt64 = 1

  @Flag(help: "Names every problem before it is solved.")
  var verbose = false

  func run() throws {
    var tally: [Hunt.Family: Int] = [:]
    var solvable: [Hunt.Family: Int] = [:]
    var (failures, beaten) = (0, 0)
    for number in seed..<seed + UInt64(count) {
      var hunt = Hunt(seed: number)
      if verbose { Self.say("seed \(number): \(hunt.family)") }
      let faults = hunt.faults()
      for fault in faults { Self.say("seed \(number) (\(hunt.family)): \(fault)") }
      failures += faults.isEmpty ? 0 : 1
      tally[hunt.family, default: 0] += 1
      solvable[hunt.family, default: 0] += hunt.isSolvable ? 1 : 0
      beaten += hunt.beatsReports ? 1 : 0
      let done = Int(number - seed) + 1
      if done % 500 == 0 { Self.say("\(done) problems, next seed \(number + 1)") }
    }
    let families = Hunt.Family.allCases.map {
      "\(tally[$0] ?? 0) \($0) (\(solvable[$0] ?? 0) with a plan)"
    }
    Self.say(
      "seeds \(seed) to \(seed + UInt64(max(1, count)) - 1): \(families.joined(separator: ", ")); "
        + "in \(beaten) the walks found a better plan than any run; "
        + "\(failures) problems with a contradiction")
    if failures > 0 { throw ExitCode.failure }
  }

  /// Written at once: a crash of the solver shall not swallow it.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
