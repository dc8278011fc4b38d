import CastingReview
import Foundation
import Tables

/// Decides which mark parts whole units and decimals in a column.
struct DecimalsVerdict {
  let rule: NumberRule
  let evidence: NumberEvidence
  /// Whether fields are parted by semicolons, as where commas part decimals.
  let hasSemicolons: Bool
  /// Whether the header counts in thousands or the like: whole things have decimals then.
  let isScaled: Bool

  typealias Verdict = ColumnVerdict<NumberNotation.Decimals>

  var verdict: Verdict {
    // A share of thousands is none: three digits behind a mark are decimals.
    let isRate = rule.quantity == .rate
    let points = evidence.pointDecimals + (isRate ? evidence.ambiguousPoints.all : 0)
    let commas = evidence.commaDecimals + (isRate ? evidence.ambiguousCommas.all : 0)
    let doubtfulPoints = isRate ? .init() : evidence.ambiguousPoints
    let doubtfulCommas = isRate ? .init() : evidence.ambiguousCommas
    if points > 0 && commas > 0 {
      guard doubtfulPoints.all + doubtfulCommas.all > 0 else {
        return .decided(.either, .certain, cells(points + commas, .pointDecimals))
      }
      return ask
    }
    // Whole things have no decimals: only numbers with a unit behind may, and those say nothing of others.
    let countsThings = [.count, .average, .money].contains(rule.quantity)
    let mayBeProved = rule.quantity != .count || isScaled
    if points > 0 {
      let isProved = mayBeProved && evidence.barePointDecimals > 0
      if countsThings && doubtfulPoints.bare > 0 && !isProved { return ask }
      return .decided(.point, .certain, cells(points, .pointDecimals))
    }
    if commas > 0 {
      let isProved = mayBeProved && evidence.bareCommaDecimals > 0
      if countsThings && doubtfulCommas.bare > 0 && !isProved { return ask }
      return .decided(.comma, .certain, cells(commas, .commaDecimals))
    }
    if doubtfulPoints.all > 0 && doubtfulCommas.all > 0 { return withBoth }
    if doubtfulCommas.all > 0 { return withCommas }
    if doubtfulPoints.all > 0 { return withPoints }
    return .usual
  }

  /// `45,000` and `1.234M`, `1.234` and `12,345`: each reading makes some larger and others smaller, so that sizes tell
  /// nothing.
  private var withBoth: Verdict {
    let pointsPartThousands = evidence.ambiguousPoints.bare > 0
    let commasPartThousands = evidence.ambiguousCommas.bare > 0
    guard rule.quantity == .count, !isScaled, pointsPartThousands != commasPartThousands else {
      return ask
    }
    return pointsPartThousands
      ? .decided(.comma, .assumed, wholeThings(.ambiguousPoint))
      : .decided(.point, .assumed, wholeThings(.ambiguousComma))
  }

  /// `12,345`, or `16,037 M`.
  private var withCommas: Verdict {
    if evidence.largestWithPoints > most {
      return evidence.largestWithCommas <= most
        ? .decided(.comma, .assumed, .impossible(example: text(.ambiguousComma))) : question
    }
    let commas = evidence.ambiguousCommas
    if commas.scaled > 0 {
      // In Japan commas part thousands, beside 万 too.
      guard commas.scaled == commas.falling, !hasSemicolons else { return question }
      if evidence.nearness == nil { return .decided(.point, .assumed, .convention) }
      // 5,300万 beside 1万 and 2万: sizes alone make no decimal comma of a Japanese number.
      if case .decided(.comma, _, _) = question { return ask }
      return question
    }
    if rule.quantity == .measure && hasSemicolons { return question }
    return .decided(.point, .certain, .convention)
  }

  /// `45.000`, or `1.234M`.
  private var withPoints: Verdict {
    let points = evidence.ambiguousPoints
    if points.bare == 0 { return .decided(.point, .certain, .convention) }
    switch rule.quantity {
    case .measure, .rate: return .decided(.point, .certain, .convention)
    case _ where isScaled: return question
    case .count where points.scaled == 0, .money where points.scaled == 0:
      return .decided(.comma, .assumed, wholeThings(.ambiguousPoint))
    case .average where points.scaled == 0 && (evidence.wholeNumbers > 0 || hasSemicolons):
      return .decided(.comma, .assumed, wholeThings(.ambiguousPoint))
    default: return question
    }
  }

  /// Beyond this a number is absurd.
  private var most: Double { rule.usual?.upperBound ?? rule.maximum }

  private func text(_ form: WrittenNumber.Form) -> String {
    evidence.first[form.rawValue]?.text ?? ""
  }

  private func cells(_ count: Int, _ form: WrittenNumber.Form) -> ReadingDecision.Evidence {
    let text = self.text(form)
    return .cells(count: count, example: text.isEmpty ? self.text(.ambiguousPoint) : text)
  }

  private func wholeThings(_ form: WrittenNumber.Form) -> ReadingDecision.Evidence {
    .wholeThings(example: text(form))
  }

  /// How many times nearer to the usual one reading has to be than the other.
  private static let decisiveFactor = 20.0

  /// What the sizes of the other cells tell, else both readings of the first cell in doubt.
  private var question: Verdict {
    if let nearness = evidence.nearness, abs(nearness) > log(Self.decisiveFactor) {
      let point = text(.ambiguousPoint)
      let example = point.isEmpty ? text(.ambiguousComma) : point
      return .decided(
        nearness > 0 ? .point : .comma, .assumed, .size(example: example))
    }
    return ask
  }

  /// Both readings of the first cell in doubt.
  private var ask: Verdict {
    let cells = [WrittenNumber.Form.ambiguousPoint, .ambiguousComma]
      .compactMap { evidence.first[$0.rawValue] }
    guard let cell = cells.min(by: { $0.line < $1.line }) else { return .usual }
    var text = cell.text
    let readings = text.withUTF8 { bytes -> (Double, Double)? in
      guard let written = try? WrittenNumber(TextBytes.trimmed(bytes)),
        let withPoint = written.largest(decimals: .point),
        let withComma = written.largest(decimals: .comma)
      else { return nil }
      return (withPoint, withComma)
    }
    guard let readings else { return .usual }
    return .open(.pointOrComma(withPoint: readings.0, withComma: readings.1), cell)
  }
}
