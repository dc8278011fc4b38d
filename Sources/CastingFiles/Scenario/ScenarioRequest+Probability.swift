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
          file: request.words, .question(.missingProbability), value: request.name ?? ""))
    }
    let sum = stated.reduce(0, +)
    if sum > 1 + 1e-9 {
      issues.append(
        InputIssue(
          file: ofFiles.last?.words ?? "", .question(.probabilitySum), value: "\(sum)"))
    }
    guard issues.isEmpty else { throw InputError(issues) }
    return [max(0, 1 - sum)] + [Double](repeating: 0, count: budgets)
      + requests.map { $0.probability ?? 0 }
  }

  /// Whether it was read from a file of scenarios, not from an option.
  private var isOfFile: Bool { !words.hasPrefix("--") }
}
