import Casting
import Tables
import Yams

// Issues with briefs.

extension InputIssue {
  static func emptyBrief(_ file: String) -> InputIssue {
    InputIssue(file: file, .brief(.emptyBrief))
  }

  static func missingBudget(_ file: String?) -> InputIssue {
    InputIssue(file: file ?? "--budget", .brief(.missingBudget))
  }

  static func unknownKey(_ cell: Cell, keys: [String]) -> InputIssue {
    let nearest = NearestName.nearest(cell.text, among: keys)
    return InputIssue(
      cell, .brief(.unknownKey(name: cell.name, keys: keys, nearest: nearest)))
  }

  static func emptyKey(_ cell: Cell) -> InputIssue {
    InputIssue(cell.place, .brief(.emptyKey(name: cell.name)))
  }

  static func missingKey(_ cell: Cell, _ key: String) -> InputIssue {
    InputIssue(cell, .brief(.missingKey(name: cell.name, key: key)))
  }

  static func wrongShape(_ cell: Cell, _ form: ExpectedForm) -> InputIssue {
    InputIssue(cell, .brief(.wrongShape(name: cell.name, form: form)))
  }

  static func notSingle(_ cell: Cell, _ rule: NumberRule) -> InputIssue {
    InputIssue(cell, .brief(.notSingle(name: cell.name, meaning: rule.meaning)))
  }

  static func unknownChoice(_ cell: Cell, _ choices: [String]) -> InputIssue {
    let nearest = NearestName.nearest(cell.text, among: choices)
    return InputIssue(
      cell, .brief(.unknownChoice(name: cell.name, choices: choices, nearest: nearest)))
  }

  static func unknownCell(_ cell: Cell, _ choices: [String]) -> InputIssue {
    let nearest = NearestName.nearest(cell.text, among: choices)
    return InputIssue(cell, .brief(.unknownCell(cells: choices, nearest: nearest)))
  }

  static func competitorsWithoutWindow(_ cell: Cell) -> InputIssue {
    InputIssue(cell.place, .brief(.competitorsWithoutWindow))
  }

  static func twoBudgetQuestions(_ cell: Cell) -> InputIssue {
    InputIssue(cell, .brief(.twoBudgetQuestions))
  }

  static func shareWithoutBudget(_ file: String) -> InputIssue {
    InputIssue(file: file, .brief(.shareWithoutBudget))
  }

  static func unusableLastPlan(_ cell: Cell, _ fault: BriefFault) -> InputIssue {
    InputIssue(cell, .brief(fault))
  }

  static func quotaWithoutLimit(_ cell: Cell, _ measures: [String]) -> InputIssue {
    InputIssue(cell, .brief(.quotaWithoutLimit(measures: measures)))
  }

  static func limitOrder(_ cell: Cell, _ minimum: Double, _ maximum: Double) -> InputIssue {
    InputIssue(
      cell, .brief(.limitOrder(name: cell.name, minimum: minimum, maximum: maximum)))
  }

  static func windowOrder(_ cell: Cell, from: String, to: String) -> InputIssue {
    InputIssue(cell.place, .brief(.windowOrder(from: from, to: to)))
  }

  static func audienceSum(_ cell: Cell, _ sum: Double, isWhole: Bool) -> InputIssue {
    InputIssue(
      cell,
      .brief(
        .audienceSum(
          sum: RowFault.told(sum), isWhole: isWhole, tolerance: AudienceColumns.sumTolerance)))
  }

  static func unmatchedColumn(
    _ name: String, header: String, at place: InputPlace, headers: [String], file: String
  ) -> InputIssue {
    let nearest = NearestName.nearest(header, among: headers)
    return InputIssue(
      place,
      .brief(.unmatchedColumn(name: name, table: file, headers: headers, nearest: nearest)),
      value: header)
  }

  static func sharedColumn(
    _ name: String, header: String, at place: InputPlace, tables: [TableStatements.Table]
  ) -> InputIssue {
    InputIssue(
      place, .brief(.sharedColumn(name: name, tables: tables.map(\.rawValue))), value: header)
  }

  static func repeatedMember(_ cell: Cell) -> InputIssue {
    InputIssue(cell, .brief(.repeatedMember(name: cell.name)))
  }

  static func repeatedLimit(_ cell: Cell, agency: String?) -> InputIssue {
    InputIssue(
      cell.place, .brief(.repeatedLimit(name: cell.name, isOfOne: agency != nil)),
      value: agency ?? "")
  }

  static func loneMember(_ cell: Cell, _ members: [String]) -> InputIssue {
    InputIssue(
      cell.place, .brief(.loneMember(name: cell.name, isEmpty: members.isEmpty)),
      value: members.joined(separator: ", "))
  }

  // MARK: YAML

  /// A fault that the YAML parser found.
  static func yaml(_ error: YamlError?, file: String, text: String) -> InputIssue {
    var place = InputPlace(file: file)
    var problem: String?
    switch error {
    case .scanner(_, let found, let mark, _), .parser(_, let found, let mark, _),
      .composer(_, let found, let mark, _):
      problem = found
      place.line = mark.line
      place.column = mark.column
    case .reader(let found, _, _, _): problem = found
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicateKey(keys.first ?? "", file: file, mark: context.mark, text: text)
    default: break
    }
    return InputIssue(place, .brief(.notYAML(problem: problem)))
  }

  private static func duplicateKey(
    _ key: String, file: String, mark: Mark, text: String
  ) -> InputIssue {
    // The parser gives the place of the mapping; the second line that starts with the key, at
    // the mapping's own indentation, is where the repetition stands.
    let indentation = String(repeating: " ", count: max(0, mark.column - 1))
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let matching = lines.indices.filter {
      $0 >= mark.line - 1 && lines[$0].hasPrefix(indentation + key + ":")
    }
    let line = matching.count > 1 ? matching[1] + 1 : mark.line
    return InputIssue(
      file: file, line: line, column: mark.column, .brief(.repeatedBriefKey), value: key)
  }
}
