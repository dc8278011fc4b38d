import CastingReview
import Tables

/// Decides whether bare numbers of a rate are fractions or per cent.
struct RateVerdict {
  let rule: NumberRule
  /// Whether the header has a sign or a word for per cent.
  let headerSaysPercent: Bool
  let evidence: NumberEvidence

  /// True for per cent.
  var verdict: ColumnVerdict<Bool> {
    guard let middle = evidence.bare.median else {
      return evidence.marked > 0
        ? .decided(true, .certain, .cells(count: evidence.marked, example: "%")) : .usual
    }
    let above = evidence.bareAboveOne
    let isPerCentUsual = isUsual(middle / 100)
    // Most are no rates at all, but numbers of likes, say: told cell by cell.
    if above > 0 && middle / 100 > rule.maximum * 1.3 { return .usual }
    if headerSaysPercent {
      // A header that says per cent above numbers that would be next to nothing.
      let isDoubtful = above == 0 && !isPerCentUsual && isUsual(middle)
      return isDoubtful ? question : .decided(true, .certain, .header)
    }
    if above == 0 {
      if middle >= rule.doubtful && isPerCentUsual {
        guard !isUsual(middle) else { return question }
        return .decided(true, .assumed, .usual(middle: middle / 100, other: middle))
      }
      return evidence.marked > 0 && !isUsual(middle)
        ? question : .decided(false, .certain, .convention)
    }
    let seen = ReadingDecision.Evidence.aboveOne(
      count: above, of: evidence.bare.count, example: evidence.firstAboveOne?.text ?? "")
    if above * 2 >= evidence.bare.count && isPerCentUsual { return .decided(true, .certain, seen) }
    if !isUsual(middle) && isPerCentUsual { return .decided(true, .certain, seen) }
    // As per cent most would be next to nothing: the few above 1 are faults, told one by one.
    if isUsual(middle) && !isPerCentUsual { return .decided(false, .certain, .convention) }
    return question
  }

  /// The middle is known to within its step.
  private func isUsual(_ middle: Double) -> Bool {
    rule.usual.map { $0.lowerBound * 0.75 <= middle && middle <= $0.upperBound * 1.3 } ?? true
  }

  /// Both readings of the first bare cell.
  private var question: ColumnVerdict<Bool> {
    guard let cell = evidence.firstBare,
      let written = Self.number(cell.text)
    else { return .usual }
    return .open(
      .fractionOrPerCent(asFraction: written.fraction, asPerCent: written.perCent), cell)
  }

  static func number(_ text: String) -> (fraction: Double, perCent: Double)? {
    var text = text
    return text.withUTF8 { bytes in
      let trimmed = TextBytes.trimmed(bytes)
      guard let written = try? WrittenNumber(trimmed),
        let fraction = written.largest(decimals: .either),
        let perCent = try? written.value(
          in: NumberNotation(decimals: .either, isPerCent: true), isRate: true)
      else { return nil }
      return (fraction, perCent.upper)
    }
  }
}
