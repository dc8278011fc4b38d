import Casting
import CastingPlanning

/// Why creators are not in a plan, in Japanese.
enum LeftOutJapanese {
  static func text(_ reason: LeftOutFact) -> String {
    switch reason {
    case .banned: "案件で起用禁止"
    case .competitor(let brand, let from, let to, let days, let first):
      "競合「\(brand)」の案件（\(time(from, to))）が、\(first.iso)の前\(days)日以内に当たる"
    case .audience(let share, let least, let isAssumed):
      "視聴者に占める対象の割合が\(isAssumed ? "標準の構成で" : "")\(RuleAmount.percent(share))で、"
        + "案件の下限\(RuleAmount.percent(least))に届かない"
    case .unavailable: "実施期間に出演できない"
    case .declined: "辞退、または同じ商品の別の起用が予約済みです（予約表による）"
    case .askWithoutRate:
      "料金が分からず、案件の「exchange_rates」に推定に使う円の換算率がない"
    case .ask: "料金が要相談で、案件がそうした起用を外しています（「ask_policy」）"
    case .offersNoFormat: "対象の施策に対応していない"
    case .ng(let word, let product): "\(product)はNG商材の「\(word)」に当たる"
    case .overSpendLimit(let cost, let limit):
      "1件の費用が\(Amount.money(cost))で、1人あたりの上限\(Amount.money(limit))を超える"
    case .overBudget(let cost, let budget):
      "1件の費用が\(Amount.money(cost))で、予算全体の\(Amount.money(budget))を超える"
    case .overRule(let rule, let cost, let limit):
      "1件の費用が\(Amount.money(cost))で、条件\(LabelJapanese.quoted(rule))で使える"
        + "\(Amount.money(limit))を超える"
    case .moreThanRule(let rule): "どの1件も条件\(LabelJapanese.quoted(rule))の上限を超える"
    case .reachesNobody(let product): "\(product)を買う見込みのある人に届かない"
    case .audienceReached(let product, let rivals, let cell):
      "\(product)の視聴者には\(LabelJapanese.listed(rivals))がすでに届く；特に\(people(cell))"
    case .outputSold(let product): "\(product)の受注できる分はほかの出演者で売り切れる"
    case .ruleFull(let rule, let product):
      "条件\(LabelJapanese.quoted(rule))に\(product)の起用の空きがない"
    case .personFull(let account): "同じ人物の「\(account)」を起用中で、これ以上は引き受けられない"
    case .keptApart(let rival): "起用中の\(rival)とは同時に起用できない"
    case .tornApart: "一緒に起用すべき出演者とは別にする条件がある"
    case .companionTooDear(let other): "一緒に起用する\(other)の成果が費用に見合わない"
    case .companionOut(let other, let obstacle):
      "一緒に起用する\(other)が\(companion(obstacle))"
    case .tooDear(let product): "計画の価格では\(product)に対して料金が高い"
    case .neverPays(let product): "計画の価格では\(product)の成果が少なすぎる"
    case .nextInLine(let product):
      "\(product)の次点（予算が増えるか欠員が出れば起用の可能性）"
    case .feeTooHigh(let yen, let product, let isAtMost):
      "\(product)に対して料金が\(isAtMost ? "最大" : "")\(Amount.money(yen))高い"
    case .nextAtTodaysFee(let product):
      "今の料金で\(product)の次点（予算が増えるか欠員が出れば起用の可能性）"
    case .noFeeIsLowEnough(let product): "料金にかかわらず\(product)の成果が少なすぎる"
    }
  }

  private static func time(_ from: CalendarDay?, _ to: CalendarDay?) -> String {
    if from == nil && to == nil { return "日付不明" }
    if from == to { return from?.iso ?? "" }
    return "\(from?.iso ?? "")～\(to?.iso ?? "")"
  }

  private static func companion(_ obstacle: CompanionObstacle) -> String {
    switch obstacle {
    case .banned: "案件で起用禁止"
    case .unavailable: "実施期間に出演できない"
    case .tooDear: "案件で認める費用を超える"
    case .offersNothing: "対象の施策に対応していない"
    case .apart: "起用中の出演者と同時に起用できない"
    }
  }

  /// `female_30_39` as `30～39歳の女性`; a cell of the user's own as it is.
  static func people(_ cell: String) -> String {
    guard let group = AgeGroup(cell: cell) else { return cell }
    let ages = group.to.map { "\(group.from)～\($0)歳" } ?? "\(group.from)歳以上"
    return "\(ages)の\(group.isFemale ? "女性" : "男性")"
  }
}
