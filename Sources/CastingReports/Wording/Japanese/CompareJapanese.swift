import Casting
import CastingPlanning

/// Two lists of deals side by side, in Japanese.
enum CompareJapanese {
  static func text(_ label: Wording.CompareLabel) -> String {
    switch label {
    case .value: "成果"
    case .spend: "費用"
    case .orders: "注文"
    case .sales: "売上"
    case .profit: "利益"
    case .perOrder: "注文単価"
    case .salesPerYen: "費用\(Amount.currency.one)の売上"
    case .deals: "件数"
    case .creators: "出演者数"
    case .p10: "P10"
    case .p50: "P50"
    case .p90: "P90"
    case .worstTenth: "下位1割"
    case .loss: "赤字確率"
    case .largestShare: "最大の比率"
    case .change: "増減"
    case .creator: "出演者"
    case .product: "商品"
    case .format: "施策"
    }
  }

  static func text(_ obstacle: ImpossibleDeal.Obstacle) -> String {
    switch obstacle {
    case .creatorGone: "この出演者が名簿にもういないため"
    case .productGone: "この商品が商品表にもうないため"
    case .formatNotPredicted: "--dealsにあるこの出演者と商品の起用に、この施策がないため"
    case .unavailable: "この出演者は実施期間に空きがないか、出演枠がないため"
    case .noFormat: "この出演者の料金がないか、商品がその施策を認めていないため"
    case .formatNotOffered: "この施策の料金がないか、商品がこの施策を認めていないため"
    }
  }

  static func changes(_ comparison: PlanComparison) -> String {
    "\(comparison.first.name)から\(comparison.second.name)へ：\(comparison.commonCount)件は維持、"
      + "\(comparison.dropped.count)件を取りやめ、\(comparison.added.count)件を追加"
  }

  static func more(_ count: Int) -> String {
    "…ほかに\(Amount.whole(Double(count)))件（--format csvで全件）"
  }

  static func chances(_ second: String, _ share: Double) -> String {
    if share < 0.005 { return "\(second)のほうが良くなる結果は、ほとんどありません。" }
    let often = share > 0.995 ? "ほぼすべて" : Amount.percent(share)
    return "\(second)は、起こりうる結果の\(often)で、より大きな成果になります。"
  }

  static func proof(_ most: String, _ gaps: [(name: String, gap: String)]) -> String {
    let sides = gaps.map { "\($0.name)との差は\($0.gap)以内" }
    return "条件を守る起用の組み合わせで、成果が\(most)を超えるものはありません"
      + (sides.isEmpty ? "。" : "（\(sides.joined(separator: "、"))）。")
  }

  static func breaches(_ side: String, _ rules: [String]) -> String {
    "\(side)が守っていない条件：\(rules.joined(separator: "、"))。"
  }

  static func impossible(
    _ side: String, _ deal: String, _ obstacle: ImpossibleDeal.Obstacle
  ) -> String {
    "\(side)の\(deal)は除外しました（\(text(obstacle))）。"
  }

  static func repriced(_ costs: String) -> String { "料金の記載が異なる起用：\(costs)。" }

  static func restated(_ side: String, _ costs: String) -> String {
    "\(side)の料金は入力と異なるため、入力の料金で計算しています：\(costs)。"
  }

  static let asStated =
    "成果は計画ファイルに記載された値です。--roster、--products、--briefを指定すると、"
    + "同じ入力から1件ずつ計算し直します。"

  static func costs(_ shown: [String], more: Int) -> String {
    shown.joined(separator: "、") + (more > 0 ? "、ほか\(more)件" : "")
  }
}
