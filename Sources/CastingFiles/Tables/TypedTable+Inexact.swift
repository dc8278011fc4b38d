import Casting
import CastingReview
import Tables

extension TypedTable {
  /// What is to be said of cells that hold no single number.
  var inexactNotes: [ReadingNote] {
    var notes: [ReadingNote] = []
    for (field, column) in (match?.columnOfField ?? []).enumerated() {
      guard let column, let evidence = evidence[column],
        case .number(let rule) = schema.columns[column].kind
      else { continue }
      let isFee = schema.columns[column].isFee
      let kinds: [(ReadingNote.InexactKind, Int)] = [
        (
          rule.quantity == .money ? .amounts(isFee ? terms.feePolicy : .high) : .ranges,
          evidence.ranges
        ),
        (.approximate, evidence.approximate),
        (
          terms.askPolicy == .exclude ? .excludedAsks : terms.asksAreOut ? .unpricedAsks : .asks,
          isFee ? evidence.asks : 0
        ),
      ]
      notes += kinds.filter { $0.1 > 0 }.map {
        .inexactCells(
          file: SheetPlace.shown(file), header: match?.headers[field] ?? "", kind: $0.0, cells: $0.1
        )
      }
    }
    return notes
  }
}

extension ReadingNote.InexactKind {
  fileprivate static func amounts(_ policy: FeePolicy) -> Self {
    switch policy {
    case .high: .amounts
    case .middle: .middleAmounts
    case .low: .lowAmounts
    }
  }
}
