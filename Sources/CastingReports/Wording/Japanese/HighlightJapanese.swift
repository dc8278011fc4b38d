import Casting
import CastingFiles
import CastingPlanning

/// What stands out in a plan, in Japanese.
enum HighlightJapanese {
  static func text(_ highlight: PlanHighlight) -> String {
    switch highlight {
    case .missingRows(let table, let leftOut, let read, let cells):
      let left =
        "\(Amount.whole(Double(read)))行のうち\(Amount.whole(Double(leftOut)))行"
        + "（\(Amount.part(leftOut, of: read))）は使えない値があるので除いています。"
      let known = "使えない値\(Amount.whole(Double(cells)))か所を不明として扱っています。"
      return "\(IssueJapanese.table(table))の" + (leftOut > 0 ? left : "") + (cells > 0 ? known : "")
    case .largestCreator(let name, let share):
      return "成果の\(Amount.percent(share))を\(name)が担い、出演者の中で最大です。"
    case .moreBudget(let yen, let adds, let objective):
      return "予算をあと\(Amount.money(yen))増やすと、約\(LabelJapanese.price(adds, objective))増えます。"
    case .dearestRule(let rule, let atMost, let objective, let solved, let isOfAll):
      let gain = "外すと成果は最大\(LabelJapanese.value(atMost, objective, rule: .up))増えます。"
      let name = LabelJapanese.rule(rule)
      if isOfAll { return "最も負担の大きい条件は\(name)で、\(gain)" }
      // The others may cost more.
      return solved == 1
        ? "\(name)を\(gain)"
        : "外して解き直した\(solved)件の条件のうち、最も負担が大きいのは\(name)で、\(gain)"
    case .allPromoted(let products):
      return products == 1 ? "商品に起用があります。" : "\(products)商品すべてに起用があります。"
    case .someUnpromoted(let promoted, let all, let missing):
      return "\(all)商品のうち\(promoted)商品に起用があります。起用がないのは\(shortened(missing))です。"
    case .soldOut(let products):
      return "\(shortened(products))の在庫は売り切れます。在庫を増やせばさらに売れます。"
    case .outcomes(let p10, let p90, let worst, let loss, let objective):
      return outcomes(p10, p90, worst, loss, objective)
    case .riskCharge(let charge, let expected, let objective):
      return "risk_aversionにより、期待値\(value(expected, objective))から"
        + "\(value(charge, objective))を差し引いています。ここに示す成果はすべて差引後の値です。"
    case .stability(let core, let all, let plans, let reserves):
      return stability(core, all, plans, reserves)
    case .grades(let measured, let estimated, let defaults):
      return "成果の\(Amount.percent(measured))は実測、\(Amount.percent(estimated))は推定、"
        + "\(Amount.percent(defaults))は標準値に基づきます。"
    }
  }

  private static func outcomes(
    _ p10: Double, _ p90: Double, _ worst: Double, _ loss: Double?, _ objective: Objective
  ) -> String {
    let failing = loss.map { probability in
      probability < 0.005
        ? "粗利が費用を下回ることはほとんどありません。"
        : "粗利が費用を下回る確率は\(Amount.percent(probability))です。"
    }
    return "10回のうち8回は\(value(p10, objective))から\(value(p90, objective))の成果になり、"
      + "下位1割の平均は\(value(worst, objective))です。\(failing ?? "")"
  }

  private static func stability(
    _ core: Int, _ all: Int, _ plans: Int, _ reserves: [PlanHighlight.Reserve]
  ) -> String {
    let words = reserves.map {
      "\(Wording.japanese.name($0.deal))（\(Amount.percent($0.share))）"
    }
    return "起用\(all)件のうち\(core)件は中核です。入力を引き直した\(plans)件の計画の"
      + "\(Amount.percent(Stability.coreShare))以上に残ります。"
      + (words.isEmpty ? "" : "補欠に適しているのは\(shortened(words))です。")
  }

  private static func value(_ number: Double, _ objective: Objective) -> String {
    LabelJapanese.value(number, objective, rule: .toNearestOrAwayFromZero)
  }

  private static func shortened(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: "、")
    return names.count > 5 ? "\(shown)ほか\(names.count - 5)件" : shown
  }
}
