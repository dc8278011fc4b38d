import Casting
import CastingPlanning

/// What a plan comes to, in Japanese.
enum PlanJapanese {
  static func head(_ plan: Plan) -> String {
    let name = plan.campaign.isEmpty ? "キャスティング計画" : plan.campaign
    let paid = plan.totals?.clientSpend ?? plan.spend
    let spend =
      plan.budget.isFinite
      ? "費用\(Amount.money(paid))（予算\(Amount.money(plan.budget))）" : "費用\(Amount.money(paid))"
    return "\(name)：\(worth(plan))、\(spend)、起用\(plan.deals.count)件・出演者"
      + "\(plan.creators.count)人"
  }

  private static func worth(_ plan: Plan) -> String {
    let value = LabelJapanese.value(
      plan.value, plan.objective, rule: .toNearestOrAwayFromZero)
    return switch plan.objective {
    case .gmv: "売上\(value)"
    case .profit: "利益\(value)"
    case .ltv: "生涯利益\(value)"
    case .orders: "注文\(value)"
    case .reach: "リーチ\(value)"
    }
  }

  static func brought(_ totals: PlanTotals) -> String {
    var parts = [
      "注文\(Amount.whole(totals.orders))件", "売上\(Amount.money(totals.sales))",
      totals.profit < 0
        ? "費用を引いて\(Amount.money(-totals.profit))の赤字"
        : "費用を引いた利益\(Amount.money(totals.profit))",
    ]
    if let cost = totals.costPerOrder { parts.append("注文1件あたり\(Amount.money(cost))") }
    if let sales = totals.returnOnSpend {
      parts.append("費用\(Amount.currency.one)あたりの売上\(Amount.money(sales, decimals: 2))")
    }
    return "見込み：" + parts.joined(separator: "、") + "。"
  }

  static func money(_ plan: Plan) -> String? {
    var sentences: [String] = []
    let paid = plan.totals?.clientSpend ?? plan.spend
    if let totals = plan.totals, totals.margin != 0 {
      sentences.append(
        "請求額は\(Amount.money(paid))です（原価\(Amount.money(plan.spend))、粗利\(Amount.money(totals.margin))）。"
      )
    }
    if let rate = plan.taxRate {
      sentences.append("税率\(Amount.rate(rate))の税込で\(Amount.money(paid * (1 + rate)))です。")
    }
    return sentences.isEmpty ? nil : sentences.joined()
  }

  static func certificate(_ plan: Plan) -> String {
    if plan.status == .infeasible { return "すべての条件を守る計画はありません。" }
    guard plan.bound.isFinite else {
      return "この計画はすべての条件を守っています。これを上回る計画の余地は分かっていません。"
    }
    // Rounded up, so that the sentence is true of the number it shows.
    let bound = LabelJapanese.value(plan.bound, plan.objective, rule: .up)
    if plan.gap <= 1e-12 {
      return "入力した数字のもとで、条件を守る計画のうちこれを上回るものはありません（最適と証明済み）。"
    }
    let sentence =
      "入力した数字のもとで、条件を守る計画が\(bound)を超えることはありません。"
      + "この計画との差は\(Amount.gap(plan.gap))以内です。"
    guard plan.status == .feasible else { return sentence }
    return sentence + "指定の\(Amount.gap(plan.askedGap))に達する前に制限に達しました。"
      + "--time-limitを延ばすと差が縮まります。"
  }

  static func dealsInFile(_ count: Int) -> String { "…ほか\(count)件はplan.csvにあります" }

  static func breaks(_ way: String, _ breaches: [String]) -> String {
    "* \(way)が破る条件：\(breaches.joined(separator: "、"))。"
  }

  static func text(_ label: PlanLabel) -> String {
    switch label {
    case .whatStandsOut: "注目点"
    case .otherWays: "ほかの選び方との比較"
    case .leftOut: "外れた出演者"
    case .number: "順"
    case .creator: "出演者"
    case .id: "ID"
    case .platform: "媒体"
    case .tier: "階層"
    case .product: "商品"
    case .format: "施策"
    case .cost: "費用"
    case .adds: "増える成果"
    case .perYen: "1\(LabelJapanese.money)あたり"
    case .spentSoFar: "累計費用"
    case .breakEven: "料金の上限"
    case .affinity: "適合度"
    case .why: "選んだ理由"
    case .stays: "継続率"
    case .bestProduct: "最適な商品"
    case .comesInAt: "起用できる料金"
    case .whyNot: "外れた理由"
    case .way: "選び方"
    case .value: "成果"
    case .spend: "費用"
    case .deals: "件数"
    case .advantage: "castplanの差"
    case .p10: "P10"
    case .p90: "P90"
    case .largestShare: "最大の割合"
    case .lockedFee: "固定"
    case .todaysFee: "今の料金"
    case .anyFee: "料金を問わない"
    case .noFee: "なし"
    case .quotes: "見積もりを取る起用"
    case .estimate: "推定料金"
    case .atMost: "払える上限"
    case .negotiationRoom: "交渉の余地"
    case .counted: "計算に使う料金"
    case .lowest: "下限"
    case .highest: "上限"
    case .gain: "下限なら増える成果"
    case .bookings: "予約と代わり"
    case .status: "状況"
    case .day: "日付"
    case .reserve: "いない場合に入る人"
    case .loss: "失う成果"
    case .noPlanWithout: "代わりの計画なし"
    case .nobody: "なし"
    }
  }
}
