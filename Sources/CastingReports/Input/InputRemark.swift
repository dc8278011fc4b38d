import Casting
import CastingFiles

/// What a plan has to say of the inputs it was made from.
public enum InputRemark: Equatable, Sendable {
  case note(ReadingNote)
  /// A row that was left out, or a cell that counts as not known.
  case leftOut(InputIssue)
  /// So many more, too many to be listed.
  case moreLeftOut(Int)

  /// Notes, then rows that were left out.
  public static func all(notes: [ReadingNote], skipped: InputIssues) -> [InputRemark] {
    notes.map { .note($0) } + skipped.kept.map { .leftOut($0) }
      + (skipped.unseen > 0 ? [.moreLeftOut(skipped.unseen)] : [])
  }
}

extension FaultExtent {
  /// What was done where inputs are not refused, for programs.
  package var done: String { self == .cell ? "blanked" : "left_out" }
}

extension JSONValue {
  /// For programs: a code with its arguments, and the place where it was found.
  init(_ remark: InputRemark) {
    switch remark {
    case .note(let note): self.init(note)
    case .leftOut(let issue): self.init(issue)
    case .moreLeftOut(let count):
      self = .object([("code", .string("more")), ("count", .number(Double(count)))])
    }
  }

  /// Code and arguments of the fault, the value as written, and the place.
  init(_ issue: InputIssue) {
    self.init(issue.fault.fact)
    guard case .object(let members) = self else { return }
    let number = { (place: Int?) in place.map { JSONValue.number(Double($0)) } ?? .null }
    self = .object(
      members + [
        ("value", issue.value.isEmpty ? .null : .string(issue.value)),
        ("file", .string(issue.file)), ("line", number(issue.line)),
        ("column", number(issue.column)), ("header", JSONValue(issue.header)),
      ] + (issue.extent == .input ? [] : [("done", .string(issue.extent.done))]))
  }
}
