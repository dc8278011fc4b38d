import CastingPlanning
import Tables
import Yams

// Every sentence about briefs.

extension InputIssue {
  private init(_ cell: Cell, what: String, value: String? = nil, rule: String, remedy: String) {
    self.init(
      file: cell.place.file, line: cell.place.line, column: cell.place.column, what: what,
      value: value ?? cell.text, rule: rule, remedy: remedy)
  }

  static func emptyBrief(_ file: String) -> InputIssue {
    InputIssue(
      file: file, what: "the brief holds no keys", rule: "a brief is YAML, as budget: 5_000_000",
      remedy: "write at least the budget")
  }

  static func missingBudget(_ file: String?) -> InputIssue {
    InputIssue(
      file: file ?? "--budget", what: "no budget is given",
      rule: "a plan needs one, in yen",
      remedy: "write budget: 5_000_000 in the brief, or give --budget 5M")
  }

  static func unknownKey(_ cell: Cell, keys: [String]) -> InputIssue {
    let nearest = NearestName.nearest(cell.text, among: keys)
    return InputIssue(
      cell, what: "\(cell.name) has no such key",
      rule: "its keys are \(keys.joined(separator: ", "))",
      remedy: nearest.map { "did you mean \($0)?" } ?? "remove it")
  }

  static func emptyKey(_ cell: Cell) -> InputIssue {
    InputIssue(
      cell, what: "\(cell.name) has no value", value: "", rule: "a key that is given has a value",
      remedy: "write the value, or remove the key")
  }

  static func missingKey(_ cell: Cell, _ key: String) -> InputIssue {
    InputIssue(
      cell, what: "\(cell.name) has no \(key)", rule: "\(key) is needed here",
      remedy: "add \(key): …")
  }

  static func wrongShape(_ cell: Cell, _ form: String) -> InputIssue {
    InputIssue(
      cell, what: "\(cell.name) has another form than expected", rule: "it is \(form)",
      remedy: "write it in that form")
  }

  static func unknownChoice(_ cell: Cell, _ choices: [String]) -> InputIssue {
    let nearest = NearestName.nearest(cell.text, among: choices)
    return InputIssue(
      cell, what: "\(cell.name) is not a known word",
      rule: "it is one of \(choices.joined(separator: ", "))",
      remedy: nearest.map { "did you mean \($0)?" } ?? "choose one of them")
  }

  static func twoBudgetQuestions(_ cell: Cell) -> InputIssue {
    InputIssue(
      cell, what: "target and minimum_marginal_return are both given",
      rule: "each of them tells by itself how much is spent", remedy: "remove one of them")
  }

  static func shareWithoutBudget(_ file: String) -> InputIssue {
    InputIssue(
      file: file, what: "spend_per_creator is a share of a budget that is not stated",
      rule: "minimum_marginal_return finds the spend, so that nothing is known to take a share of",
      remedy: "write budget: with the most there is, or spend_per_creator: {max: 300_000}")
  }

  static func unusableLastPlan(_ cell: Cell, what: String) -> InputIssue {
    InputIssue(
      cell, what: "the last plan \(what)",
      rule: "keep.plan names a plan.json, or the directory that optimize --out wrote",
      remedy: "correct the path, which is looked for beside the brief and in the working directory")
  }

  /// A word of the command line that names neither a creator nor a rule.
  public static func unknownSubject(_ text: String, among names: [String], of file: String)
    -> InputIssue
  {
    let nearest = NearestName.nearest(text, among: names)
    return InputIssue(
      file: file, what: "there is no creator or rule of that name", value: text,
      rule: "a creator_id of the roster is needed, or a rule as plan.json names it",
      remedy: nearest.map { "did you mean \($0)?" } ?? "correct it")
  }

  /// A plan that cannot be one of these inputs.
  public static func foreignPlan(_ path: String, _ fault: PlanInquiry.Fault) -> InputIssue {
    switch fault {
    case .foreignDeal(let deal):
      InputIssue(
        file: path, what: "the plan has a deal that these inputs do not allow", value: deal,
        rule: "a plan is explained by the inputs it was made from",
        remedy: "give the same roster, products, brief and deals; castplan check says where they "
          + "differ")
    case .foreignRelaxation:
      InputIssue(
        file: path, what: "the plan relaxes rules that are not the brief's",
        rule: "a plan is explained by the inputs it was made from", remedy: "give the same brief")
    }
  }

  /// A word of the command line that names no product.
  public static func unknownProduct(_ text: String, among ids: [String], of file: String)
    -> InputIssue
  {
    let nearest = NearestName.nearest(text, among: ids)
    return InputIssue(
      file: file, what: "there is no product of that id", value: text,
      rule: "a product_id of the table is needed",
      remedy: nearest.map { "did you mean \($0)?" } ?? "correct it")
  }

  static func quotaWithoutLimit(_ cell: Cell, _ measures: [String]) -> InputIssue {
    InputIssue(
      cell, what: "a quota limits nothing",
      rule: "it has at least one of \(measures.joined(separator: ", "))",
      remedy: "add, for example, count: {min: 3, max: 10}")
  }

  static func limitOrder(_ cell: Cell, _ minimum: Double, _ maximum: Double) -> InputIssue {
    InputIssue(
      cell,
      what: "\(cell.name) has min \(CSVWriter.shortest(minimum)) above max "
        + CSVWriter.shortest(maximum),
      rule: "the minimum is at most the maximum", remedy: "correct one of the two")
  }

  static func windowOrder(_ cell: Cell, from: String, to: String) -> InputIssue {
    InputIssue(
      cell, what: "the window ends before it begins", value: "\(from) to \(to)",
      rule: "from is not after to", remedy: "exchange or correct them")
  }

  static func audienceSum(_ cell: Cell, _ sum: Double, isWhole: Bool) -> InputIssue {
    InputIssue(
      cell,
      what: "the ages of the audience add to \(CSVWriter.shortest((sum * 1e4).rounded() / 1e4))",
      rule: isWhole
        ? "all six together are 1, within \(AudienceColumns.sumTolerance)"
        : "those named are together at most 1",
      remedy: "correct them, or name fewer: the rest is shared by the others")
  }

  static func unmatchedColumn(
    _ name: String, header: String, at place: InputPlace, headers: [String], file: String
  ) -> InputIssue {
    let nearest = NearestName.nearest(header, among: headers)
    return InputIssue(
      file: place.file, line: place.line, column: place.column,
      what: "columns gives \(name) a header that \(file) does not have", value: header,
      rule: "its headers are \(headers.joined(separator: ", "))",
      remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "correct it, or remove it")
  }

  /// A fault that the YAML parser found.
  static func yaml(_ error: YamlError?, file: String, text: String) -> InputIssue {
    var place = InputPlace(file: file)
    var problem = "the text cannot be parsed"
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
    return InputIssue(
      file: file, line: place.line, column: place.column,
      what: "the brief is not YAML: \(problem)", rule: "a brief is YAML, as budget: 5_000_000",
      remedy: "check indentation, colons, brackets and quotes near this place")
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
      file: file, line: line, column: mark.column, what: "a key is given twice", value: key,
      rule: "each key of a mapping is given once", remedy: "remove one, or join their values")
  }
}
