import Tables

// Every sentence about groups of creators in a brief.

extension InputIssue {
  static func repeatedMember(_ cell: Cell) -> InputIssue {
    InputIssue(
      file: cell.place.file, line: cell.place.line, column: cell.place.column,
      what: "\(cell.name) names a creator twice", value: cell.text,
      rule: "each creator of a group is named once", remedy: "remove one of the two")
  }

  static func loneMember(_ cell: Cell, _ members: [String]) -> InputIssue {
    InputIssue(
      file: cell.place.file, line: cell.place.line, column: cell.place.column,
      what: members.isEmpty ? "\(cell.name) names nobody" : "\(cell.name) has one creator only",
      value: members.joined(separator: ", "),
      rule: "a group has at least two creators, as [C0010, C0011]",
      remedy: "add another creator, or remove the group")
  }
}
