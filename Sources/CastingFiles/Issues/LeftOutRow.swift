/// A row that was left out, for whoever names it later.
public struct LeftOutRow: Equatable, Sendable {
  /// What the row was.
  public var noun: RowNoun
  /// As its cell reads.
  public var id: String
  /// Why it was left out, and where it stands.
  public var issue: InputIssue
}

extension LeftOutRow {
  /// Why it was left out, as an issue of the input.
  var cause: InputIssue {
    var cause = issue
    cause.extent = .input
    return cause
  }
}

extension Sequence where Element == LeftOutRow {
  /// The first row with the id.
  package func row(_ id: String, _ noun: RowNoun) -> LeftOutRow? {
    first { $0.noun == noun && $0.id == id }
  }
}
