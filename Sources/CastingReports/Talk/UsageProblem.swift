import Casting

/// What is wrong with the options of a command, before anything is read.
package enum UsageProblem: Fact {
  /// `--lang` with another word.
  case unknownLanguage(given: String)
  /// A file that every command needs.
  case missingFile(option: FileOption)
  /// - formats: those that the command has.
  case unknownFormat(given: String, formats: [String])
  case budget(given: String)
  /// - least, most: what a whole number may be; nil: any from `least`.
  case wholeNumber(option: String, given: String, least: Int, most: Int?)
  case unknownPolicy(given: String, policies: [String])
  case maximumInvalid(given: String)
  case timeLimit(given: String)
  case gap(given: String)

  // optimize
  /// - most: budgets that a curve may have.
  case curve(given: String, most: Int)
  /// A curve that no output of the command would have.
  case curveNowhere(given: String)

  // what-if
  /// - most: steps that a sweep may have.
  case sweep(given: String, most: Int)
  case setting(given: String)
  case fee(given: String)
  case productField(given: String)
  case productBudget(given: String)
  case noQuestion
  /// A brief that is to be changed, from standard input.
  case briefReadTwice

  // score
  case exclusive(options: [String])
  case unknownRanking(given: String, rankings: [String])
  case databaseToStandardOutput
  case modelUsedAndSaved
  /// - columns: those that conditions can be about.
  case condition(given: String, columns: [String])
  case runDate(given: String)
  case emptyRunID

  // compare
  /// Neither a plan nor, without inputs, a list that can be valued.
  case notPlan(path: String)
  case otherObjectives(
    first: String, firstObjective: String, second: String, secondObjective: String)
  /// An amount that is marked as another currency's.
  case foreignAmount(option: String, given: String, currency: String)
  case otherCurrencies(
    first: String, firstCurrency: String, second: String, secondCurrency: String)

  // init
  /// Defaults alone, of which the budget has none.
  case budgetWithoutDefault
  /// A table from standard input, which has the answers.
  case answersAreRead(option: FileOption)

  // generate
  case missingDirectory
  /// - example: how it may be written.
  case share(option: String, given: String, example: String)
  case unknownQuirk(given: String, quirks: [String])
  case quirkOfFile(given: String, quirk: String)
  case quirkClash(quirk: String, other: String)

  // template
  case missingWorkbook
  /// A file that spreadsheet programs would not open.
  case noWorkbookName(given: String)

  package enum FileOption: String, CaseIterable, Encodable, Sendable {
    case roster, products
  }
}
