import Casting
import CastingPlanning

/// Why deals are in a plan, in Japanese.
enum DealJapanese {
  static func text(_ reason: DealReason) -> String {
    switch reason {
    case .lockedByBrief: "案件で固定"
    case .booked(.confirmed): "確定済み"
    case .booked(.asked): "打診中のため残す"
    case .booked(.hold): "仮押さえのため残す"
    case .booked(.declined): "辞退"
    case .predicted: "案件一覧の予測値による起用"
    case .affinity(let own, let average):
      "ジャンル適合度\(Amount.decimal(own, 2))（平均\(Amount.decimal(average, 2))）"
    case .engagement(let rate, let tier, let average):
      "反応率\(percent(rate))（\(LabelJapanese.name(tier))の平均\(percent(average))）"
    case .costsNothing: "費用なし"
    case .costOfReach(let own, let average):
      "1,000人あたり\(Amount.money(own))で届く（平均\(Amount.money(average))）"
    case .worthOfReach(let own, let average, let objective): worth(own, average, objective)
    case .audienceBuys(let times): "視聴者の購入見込みは通常の\(Amount.decimal(times, 1))倍"
    case .onlyCarrier(let product): "計画の価格で\(product)の費用に見合うのはこの出演者のみ"
    case .cheapestCarrier(let product): "計画の価格で費用に見合う\(product)の起用のうち最も安い"
    case .countsForRule(let rule): "条件\(LabelJapanese.quoted(rule))を満たすための起用"
    case .worthItsPrice: "ほかの起用と並べて価格どおりの成果"
    case .buyersReachedAlready(let share):
      "ただし購入見込み客の\(Amount.percent(share))には届いている"
    case .inHouse: "社内の出演者"
    case .certified(let level): "認定\(level)"
    }
  }

  private static func worth(_ own: Double, _ average: Double, _ objective: Objective) -> String {
    switch objective {
    case .orders:
      "1,000人あたり\(Amount.decimal(own, 1))件の注文（平均\(Amount.decimal(average, 1))件）"
    case .reach: "1,000人あたり\(Amount.whole(own))人（平均\(Amount.whole(average))人）"
    case .gmv: "1,000人あたり\(Amount.money(own))の売上（平均\(Amount.money(average))）"
    case .profit, .ltv: "1,000人あたり\(Amount.money(own))の利益（平均\(Amount.money(average))）"
    }
  }

  private static func percent(_ share: Double) -> String { Amount.decimal(share * 100, 1) + " %" }
}
