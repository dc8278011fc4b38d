import Casting
import CastingPlanning

/// What a rule of a plan costs, in Japanese.
extension ExplainJapanese {
  static func sentences(_ rule: RuleExplanation) -> [String] {
    let report = rule.rule
    var limits: [String] = []
    if report.lower.isFinite { limits.append("\(ExplainNumber.use(report.lower))以上") }
    if report.upper.isFinite { limits.append("\(ExplainNumber.use(report.upper))以下") }
    let use =
      "求めているのは\(limits.isEmpty ? "限度なし" : limits.joined(separator: "、"))、"
      + "計画では\(ExplainNumber.use(report.activity))です。"
    let price =
      "計画での価格は\(LabelJapanese.price(abs(report.price), rule.objective))です"
      + (report.price == 0 ? "（制約になっていません）。" : "。")
    return [use, price] + without(rule)
  }

  private static func without(_ rule: RuleExplanation) -> [String] {
    guard let without = rule.without else {
      return ["この条件は外せません。castplan what-ifで別の限度の計画を確認できます。"]
    }
    guard let value = without.value else { return ["この条件なしの計画は見つかりませんでした。"] }
    func amount(
      _ number: Double, rule rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero
    ) -> String { LabelJapanese.value(number, rule.objective, rule: rounding) }
    let worth =
      "この条件なしで計画し直すと、\(amount(rule.value))が\(amount(value))になります。"
      + "この条件で失われるのは\(amount(max(0, value - rule.value)))です。"
    let most = without.bound.map {
      "この条件なしの計画が\(amount($0, rule: .up))を超えることはないため、失われるのは最大でも"
        + "\(amount(max(0, $0 - rule.value), rule: .up))です。"
    }
    return [worth] + [most].compactMap { $0 }
      + ["\(without.added.count)件が加わり、\(without.dropped.count)件がなくなります。"]
  }
}
