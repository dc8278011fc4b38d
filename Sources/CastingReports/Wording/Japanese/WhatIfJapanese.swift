import Casting
import CastingPlanning

/// Other budgets, fees and rules, in Japanese.
enum WhatIfJapanese {
  static func text(_ label: Wording.WhatIfLabel) -> String {
    switch label {
    case .whatIf: "条件の変更"
    case .value: "成果"
    case .change: "増減"
    case .within: "上界との差"
    case .spend: "費用"
    case .nextYen: "\(Amount.money(Amount.currency.usualStep))追加ごと"
    case .deals: "件数"
    case .brings: "それぞれの見込み"
    case .orders: "注文"
    case .sales: "売上"
    case .profit: "利益"
    case .perOrder: "注文単価"
    case .salesPerYen: "費用\(Amount.currency.one)の売上"
    case .outcomes: "起こりうる結果"
    case .mean: "平均"
    case .p10: "P10"
    case .p90: "P90"
    case .worstTenth: "下位1割"
    case .loss: "赤字確率"
    case .onePlanForAll: "すべてに通用する1つの計画"
    case .ifItComesTo: "起こる場合"
    case .probability: "確率"
    case .belowItsOwnPlan: "専用の計画との差"
    case .whatMoneyBuys: "予算の追加でできること"
    case .withoutDeals: "起用のない計画"
    case .takenOver: "引き継いだ計画"
    case .rulesLeftOut: "外した条件"
    case .withoutPlan: "計画のない場合"
    case .targets: "目標"
    case .noPlan: "条件を守る計画なし"
    case .noPlanInTime: "時間内に計画なし"
    case .noJointPlan: "すべての場合の条件を守る計画はありません。"
    case .noJointPlanInTime: "すべての場合の条件を守る計画は、時間内に見つかりませんでした。"
    }
  }

  static func text(_ change: ScenarioChange) -> String {
    switch change {
    case .base: "現在の案件"
    case .allAtOnce: "すべて同時"
    case .numbered(let number): "シナリオ\(number)"
    case .budget(let yen): "予算 \(yen.isFinite ? Amount.money(yen) : "上限なし")"
    case .fee(let creator, let format, let yen):
      "\(creator)\(format.map { "の" + LabelJapanese.name($0) } ?? "")の料金 \(Amount.money(yen))"
    case .dropRule(let rule): "\(LabelJapanese.rule(rule))を外す"
    case .productSpend(let product, let yen):
      "\(product)の費用上限 \(yen < 0 ? "" : "+")\(Amount.money(yen))"
    case .typed(let words): words
    }
  }

  static func targetNotReached(_ most: String?) -> String {
    "目標に届かず（最大\(most ?? "不明")）"
  }

  static func step(_ deal: String, _ cost: String, _ value: String) -> String {
    "\(deal)を\(cost)で（+\(value)）"
  }

  static func steps(beyond budget: Double, _ steps: [String], more: Int, going: Int) -> String {
    var rest = ""
    if more > 0 { rest += "、ほかに\(more)件を追加" }
    if going > 0 { rest += "、\(going)件を取りやめ" }
    return "\(Amount.money(budget))を超えると：\(steps.joined(separator: "、"))\(rest)"
  }

  static func lifted(_ rules: [String]) -> String {
    "守れなくなる\(LabelJapanese.listed(rules.map(LabelJapanese.rule)))を外した計画"
  }

  static func clash(_ rules: [String]) -> String {
    let names = LabelJapanese.listed(rules.map(LabelJapanese.rule))
    return rules.count == 1 ? "\(names)は守れない" : "\(names)は両立しない"
  }

  static func clashesNotSought(_ rows: Int) -> String {
    "ほかの\(rows)行では、どの条件が両立しないかを調べていません"
  }

  static func takenOver(_ name: String, from other: String) -> String {
    "\(name)：「\(other)」の計画のほうがここで見つかったものより良く、この条件も守るため、それを表示しています。"
  }

  static func text(_ proof: JointProof) -> String {
    var text =
      "平均の成果は\(proof.value)です。すべての場合の条件を守る計画が\(proof.bound)を超えることはありません"
      + "（差は\(proof.gap)以内）。"
    if let name = proof.planOf { text += "「\(name)」の計画と同じです。" }
    guard proof.coming + proof.going > 0 else { return text }
    return text + "現在の案件の計画に比べて、\(proof.coming)件が加わり、\(proof.going)件がなくなります。"
  }
}
