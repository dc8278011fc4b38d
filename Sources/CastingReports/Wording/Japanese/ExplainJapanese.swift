import Casting
import CastingPlanning

/// Single creators of a plan, in Japanese.
enum ExplainJapanese {
  static func text(_ label: Wording.ExplainLabel) -> String {
    switch label {
    case .factor: "要因"
    case .own: "この出演者"
    case .typical: "標準"
    case .ratio: "倍率"
    case .known: "根拠"
    case .why: "理由："
    case .whatWouldChange: "変わる条件"
    }
  }

  static func head(_ creator: CreatorExplanation) -> String {
    let id =
      creator.name.isEmpty ? creator.creatorID : "\(creator.name)（\(creator.creatorID)）"
    let kind = [creator.platform, LabelJapanese.name(creator.tier)].filter { !$0.isEmpty }
      .joined(separator: "・")
    return "\(id)、\(kind)、フォロワー\(Amount.whole(creator.followers))人"
  }

  static func standing(_ creator: CreatorExplanation) -> String {
    if let deal = creator.deal {
      return "\(deal.productID)の\(LabelJapanese.name(deal.format))で計画に入っています："
        + "\(creator.dealCount)件中\(deal.rank)番目、\(Amount.money(deal.cost))で成果を"
        + "\(value(deal.marginalValue, creator))増やします。"
    }
    let start =
      creator.plannedProducts.isEmpty
      ? "計画に入っていません。" : "計画に入っていますが、この起用ではありません。"
    guard let product = creator.productID, let format = creator.format else { return start }
    return start + "対象：\(product)の\(LabelJapanese.name(format))。"
  }

  static func castElsewhere(_ creator: CreatorExplanation, why: String) -> String {
    "\(LabelJapanese.listed(creator.plannedProducts))に起用しているため。この起用については、\(why)"
  }

  static func typical(_ peers: PeerGroup, _ format: DealFormat?) -> String {
    let words = [peers.platform, peers.tier.map(LabelJapanese.name) ?? ""]
      .filter { !$0.isEmpty }
    let kind = words.isEmpty ? "" : words.joined(separator: "・") + "の"
    let offer = format.map(LabelJapanese.name) ?? "この施策"
    return "標準：\(offer)を引き受ける\(kind)ほかの出演者"
      + "\(Amount.whole(Double(peers.count)))人の中央値。"
  }

  static func name(_ kind: DealFactor.Kind) -> String {
    switch kind {
    case .expectedViews: "視聴者"
    case .authenticShare: "× 実在の人の割合"
    case .delivery: "× 配信が届く確率"
    case .announcements: "× 告知の効果"
    case .relationship: "× 関係性"
    case .affinity: "× ジャンル適合度"
    case .effectiveReach: "= 届く人数"
    case .conversion: "× 1人あたりの注文"
    case .orderWorth: "× 注文1件の価値"
    case .ownValue: "= 単独での成果"
    case .fee: "料金"
    case .cost: "費用"
    case .valuePerYen: "1\(LabelJapanese.money)あたりの成果"
    }
  }

  static func engagement(
    _ entry: CreatorExplanation.EngagementEntry, _ creator: CreatorExplanation
  ) -> String {
    let known = creator.statedEngagement
    let now =
      known.isNaN
      ? "反応率は不明です。" : "反応率は\(ExplainNumber.rate(known))です。"
    switch entry {
    case .at(let rate, let outAt):
      return now + "\(ExplainNumber.rate(rate))なら計画に入り、\(ExplainNumber.rate(outAt))では入りません"
        + "（計画し直して確認）。"
    case .none: return now + "関係性の係数は最大2のため、反応率がいくら高くても計画に入りません。"
    case .undecided: return now + "どの反応率で計画に入るかは、制限に達するまでに判明しませんでした。"
    }
  }

  static func value(
    _ number: Double, _ creator: CreatorExplanation
  ) -> String {
    LabelJapanese.value(number, creator.objective, rule: .toNearestOrAwayFromZero)
  }
}
