import Foundation
import Tables

/// What becomes of a number: another one, so much more or less, or so many times as much.
package enum NumberChange: Sendable, Equatable {
  case to(Double)
  case by(Double)
  case times(Double)

  /// Reads `80000`, `+20000`, `-2万`, `+10%`, `-5%` and `80%`.
  ///
  /// - Parameter isRate: whether per cent without a sign are the number itself, as of a margin.
  package init?(_ text: String, isRate: Bool = false) {
    let signed = text.hasPrefix("+") || text.hasPrefix("-")
    let sign = text.hasPrefix("-") ? -1.0 : 1.0
    let body = signed ? String(text.dropFirst()) : text
    if body.hasSuffix("%") || body.hasSuffix("％") {
      guard let percent = Self.number(String(body.dropLast())) else { return nil }
      let share = percent / 100
      if signed {
        self = .times(1 + sign * share)
      } else {
        self = isRate ? .to(share) : .times(share)
      }
      return
    }
    guard let number = Self.number(body) else { return nil }
    self = signed ? .by(sign * number) : .to(number)
  }

  private static func number(_ text: String) -> Double? {
    guard case .number(let number) = HumanNumber.parse(text, in: nil), number >= 0 else {
      return nil
    }
    return number
  }

  /// The number after the change, not below 0: as somebody would write it who edits the file. 1.1 times
  /// 11,000 is 12,100, and not the next binary fraction, which costs a yen more.
  package func applied(to number: Double) -> Double {
    switch self {
    case .to(let value): value
    case .by(let more): max(0, number + more)
    case .times(let factor): Self.written(max(0, number * factor))
    }
  }

  /// Without the last digits, which are those of the multiplication.
  private static func written(_ number: Double) -> Double {
    Double(String(format: "%.12g", number)) ?? number
  }
}
