import Tables

// Every sentence about groups and agencies of creators in a brief.

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

  static func repeatedLimit(_ cell: Cell, agency: String?) -> InputIssue {
    InputIssue(
      file: cell.place.file, line: cell.place.line, column: cell.place.column,
      what: "\(cell.name) limits " + (agency == nil ? "all agencies twice" : "an agency twice"),
      value: agency ?? "",
      rule:
        "each agency is limited once, and all others once, as [{max: 3}, {agency: Acme, max: 2}]",
      remedy: "remove one of the two")
  }
}
