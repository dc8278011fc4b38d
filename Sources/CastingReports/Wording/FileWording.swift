import CastingFiles
import Tables

// Files that cannot be read or written, as issues and as errors of their own.

extension Wording {
  /// `path: what; the way out`.
  public func text(_ problem: FileProblem) -> String {
    pick(
      english: FileEnglish.line(problem.path, FileEnglish.sentence(problem.reason)),
      japanese: FileJapanese.line(problem.path, FileJapanese.sentence(problem.reason)))
  }

  /// `path: what; the way out`.
  public func text(_ problem: NPYProblem) -> String {
    pick(
      english: FileEnglish.line(problem.path, FileEnglish.sentence(problem.reason)),
      japanese: FileJapanese.line(problem.path, FileJapanese.sentence(problem.reason)))
  }

  package func sentence(_ reason: FileProblem.Reason) -> IssueSentence {
    pick(english: FileEnglish.sentence(reason), japanese: FileJapanese.sentence(reason))
  }

  package func sentence(_ reason: NPYProblem.Reason) -> IssueSentence {
    pick(english: FileEnglish.sentence(reason), japanese: FileJapanese.sentence(reason))
  }

  /// What the system says of a failure, by its number.
  package func text(errorNumber number: Int32) -> String {
    pick(
      english: SystemErrorWords.english(number), japanese: SystemErrorWords.japanese(number))
  }
}
