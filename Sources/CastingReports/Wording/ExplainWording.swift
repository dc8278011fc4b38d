import Casting
import CastingPlanning

/// What is said of single creators and rules of a plan.
extension Wording {
  /// Headings of an explanation.
  package enum ExplainLabel: CaseIterable {
    case factor, own, typical, ratio, known, why, whatWouldChange
  }

  package func text(_ label: ExplainLabel) -> String {
    pick(english: ExplainEnglish.text(label), japanese: ExplainJapanese.text(label))
  }

  /// Who it is.
  package func head(_ creator: CreatorExplanation) -> String {
    pick(english: ExplainEnglish.head(creator), japanese: ExplainJapanese.head(creator))
  }

  /// Whether the creator is in the plan, and with what.
  package func standing(_ creator: CreatorExplanation) -> String {
    pick(english: ExplainEnglish.standing(creator), japanese: ExplainJapanese.standing(creator))
  }

  /// Why, without a full stop.
  package func reason(_ creator: CreatorExplanation) -> String {
    let own =
      switch creator.reason {
      case .cast(let reasons): text(reasons)
      case .leftOut(let reason): text(reason)
      }
    guard creator.deal == nil, !creator.plannedProducts.isEmpty else { return own }
    return pick(
      english: ExplainEnglish.castElsewhere(creator, why: own),
      japanese: ExplainJapanese.castElsewhere(creator, why: own))
  }

  /// The same as a sentence.
  package func why(_ creator: CreatorExplanation) -> String {
    reason(creator) + pick(english: ".", japanese: "。")
  }

  /// Whom the creator is compared with.
  package func typical(_ peers: PeerGroup, _ format: DealFormat?) -> String {
    pick(
      english: ExplainEnglish.typical(peers, format),
      japanese: ExplainJapanese.typical(peers, format))
  }

  /// What a factor is called.
  public func name(_ kind: DealFactor.Kind) -> String {
    pick(english: ExplainEnglish.name(kind), japanese: ExplainJapanese.name(kind))
  }

  /// A factor's number; `–` where there is none.
  package func amount(
    _ value: Double, _ kind: DealFactor.Kind, _ objective: Objective
  ) -> String {
    guard value.isFinite else { return "–" }
    switch kind {
    case .expectedViews, .effectiveReach: return Amount.whole(value)
    case .authenticShare, .delivery, .announcements, .relationship, .affinity:
      return Amount.decimal(value, 2)
    case .conversion: return Amount.decimal(value, 4)
    case .orderWorth: return objective.isMoney ? Amount.money(value) : "1"
    case .ownValue: return self.value(value, objective)
    case .fee, .cost: return Amount.money(value)
    case .valuePerYen: return Amount.decimal(value, objective.isMoney ? 2 : 4)
    }
  }

  /// What would bring the creator in or drop the deal; empty where that is not the question.
  package func changes(_ creator: CreatorExplanation) -> [String] {
    if let deal = creator.deal {
      return [
        pick(
          english: ExplainEnglish.staying(deal, creator),
          japanese: ExplainJapanese.staying(deal, creator))
      ]
    }
    guard creator.plannedProducts.isEmpty else { return [] }
    let entering = pick(
      english: ExplainEnglish.entering(creator), japanese: ExplainJapanese.entering(creator))
    return [entering]
      + [creator.engagement].compactMap { $0 }.map { entry in
        pick(
          english: ExplainEnglish.engagement(entry, creator),
          japanese: ExplainJapanese.engagement(entry, creator))
      }
  }

  /// What a rule asks for, and what the plan would be worth without it.
  package func sentences(_ rule: RuleExplanation) -> [String] {
    pick(
      english: ExplainEnglish.sentences(rule), japanese: ExplainJapanese.sentences(rule))
  }
}

/// Numbers of explanations.
enum ExplainNumber {
  /// `3.20 %`.
  static func rate(_ rate: Double) -> String { Amount.decimal(rate * 100, 2) + " %" }

  /// Use and limits of a rule.
  static func use(_ number: Double) -> String {
    number == number.rounded() ? Amount.whole(number) : Amount.decimal(number, 3)
  }
}
