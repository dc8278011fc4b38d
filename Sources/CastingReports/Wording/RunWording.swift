// What commands say beside their results.

extension Wording {
  /// One sentence on the options, without the program's name.
  package func text(_ problem: UsageProblem) -> String {
    pick(english: UsageEnglish.text(problem), japanese: UsageJapanese.text(problem))
  }

  /// A line of stderr.
  package func text(_ notice: RunNotice) -> String {
    pick(english: RunEnglish.text(notice), japanese: RunJapanese.text(notice))
  }

  /// What the moving line shows.
  package func text(_ step: RunStep) -> String {
    pick(english: RunEnglish.text(step), japanese: RunJapanese.text(step))
  }
}
