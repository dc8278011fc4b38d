import ArgumentParser
import CastingPlanning
import Foundation

/// How hard to work, and how loudly.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init("Threads to use; all cores if not given. The result is the same.", valueName: "n"))
  var threads: String?

  @Flag(help: "No notes and no progress on stderr.")
  var quiet = false

  var problems: [String] {
    guard let threads, Int(threads).map({ $0 >= 1 && $0 <= 1024 }) != true else { return [] }
    return ["--threads \(threads): a whole number from 1 to 1024 is needed"]
  }

  var threadCount: Int {
    threads.flatMap { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount
  }
}

/// When the search may stop.
struct SearchOptions: ParsableArguments {
  static let usualGap = "0.001"

  @Option(
    parsing: .unconditional,
    help: .init("Seed of the search's random choices.", valueName: "n"))
  var seed: String = "1"

  @Option(
    parsing: .unconditional,
    help: .init("Seconds after which the best plan so far is taken.", valueName: "seconds"))
  var timeLimit: String = "60"

  @Option(
    parsing: .unconditional,
    help: .init("Stop when the proof is this close: 0.001 is 0.1 %.", valueName: "share"))
  var gap: String = Self.usualGap

  var problems: [String] {
    var problems: [String] = []
    if UInt64(seed) == nil { problems.append("--seed \(seed): a whole number from 0 is needed") }
    if Double(timeLimit).map({ $0 > 0 && $0.isFinite }) != true {
      problems.append("--time-limit \(timeLimit): seconds above 0 are needed, such as 60")
    }
    if Double(gap).map({ $0 >= 0 && $0 < 1 }) != true {
      problems.append("--gap \(gap): a share from 0 to below 1 is needed, such as 0.001")
    }
    return problems
  }

  /// Valid once `problems` is empty.
  func settings(threads: Int) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.threads = threads
    settings.seed = UInt64(seed) ?? settings.seed
    settings.timeLimit = Double(timeLimit) ?? settings.timeLimit
    settings.relativeGap = Double(gap) ?? settings.relativeGap
    return settings
  }
}

/// Refuses wrong options, all of them at once.
func refuse(_ problems: [String]) throws {
  if !problems.isEmpty { throw ValidationError(problems.joined(separator: "\n")) }
}
