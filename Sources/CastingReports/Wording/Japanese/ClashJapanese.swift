import Casting
import CastingPlanning

/// Rules that cannot hold together, in Japanese.
enum ClashJapanese {
  static func head(_ report: ClashReport) -> String {
    let name = report.campaign.isEmpty ? "" : report.campaign + "："
    let first = report.clashes.first.map { clash in
      clash.rules.count == 1
        ? "（\(report.ruleCount)件の条件のうち1件は、それだけで守れません）"
        : "（\(report.ruleCount)件の条件のうち\(clash.rules.count)件が両立しません）"
    }
    return name + "すべての条件を守る計画はありません" + (first ?? "") + "。"
  }

  static func introduction(_ clash: ClashReport.Clash, _ number: Int) -> String {
    let start = number == 0 ? "" : "それを解消しても、"
    return clash.rules.count == 1
      ? start + "次の条件は守れません："
      : start + "次の\(clash.rules.count)件の条件は両立しません。どれか1つの変更で解消します："
  }

  /// `予算は最大¥500,000ですが、ほかの条件を守るには¥600,000以上が必要です`.
  static func text(_ conflict: ClashConflict, of rule: CampaignRule) -> String {
    let name = name(rule)
    switch conflict {
    case .whole: return name
    case .tooLow(_, let limit, let needed, let unit, let opponents):
      return "\(name)は最大\(LabelJapanese.amount(limit, unit))ですが、"
        + "\(others(opponents))\(LabelJapanese.amount(needed, unit))以上が必要です"
    case .tooHigh(_, let limit, let possible, let unit, let opponents):
      return "\(name)は\(LabelJapanese.amount(limit, unit))以上を求めていますが、\(others(opponents))"
        + (possible == 0
          ? "まったく実現できません" : "最大\(LabelJapanese.amount(possible, unit))しか実現できません")
    }
  }

  private static func others(_ opponents: ClashConflict.Opponents) -> String {
    switch opponents {
    case .none: ""
    case .clash: "ここに挙げた条件を守るには"
    case .campaign: "ほかの条件を守るには"
    }
  }

  /// What kind of rule it is, and the name it is typed by where there may be several.
  static func name(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .budget: "予算"
    case .productCreators: "商品の人数「\(rule.name)」"
    case .productSpend: "商品の費用「\(rule.name)」"
    case .quota, .spendShare: "配分「\(rule.name)」"
    case .spendPerCreator: "出演者1人あたりの費用"
    case .exclusiveCategories: "カテゴリーの専属"
    case .lock: "出演の固定「\(rule.name)」"
    case .ban: "除外「\(rule.name)」"
    case .competitors: "競合案件の回避"
    case .audienceTarget: "視聴者の対象の割合"
    case .together, .apart: "組み合わせ「\(rule.name)」"
    case .window: "実施期間「\(rule.name)」"
    case .keep: "前回の計画からの変更"
    case .slots: "出演枠「\(rule.name)」"
    case .agencyCreators: "事務所の人数「\(rule.name)」"
    case .stock: "在庫「\(rule.name)」"
    case .orderCapacity: "受注できる件数"
    case .other: "「\(rule.name)」"
    }
  }

  // MARK: Changes

  /// `予算を¥600,000に引き上げる（+¥100,000、+20 %）`.
  static func change(_ rule: ClashingRule) -> String {
    switch rule.change {
    case .limit(let from, let to):
      return "\(what(rule.rule))を\(LabelJapanese.amount(to, rule.rule.unit))に"
        + "\(from < to ? "引き上げる" : "引き下げる")"
        + "（\(difference(from, to, rule.rule.unit))\(closeness(rule))）"
    case .window(let window):
      let closeness = closeness(rule)
      return "実施期間を\(window.from.iso)から\(window.to.iso)までに広げる"
        + (closeness.isEmpty ? "" : "（\(closeness.dropFirst())）")
    case .drop: return drop(rule.rule)
    }
  }

  /// The same away from its rule: `配分「…」の下限を1人に引き下げる`.
  private static func namedChange(_ rule: ClashingRule) -> String {
    switch (rule.rule.label, rule.change) {
    case (.budget, _), (.slots, _), (_, .window), (_, .drop): change(rule)
    case (_, .limit): "\(name(rule.rule))の\(change(rule))"
    }
  }

  static func remedy(_ rule: ClashingRule) -> String {
    var parts = [change(rule)]
    switch rule.scope {
    case .campaign: break
    case .clash: parts.append("この対立は解消しますが、ほかの対立が残ります")
    case .undecided: parts.append("この対立は解消しますが、ほかの対立が残るかは時間内に判明しませんでした")
    }
    if !rule.isVerified { parts.append("時間内に検証できませんでした") }
    return parts.joined(separator: "。")
  }

  private static func what(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .budget: "予算"
    case .slots: "出演枠"
    default: rule.side == .minimum ? "下限" : "上限"
    }
  }

  private static func drop(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .lock, .ban: "「\(rule.name)」を解除する"
    case .exclusiveCategories: "exclusive_categories: falseと書く"
    case .window: "実施期間の指定を外す"
    case .together, .apart: "「\(rule.name)」の組み合わせを外す"
    default: "この条件を外す"
    }
  }

  private static func difference(_ from: Double, _ to: Double, _ unit: RuleUnit) -> String {
    let change = RuleAmount.signed(from, to) { LabelJapanese.amount($0, unit) }
    guard from != 0 else { return change }
    return change + "、"
      + RuleAmount.signed(from, to) { RuleAmount.percent($0 / from.magnitude) }
  }

  private static func closeness(_ rule: ClashingRule) -> String {
    if rule.isLeast { return "" }
    return rule.unproved < 1
      ? "、最大\(RuleAmount.percent(rule.unproved))小さい変更で足りる可能性あり"
      : "、最小の変更は時間内に見つかりませんでした"
  }

  static let notSmallest =
    "（すべての条件が対立に必要かを確かめる前に制限に達しました。--time-limitで延ばせます。）"

  static func conclusion(_ report: ClashReport) -> String {
    let changes = report.clashes.map { namedChange($0.rules[$0.cheapest]) }
    return "最も小さい変更：\(changes.joined(separator: "、さらに"))。"
      + (report.isMended
        ? "castplan optimize --relaxは、この変更を加えて計画します。"
        : "これで計画できるかは時間内に判明しませんでした。")
  }
}
