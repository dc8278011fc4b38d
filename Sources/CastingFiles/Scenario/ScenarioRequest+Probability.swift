import CastingPlanning

extension ScenarioRequest {
  /// Probabilities of the base, of budgets and of the scenarios asked for; they sum to 1.
  ///
  /// Where scenarios state theirs, all of them do, the base has what is left, and budgets have none;
  /// where none does, all are equally probable.
  public static func probabilities(
    _ requests: [ScenarioRequest], budgets: Int
  ) throws(InputError) -> [Double] {
    let stated = requests.compactMap(\.probability)
    guard !stated.isEmpty else {
      let count = 1 + budgets + requests.count
      return [Double](repeating: 1 / Double(count), count: count)
    }
    var issues = InputIssues()
    let ofFiles = requests.filter(\.isOfFile)
    for request in ofFiles where request.probability == nil {
      issues.append(
        InputIssue(
          file: request.words, what: "the scenario has no probability", value: request.name ?? "",
          rule: "where one scenario has a probability, all have",
          remedy: "add probability: 0.2, or take the others out"))
    }
    let sum = stated.reduce(0, +)
    if sum > 1 + 1e-9 {
      issues.append(
        InputIssue(
          file: ofFiles.last?.words ?? "", what: "the probabilities of the scenarios are too much",
          value: "\(sum)", rule: "they add to 1 at most; what is left is the base's",
          remedy: "lower them"))
    }
    guard issues.isEmpty else { throw InputError(issues) }
    return [max(0, 1 - sum)] + [Double](repeating: 0, count: budgets)
      + requests.map { $0.probability ?? 0 }
  }

  /// Whether it was read from a file of scenarios, not from an option.
  private var isOfFile: Bool { !words.hasPrefix("--") }
}

extension InputIssue {
  /// Scenarios that no one plan can be made for.
  public static func scenariosApart(_ fault: WhatIfStudy.JointFault) -> InputIssue {
    let (what, remedy) =
      switch fault {
      case .objectives: ("have different objectives", "leave out those that set another objective")
      case .formats: ("have different formats in play", "leave out those that set other formats")
      case .keptPlans: ("keep different last plans", "leave out those that set another keep")
      case .budgetQuestion:
        ("ask for their budgets", "state the budget in place of target or minimum_marginal_return")
      }
    return InputIssue(
      file: "--together", what: "the scenarios \(what)",
      rule: "one plan for all has deals and values that all of them know", remedy: remedy)
  }
}
