import Casting
import CastingPlanning

/// At which fee a deal goes or a creator comes in, in Japanese.
extension ExplainJapanese {
  static func staying(_ deal: PlannedDeal, _ creator: CreatorExplanation) -> String {
    let asked = asked(creator)
    switch deal.feeFinding {
    case .locked: return asked + "案件で出演が固定されているため、料金がいくらでも外れません。"
    case .threshold(let fee):
      return asked
        + "\(Amount.money(fee, rule: .down))までは計画に残ります。1 %高くして解き直すと、最良の計画から外れます。"
    case .atLeast(let fee, let outAt):
      return asked + "少なくとも\(Amount.money(fee, rule: .down))までは計画に残ります。\(beyond(outAt))"
    case .everyFee: return asked + "条件が許すどの料金でも、解き直した計画に残ります。"
    case .todaysFee, .noFee, .notSolved:
      return asked + "外れる料金は制限までに求まりませんでした。--time-limitを延ばしてください。"
    }
  }

  static func entering(_ creator: CreatorExplanation) -> String {
    if case .leftOut(let reason) = creator.reason, reason.lacksFee {
      return "料金が分かりません。castplan what-if --fee \(creator.creatorID)=金額で、その料金で計画に入るかどうかが分かります。"
    }
    let asked = asked(creator)
    switch creator.fee {
    case .noFee: return "料金がいくらでも計画に入りません。"
    case .threshold(let fee):
      return asked
        + "\(Amount.money(fee, rule: .down))以下なら計画に入ります。1 %高くして解き直すと入りません。"
    case .atLeast(let fee, let outAt):
      return asked + "少なくとも\(Amount.money(fee, rule: .down))までなら計画に入ります。\(beyond(outAt))"
    case .todaysFee, .everyFee:
      return asked + "その料金で次点です。起用した計画の成果は、証明の範囲でこの計画と変わりません。"
    case .notSolved, .locked:
      return asked + "計画に入る料金は制限までに求まりませんでした。--time-limitを延ばしてください。"
    }
  }

  /// What is known above a fee up to which the creator is in.
  private static func beyond(_ outAt: Double?) -> String {
    outAt.map {
      "\(Amount.money($0, rule: .up))以上では入りません。その間は証明の範囲で優劣がつきません。"
    } ?? "それより上は証明の範囲で優劣がつきません。"
  }

  private static func asked(_ creator: CreatorExplanation) -> String {
    creator.statedFee.isFinite ? "希望料金は\(Amount.money(creator.statedFee))です。" : ""
  }
}
