import Casting
import CastingPlanning

/// At which fee a deal goes or a creator comes in, in English.
extension ExplainEnglish {
  static func staying(_ deal: PlannedDeal, _ creator: CreatorExplanation) -> String {
    let asked = asked(creator)
    let limit = Amount.yen(deal.breakEvenFee, rule: .down)
    switch deal.feeBasis {
    case .locked: return asked + "the brief locks the deal, so no fee drops it."
    case .solvedAgain:
      return asked + "she stays up to \(limit). Planned again with 1 % more, the deal is gone."
    case .wholeDeals:
      let found = deal.wholeDealFee.map { "up to about \(Amount.yen($0, rule: .down))" }
      return asked + "the prices of the plan tell \(limit), but deals are booked whole: planned "
        + "again, she stays \(found ?? "at any fee that the rules allow")."
    case .prices:
      return deal.breakEvenFee.isFinite
        ? asked + "by the prices of the plan she stays up to \(limit); a limit came before that "
          + "could be planned again."
        : asked + "no fee is too high."
    }
  }

  static func entering(_ creator: CreatorExplanation) -> String {
    guard let fee = creator.entryFee else { return "No fee brings her in." }
    let asked = asked(creator)
    let limit = Amount.yen(fee, rule: .down)
    switch creator.feeBasis {
    case .solvedAgain:
      return asked + "below \(limit) she comes in. Planned again with 1 % less, she is in the plan."
    case .wholeDeals:
      let found = creator.wholeDealFee.map { "at about \(Amount.yen($0, rule: .down)) she is in" }
      return asked + "the prices of the plan tell \(limit), but deals are booked whole: planned "
        + "again, \(found ?? "no fee brings her in")."
    case .prices, .locked:
      return asked + "by the prices of the plan she comes in below \(limit); a limit came before "
        + "that could be planned again."
    }
  }

  private static func asked(_ creator: CreatorExplanation) -> String {
    creator.statedFee.isFinite ? "She asks \(Amount.yen(creator.statedFee)); " : ""
  }
}
