// Plan directories that cannot be written, and plan files that are none.

extension Wording {
  /// `path: what; the way out`.
  public func text(_ problem: PlanDirectoryProblem) -> String {
    let path = problem.path.isEmpty ? "\"\"" : problem.path
    return pick(
      english: FileEnglish.line(path, what: StorageEnglish.what(problem.reason))
        + StorageEnglish.remedy(problem.reason),
      japanese: FileJapanese.line(path, what: StorageJapanese.what(problem.reason))
        + StorageJapanese.remedy(problem.reason) + "。")
  }

  /// `path: what; the way out`.
  public func text(_ problem: PlanFileProblem) -> String {
    pick(
      english: FileEnglish.line(problem.path, what: StorageEnglish.what(problem.reason))
        + StorageEnglish.remedy(problem.reason),
      japanese: FileJapanese.line(problem.path, what: StorageJapanese.what(problem.reason))
        + StorageJapanese.remedy(problem.reason) + "。")
  }
}
