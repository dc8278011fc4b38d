import Casting
import CastingPlanning

// Words that tables and sentences of several rooms share.

extension Wording {
  /// What a format is called: `live`, `ライブ`.
  public func name(_ format: DealFormat) -> String {
    pick(english: format.rawValue, japanese: LabelJapanese.name(format))
  }

  /// How far the talks about a deal went.
  public func name(_ status: Booking.Status) -> String {
    pick(english: status.rawValue, japanese: LabelJapanese.name(status))
  }

  /// What a tier is called.
  public func name(_ tier: Tier) -> String {
    pick(english: tier.rawValue, japanese: LabelJapanese.name(tier))
  }

  /// How well a number is known, in a word.
  public func name(_ grade: Grade) -> String {
    pick(english: grade.word, japanese: LabelJapanese.name(grade))
  }

  /// `C0042 × P03 live`.
  public func name(_ deal: ScenarioDeal) -> String {
    "\(deal.creatorID) × \(deal.productID) \(name(deal.format))"
  }

  /// The heading of a column of a file, for people.
  package func title(_ column: SheetColumn) -> String {
    pick(english: SheetColumnEnglish.title(column), japanese: SheetColumnJapanese.title(column))
  }

  /// An amount in the unit of the objective: `¥1,234`, `1,234 orders`, `1,234 people`.
  package func value(
    _ number: Double, _ objective: Objective,
    rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    pick(
      english: Amount.value(number, objective, rule: rule),
      japanese: LabelJapanese.value(number, objective, rule: rule))
  }

  /// A small amount in the unit of the objective, with about three digits.
  package func price(_ number: Double, _ objective: Objective) -> String {
    pick(
      english: Amount.price(number, objective), japanese: LabelJapanese.price(number, objective))
  }
}
