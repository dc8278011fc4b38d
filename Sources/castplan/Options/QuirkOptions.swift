import ArgumentParser
import Casting
import CastingReports
import CastingSynthetic

/// How dirty a synthetic roster is to be.
struct QuirkOptions: ParsableArguments {
  /// Rate of `--dirty` and of quirks that are named without one.
  static let usualRate = "0.01"

  @Option(
    defaultAsFlag: usualRate,
    help: .init(
      "Write the roster with the usual quirks of real ones, in this share of the rows.",
      valueName: "rate"))
  var dirty: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "One quirk, as above; may be repeated. With a rate for those of rows; 0 leaves it out.",
      valueName: "name[=rate]"), completion: .list(Quirk.allCases.map(\.rawValue)))
  var quirk: [String] = []

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    var problems: [UsageProblem] = []
    if let dirty, Self.rate(dirty) == nil {
      problems.append(.share(option: "--dirty", given: dirty, example: Self.usualRate))
    }
    for text in quirk {
      guard let (quirk, rate) = Self.parts(text) else {
        problems.append(.unknownQuirk(given: text, quirks: Quirk.allCases.map(\.rawValue)))
        continue
      }
      if let rate, Self.rate(rate) == nil {
        problems.append(
          .share(
            option: "--quirk", given: text, example: "\(quirk.rawValue)=\(Self.usualRate)"))
      } else if let rate, quirk.isOfFile, let number = Self.rate(rate), number > 0, number < 1 {
        problems.append(.quirkOfFile(given: text, quirk: quirk.rawValue))
      }
    }
    if problems.isEmpty, let (first, second) = rates.clash {
      problems.append(.quirkClash(quirk: first.rawValue, other: second.rawValue))
    }
    return problems
  }

  /// Valid once `problems` is empty.
  var rates: QuirkRates {
    let usual = (dirty ?? Self.usualRate).asRate ?? 0
    var rates = dirty == nil ? QuirkRates() : QuirkRates(usualAt: usual)
    for text in quirk {
      guard let (quirk, rate) = Self.parts(text) else { continue }
      rates[quirk] = rate?.asRate ?? (quirk.isOfFile ? 1 : usual)
    }
    return rates
  }

  private static func parts(_ text: String) -> (Quirk, rate: String?)? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let quirk = Quirk(rawValue: String(name)) else { return nil }
    return (quirk, parts.count > 1 ? String(parts[1]) : nil)
  }

  private static func rate(_ text: String) -> Double? { text.asRate }
}

extension String {
  /// A share from 0 to 1; nil for anything else.
  fileprivate var asRate: Double? { Double(self).flatMap { (0...1).contains($0) ? $0 : nil } }
}
