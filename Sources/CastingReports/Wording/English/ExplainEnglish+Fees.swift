import Casting
import CastingPlanning

/// At which fee a deal goes or a creator comes in, in English.
extension ExplainEnglish {
  static func staying(_ deal: PlannedDeal, _ creator: CreatorExplanation) -> String {
    let asked = asked(creator)
    switch deal.feeFinding {
    case .locked: return asked + "the brief locks the deal, so no fee drops it."
    case .threshold(let fee):
      return asked
        + "she stays up to \(Amount.money(fee, rule: .down)). Solved again with 1 % more, the "
        + "best plan goes without this deal."
    case .atLeast(let fee, let outAt):
      return asked + "she stays at least up to \(Amount.money(fee, rule: .down))\(beyond(outAt))."
    case .everyFee:
      return asked + "no fee that the rules allow drops the deal: solved again, she stays."
    case .todaysFee, .noFee, .notSolved:
      return asked
        + "the fee at which the deal would go was not found before a limit; allow more with "
        + "--time-limit."
    }
  }

  static func entering(_ creator: CreatorExplanation) -> String {
    if case .leftOut(let reason) = creator.reason, reason.lacksFee {
      return
        "It is not known what she asks: castplan what-if --fee \(creator.creatorID)=AMOUNT tells whether "
        + "she comes in at a fee."
    }
    let asked = asked(creator)
    switch creator.fee {
    case .noFee: return "No fee brings her in."
    case .threshold(let fee):
      return asked
        + "at \(Amount.money(fee, rule: .down)) and below she comes in. Solved again with 1 % "
        + "more, she is out."
    case .atLeast(let fee, let outAt):
      return asked
        + "she comes in at least up to \(Amount.money(fee, rule: .down))\(beyond(outAt))."
    case .todaysFee, .everyFee:
      return asked
        + "she is next in line at that fee: a plan with her is worth as much as this one, as "
        + "far as the proof tells."
    case .notSolved, .locked:
      return asked
        + "the fee at which she would come in was not found before a limit; allow more with "
        + "--time-limit."
    }
  }

  /// What is known above a fee up to which she is in.
  private static func beyond(_ outAt: Double?) -> String {
    outAt.map {
      ", and no more from \(Amount.money($0, rule: .up)) on; between the two the proof does not tell "
        + "the plans apart"
    } ?? "; above, the proof does not tell the plans apart"
  }

  private static func asked(_ creator: CreatorExplanation) -> String {
    creator.statedFee.isFinite ? "She asks \(Amount.money(creator.statedFee)); " : ""
  }
}
