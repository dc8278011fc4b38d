import Casting
import CastingPlanning

/// At which fee a deal goes or a creator comes in, in Japanese.
extension ExplainJapanese {
  static func staying(_ deal: PlannedDeal, _ creator: CreatorExplanation) -> String {
    let asked = asked(creator)
    let limit = Amount.yen(deal.breakEvenFee, rule: .down)
    switch deal.feeBasis {
    case .locked: return asked + "案件で出演が固定されているため、料金がいくらでも外れません。"
    case .solvedAgain: return asked + "\(limit)までは計画に残ります。1 %高くして計画し直すと外れます。"
    case .wholeDeals:
      let found =
        deal.wholeDealFee.map { "およそ\(Amount.yen($0, rule: .down))まで残ります" }
        ?? "条件が許すどの料金でも残ります"
      return asked + "計画の価格からは\(limit)ですが、起用は1件単位のため、計画し直すと\(found)。"
    case .prices:
      return deal.breakEvenFee.isFinite
        ? asked + "計画の価格からは\(limit)まで残ります。計画し直す前に制限に達しました。"
        : asked + "高すぎる料金はありません。"
    }
  }

  static func entering(_ creator: CreatorExplanation) -> String {
    guard let fee = creator.entryFee else { return "料金がいくらでも計画に入りません。" }
    let asked = asked(creator)
    let limit = Amount.yen(fee, rule: .down)
    switch creator.feeBasis {
    case .solvedAgain: return asked + "\(limit)未満なら計画に入ります。1 %低くして計画し直すと入ります。"
    case .wholeDeals:
      let found =
        creator.wholeDealFee.map { "およそ\(Amount.yen($0, rule: .down))で計画に入ります" }
        ?? "料金がいくらでも計画に入りません"
      return asked + "計画の価格からは\(limit)ですが、起用は1件単位のため、計画し直すと\(found)。"
    case .prices, .locked:
      return asked + "計画の価格からは\(limit)未満で計画に入ります。計画し直す前に制限に達しました。"
    }
  }

  private static func asked(_ creator: CreatorExplanation) -> String {
    creator.statedFee.isFinite ? "希望料金は\(Amount.yen(creator.statedFee))です。" : ""
  }
}
