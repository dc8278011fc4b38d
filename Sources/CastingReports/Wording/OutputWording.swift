// Outputs that cannot be written, or must not be, and models that cannot score.

extension Wording {
  /// `place: what; the way out`.
  public func text(_ problem: OutputProblem) -> String {
    let place =
      switch problem.place {
      case .standardOutput:
        pick(english: OutputEnglish.standardOutput, japanese: OutputJapanese.standardOutput)
      case .path(let path): path.isEmpty ? "\"\"" : path
      }
    return pick(
      english: FileEnglish.line(place, what: OutputEnglish.what(problem))
        + OutputEnglish.remedy(problem),
      japanese: FileJapanese.line(place, what: OutputJapanese.what(problem))
        + OutputJapanese.remedy(problem) + "。")
  }

  /// A line for each reason: `path: what; the way out`.
  public func lines(_ problem: ScoreProblem) -> [String] {
    problem.reasons.map { reason in
      pick(
        english: "\(problem.path): \(OutputEnglish.text(reason))",
        japanese: "\(problem.path): \(OutputJapanese.text(reason))")
    }
  }
}
