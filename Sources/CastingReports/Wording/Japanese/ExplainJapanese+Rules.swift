import Casting
import CastingPlanning

/// What a rule of a plan costs, in Japanese.
extension ExplainJapanese {
  static func sentences(_ rule: RuleExplanation) -> [String] {
    [use(rule)] + without(rule)
  }

  private static func use(_ rule: RuleExplanation) -> String {
    let report = rule.rule
    if rule.keepsOut { return "この条件に当たる起用を除いており、計画にはありません。" }
    var limits: [String] = []
    if report.lower.isFinite { limits.append("\(ExplainNumber.use(report.lower))以上") }
    if report.upper.isFinite { limits.append("\(ExplainNumber.use(report.upper))以下") }
    return "求めているのは\(limits.isEmpty ? "限度なし" : limits.joined(separator: "、"))、"
      + "計画では\(ExplainNumber.use(report.activity))です。"
  }

  private static func without(_ rule: RuleExplanation) -> [String] {
    guard let without = rule.without else {
      return ["この条件は外せません。castplan what-ifで別の限度の計画を確認できます。"]
        + [rule.moreBudget].compactMap { $0 }.map(HighlightJapanese.text)
    }
    guard let value = without.value else { return ["この条件なしの計画は見つかりませんでした。"] }
    func amount(
      _ number: Double, rule rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero
    ) -> String { LabelJapanese.value(number, rule.objective, rule: rounding) }
    let found = "この条件なしで計画し直すと、\(amount(rule.value))が\(amount(value))になります。"
    let changes = "\(without.added.count)件が加わり、\(without.dropped.count)件がなくなります。"
    if rule.cost == 0 {
      return [found + "見つかった計画もこの条件を守るため、失われるものはありません。", changes]
    }
    let most = rule.mostCost.map {
      "この条件なしの計画が\(amount(rule.value + $0, rule: .up))を超えることはないため、失われるのは最大でも"
        + "\(amount($0, rule: .up))です。"
    }
    return [found + "この条件で失われるのは\(amount(rule.foundCost ?? 0))です。"]
      + [most].compactMap { $0 } + [changes]
  }
}
