/// The price of a rule on what an item takes across groups.
struct ItemPrice: Sendable {
  enum Scope: Sendable, Equatable {
    case all
    case key(Int32)
    case kinds([Int32])

    func contains(_ offer: ItemDivision.Offer) -> Bool {
      contains(kind: offer.kind, key: offer.key)
    }

    func contains(kind: Int32, key: Int32) -> Bool {
      switch self {
      case .all: true
      case .key(let own): key == own
      case .kinds(let kinds): kinds.contains(kind)
      }
    }
  }

  /// The options that the rule counts.
  var scope: Scope
  /// How many of them may be taken, or must be.
  var capacity: Int
  /// 1 where no more may be taken, −1 where no fewer.
  var sign: Double
  /// Whether just so many must be taken: then the price may be negative.
  var isFree = false
  var value = 0.0

  func isSameRule(as other: ItemPrice) -> Bool { scope == other.scope && sign == other.sign }
}
