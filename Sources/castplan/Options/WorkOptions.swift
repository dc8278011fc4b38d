import ArgumentParser
import Casting
import CastingPlanning
import CastingReports
import Foundation

/// How hard to work, and how loudly.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init("Threads to use; all cores if not given. The result is the same.", valueName: "n"))
  var threads: String?

  @Flag(help: "No notes and no progress on stderr.")
  var quiet = false

  @OptionGroup var language: LanguageOptions

  var problems: [UsageProblem] {
    guard let threads, Int(threads).map({ $0 >= 1 && $0 <= Self.mostThreads }) != true else {
      return language.problems
    }
    return language.problems + [
      .wholeNumber(option: "--threads", given: threads, least: 1, most: Self.mostThreads)
    ]
  }

  private static let mostThreads = 1024

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
    help: .init("Stop when the proof is this close: 0.001 or 0.1%.", valueName: "share"))
  var gap: String = Self.usualGap

  var problems: [UsageProblem] {
    var problems = UsageProblem.seed(seed)
    if Double(timeLimit).map({ $0 > 0 && $0.isFinite }) != true {
      problems.append(.timeLimit(given: timeLimit))
    }
    if Self.share(gap).map({ $0 >= 0 && $0 < 1 }) != true { problems.append(.gap(given: gap)) }
    return problems
  }

  /// Valid once `problems` is empty.
  func settings(threads: Int) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.threads = threads
    settings.seed = UInt64(seed) ?? settings.seed
    settings.timeLimit = Double(timeLimit) ?? settings.timeLimit
    settings.relativeGap = Self.share(gap) ?? settings.relativeGap
    return settings
  }

  /// `0.001` or `0.1%`.
  private static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return Double(text) }
    return Double(text.dropLast().trimmingCharacters(in: .whitespaces)).map { $0 / 100 }
  }
}

/// Refuses wrong options, all of them at once.
func refuse(_ problems: [UsageProblem]) throws {
  if problems.isEmpty { return }
  throw ValidationError(
    problems.map { SpokenLanguage.wording.text($0) }.joined(separator: "\n"))
}

extension UsageProblem {
  /// What is wrong with a seed, if anything.
  static func seed(_ text: String) -> [UsageProblem] {
    UInt64(text) == nil ? [.wholeNumber(option: "--seed", given: text, least: 0, most: nil)] : []
  }
}
