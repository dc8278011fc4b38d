import Foundation
import Tables

/// What the rows above a header say of the numbers below it: `（単位：千円）`, `単位：万円、万人`.
struct TitleUnits: Equatable, Sendable {
  /// As it is written.
  private(set) var text = ""
  /// Power of ten that amounts count.
  private(set) var amounts = 0
  /// Power of ten that numbers of people count.
  private(set) var people = 0
  private(set) var currency: Currency?

  /// Nil where no row names a unit that changes anything.
  init?(_ titles: [String]) {
    for title in titles {
      let folded = title.precomposedStringWithCompatibilityMapping
      guard let word = folded.range(of: "単位") else { continue }
      let rest = folded[word.upperBound...].drop { " :=・".contains($0) }
      let units = rest.prefix { !")]】\n".contains($0) }
      text = "単位：" + units
      for unit in units.split(whereSeparator: { " ,、・/;".contains($0) }) { take(unit) }
    }
    if amounts == 0 && people == 0 && currency == nil { return nil }
  }

  private mutating func take(_ unit: Substring) {
    // A bracket behind a header says the same.
    let units = HeaderUnits("x(\(unit))")
    guard units.name == "x" else { return }
    currency = units.currency ?? currency
    if units.currency != nil {
      amounts = units.power
    } else if unit.hasSuffix("人") || unit.hasSuffix("名") {
      people = units.power
    } else if units.power > 0 {
      (amounts, people) = (units.power, units.power)
    }
  }
}

extension HeaderUnits {
  /// With what stands above the table, where the header says nothing itself.
  func completed(by title: TitleUnits?, for rule: NumberRule) -> HeaderUnits {
    guard let title, power == 0, currency == nil else { return self }
    switch rule.quantity {
    case .money: return with(power: title.amounts, currency: title.currency)
    case .count, .average: return with(power: title.people, currency: nil)
    case .measure, .rate: return self
    }
  }
}
