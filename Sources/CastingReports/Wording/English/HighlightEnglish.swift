import Casting
import CastingFiles
import CastingPlanning

/// What stands out in a plan, in English.
enum HighlightEnglish {
  static func text(_ highlight: PlanHighlight) -> String {
    switch highlight {
    case .missingRows(let table, let leftOut, let read, let cells):
      let rows = read == 1 ? "row" : "rows"
      let left =
        "\(Amount.whole(Double(leftOut))) of \(Amount.whole(Double(read))) \(rows) of the "
        + "\(table.table) (\(Amount.part(leftOut, of: read))) could not be used and "
        + "\(leftOut == 1 ? "is" : "are") left out"
      let known =
        LabelEnglish.counted(cells, "cell") + " of \(leftOut > 0 ? "others" : "the \(table.table)")"
        + " could not be used and \(cells == 1 ? "counts" : "count") as not known"
      return [leftOut > 0 ? left : nil, cells > 0 ? known : nil].compactMap { $0 }
        .joined(separator: "; ") + "."
    case .largestCreator(let name, let share):
      return "\(name) carries \(Amount.percent(share)) of the value, the most of any creator."
    case .moreBudget(let yen, let adds, let objective):
      return "Another \(Amount.money(yen)) of budget would add about "
        + "\(Amount.price(adds, objective))."
    case .dearestRule(let rule, let atMost, let objective, let solved, let isOfAll):
      let gain =
        "the plan would be worth at most \(Amount.value(atMost, objective, rule: .up)) more."
      if isOfAll { return "The rule that costs most is \(rule): without it \(gain)" }
      // The others may cost more.
      return solved == 1
        ? "Without the rule \(rule) \(gain)"
        : "Of \(solved) rules that were solved without, \(rule) costs most: without it \(gain)"
    case .allPromoted(let products):
      return products == 1
        ? "The product is promoted." : "All \(products) products are promoted."
    case .someUnpromoted(let promoted, let all, let missing):
      return "\(promoted) of \(LabelEnglish.counted(all, "product")) "
        + "\(promoted == 1 ? "is" : "are") promoted; nobody promotes \(shortened(missing))."
    case .soldOut(let products):
      return "The stock of \(shortened(products)) sells out: more stock would sell."
    case .outcomes(let p10, let p90, let worst, let loss, let objective):
      return outcomes(p10, p90, worst, loss, objective)
    case .riskCharge(let charge, let expected, let objective):
      return "risk_aversion takes \(Amount.value(charge, objective)) off what is expected, "
        + "\(Amount.value(expected, objective)); all values here are less by what it takes."
    case .stability(let core, let all, let plans, let reserves):
      return stability(core, all, plans, reserves)
    case .grades(let measured, let estimated, let defaults):
      return "\(Amount.percent(measured)) of the value rests on measured inputs, "
        + "\(Amount.percent(estimated)) on estimates and \(Amount.percent(defaults)) on defaults."
    }
  }

  private static func outcomes(
    _ p10: Double, _ p90: Double, _ worst: Double, _ loss: Double?, _ objective: Objective
  ) -> String {
    func amount(_ number: Double) -> String { Amount.value(number, objective) }
    let failing = loss.map { probability in
      probability < 0.005
        ? "; the margin hardly ever fails to pay the spend"
        : "; in \(Amount.percent(probability)) of them the margin does not pay the spend"
    }
    return "In 8 of 10 outcomes the plan brings \(amount(p10)) to \(amount(p90)), in "
      + "the worst tenth \(amount(worst)) on average\(failing ?? "")."
  }

  private static func stability(
    _ core: Int, _ all: Int, _ plans: Int, _ reserves: [PlanHighlight.Reserve]
  ) -> String {
    let words = reserves.map {
      "\(Wording.english.name($0.deal)) (\(Amount.percent($0.share)))"
    }
    return "\(core) of \(LabelEnglish.counted(all, "deal")) are core: they stay in at least "
      + "\(Amount.percent(Stability.coreShare)) of \(LabelEnglish.counted(plans, "plan")) made from "
      + "inputs drawn again."
      + (words.isEmpty ? "" : " Often cast there, and worth a reserve: \(shortened(words)).")
  }

  private static func shortened(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }
}
