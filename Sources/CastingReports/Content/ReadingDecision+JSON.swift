import CastingReview

extension ReadingDecision {
  /// The decision as files have it.
  func document(_ wording: Wording) -> JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return .object([
      ("table", .string(table.rawValue)),
      ("column", text(column)),
      ("header", text(header)),
      ("decision", .string(what.word)),
      ("basis", .string(basis.rawValue)),
      ("evidence", .string(wording.evidence(self))),
    ])
  }

  /// Whether a reader of the report wants to know: not that numbers are written as most are.
  var isWorthListing: Bool {
    if isTold || basis == .stated { return true }
    return switch what {
    case .fraction, .pointDecimals, .currency, .sheet: false
    default: true
    }
  }
}
