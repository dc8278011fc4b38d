import Casting
import CastingPlanning

/// What a plan rests on and what was not looked at, in Japanese.
enum NoteJapanese {
  static func text(_ note: PlanNote) -> String {
    switch note {
    case .budgetFound(let answer): return budget(answer)
    case .nobodyCast(let reason): return "起用はありません。\(empty(reason))。"
    case .formatConversions(let formats, let live): return conversions(formats, live)
    case .defaultConversion(let products, let all, let rate, let besideOthers):
      return "\(all)商品のうち\(products)商品には購入率がなく、\(besideOthers ? "ライブが" : "")届いた人の"
        + "\(Amount.decimal(rate * 100, 1)) %が購入すると仮定しています。列conversionに実績を入れてください。"
    case .estimatedFees(let deals, let all, let middle, let low, let high):
      return "\(all)件のうち\(deals)件の料金はフォロワー数からの推定で、合計\(Amount.money(middle))"
        + "（\(Amount.money(low))から\(Amount.money(high))）です。見積もりを取ってください。"
    case .estimatedViews(let deals, let all):
      return "\(all)件のうち\(deals)件は視聴者数の実測がなく、フォロワー数と階層から推定しています。"
    case .unknownAffinity(let deals, let all):
      return "\(all)件のうち\(deals)件は比べる文章やタグがなく、ジャンル適合度は低めの標準値です。"
    case .unsolvedFees(let deals, let leftOut): return unsolved(deals, leftOut)
    case .notCompared(let ways):
      return "\(LabelJapanese.listed(ways.map(name)))とは比較していません。"
        + "その選び方では案件の条件を守れません。"
    case .shortlist(let listed, let all, let leftOut, let told):
      return shortlist(listed, all, leftOut, told)
    }
  }

  private static func conversions(_ formats: [FormatRate], _ live: Double) -> String {
    let rates = formats.map { "\(LabelJapanese.name($0.format))は\(Amount.rate($0.rate))" }
    let stated = formats.map { "\($0.format.rawValue): \(Amount.rateAsWritten($0.rate))" }
    return "ライブで届いた人の\(Amount.rate(live))が購入するのに対し、"
      + "\(rates.joined(separator: "、"))と仮定しています（記載がないため）。変えるには、案件に"
      + "「conversion: {\(stated.joined(separator: ", "))}」と書くか、商品表に列"
      + "「conversion_\(formats[0].format.rawValue)」を加えてください。"
  }

  static func budget(_ answer: BudgetFinding) -> String {
    switch answer {
    case .leastSpend(let target, let objective, let spend, let least):
      let start =
        "目標の\(amount(target, objective))に達する最小の費用として見つかったのは\(Amount.money(spend))です。"
      guard let least, least > 0 else { return start }
      return least >= spend
        ? start + "これより少ない費用で達する計画はありません。"
        : start + "\(Amount.money(least, rule: .down))未満で達する計画はありません。"
    case .returnReached(let budget, let rate):
      return "費用は\(Amount.money(budget))です。これを超えると、1円あたりの成果が"
        + "minimum_marginal_returnの\(Amount.plain(rate))を下回ります。"
    }
  }

  static func unreached(_ miss: UnreachedTarget) -> String {
    func amount(_ number: Double) -> String { self.amount(number, miss.objective) }
    let money = miss.budget.isFinite ? "予算\(Amount.money(miss.budget))" : "予算の上限なし"
    return miss.isProved
      ? "条件を守る計画は\(money)で\(amount(miss.target))に達しません。可能なのは最大\(amount(miss.bound))、"
        + "見つかったのは\(amount(miss.value))"
      : "\(money)で\(amount(miss.target))に達する計画は見つかりませんでした。最良は\(amount(miss.value))、"
        + "上限は\(amount(miss.bound))です。--time-limitか--gapを緩めてください"
  }

  /// Orders with the decimals that a target may have.
  static func amount(_ number: Double, _ objective: Objective) -> String {
    objective == .orders
      ? Amount.decimal(number, 1) + "件"
      : LabelJapanese.value(number, objective, rule: .toNearestOrAwayFromZero)
  }

  private static func empty(_ reason: EmptyPlanReason) -> String {
    switch reason {
    case .nothingOnOffer: return "対象の施策に対応する出演者がいません"
    case .allLeftOut(let banned, let unavailable):
      let parts = [(banned, "案件で起用禁止"), (unavailable, "実施期間に出演不可")]
        .filter { $0.0 > 0 }.map { "\($0.1)\(Amount.whole(Double($0.0)))人" }
      return "対応できる出演者がすべて外れています（\(parts.joined(separator: "、"))）"
    case .overBudget(let cost, let budget, let creator, let product):
      return "最も安い\(creator) × \(product)が\(Amount.money(cost))で、予算は\(Amount.money(budget))です"
    case .overRule(let name):
      return "条件\(LabelJapanese.quoted(name))のもとで費用の収まる起用がありません"
    case .nothingPays: return "条件を守る起用に、成果が0を上回る組み合わせがありません"
    }
  }

  private static func unsolved(_ deals: Int, _ leftOut: Int) -> String {
    var parts: [String] = []
    if deals > 0 { parts.append("起用\(Amount.whole(Double(deals)))件が外れる料金") }
    if leftOut > 0 {
      parts.append("外れた出演者\(Amount.whole(Double(leftOut)))人が入る料金")
    }
    return "\(parts.joined(separator: "と"))は解き直していないため表示していません。"
      + "castplan explain PLAN CREATOR …で1人ずつ解けます。"
  }

  static func name(_ way: RuleOfThumb) -> String {
    switch way {
    case .topFollowers: "フォロワー数順"
    case .bestEngagement: "反応率順"
    case .valuePerYen: "1\(LabelJapanese.money)あたりの成果順"
    case .equalSplitOverNiches: "ジャンル均等配分"
    case .oneStar: "スター1人"
    }
  }

  private static func shortlist(_ listed: Int, _ all: Int, _ leftOut: Int, _ told: Int) -> String {
    func text(_ number: Int) -> String { Amount.whole(Double(number)) }
    let note =
      "計画とほかの選び方は、\(text(all))人のうち\(text(listed))人の中から探しました。"
      + "上界とその証明は全員に対して成り立ちます。"
    guard leftOut > told else { return note }
    return note + "外れた\(text(leftOut))人のうち、起用に近い\(text(told))人を計画に載せています。"
      + "ほかの出演者についてはcastplan explainで確認できます。"
  }
}
