import Casting
import Tables

/// What is wrong with a brief: its form, its keys, what it asks.
public enum BriefFault: Fact, Codable {
  case emptyBrief
  case missingBudget
  /// - problem: in the parser's own words; nil where it has none.
  case notYAML(problem: String?)
  case repeatedBriefKey
  /// - keys: those that there are.
  case unknownKey(name: InputSubject, keys: [String], nearest: String?)
  case emptyKey(name: InputSubject)
  case missingKey(name: InputSubject, key: String)
  case wrongShape(name: InputSubject, form: ExpectedForm)
  /// A list or a mapping where a number is meant.
  case notSingle(name: InputSubject, meaning: NumberMeaning)
  case unknownChoice(name: InputSubject, choices: [String], nearest: String?)
  /// - cells: those that audiences have, and the genders and ages that these tell.
  case unknownCell(cells: [String], nearest: String?)
  case competitorsWithoutWindow
  case twoBudgetQuestions
  case shareWithoutBudget
  case quotaWithoutLimit(measures: [String])
  case limitOrder(name: InputSubject, minimum: Double, maximum: Double)
  /// ISO days.
  case windowOrder(from: String, to: String)
  /// - isWhole: whether all six ages are named.
  case audienceSum(sum: Double, isWhole: Bool, tolerance: Double)
  /// - table: path of the file that lacks the header.
  case unmatchedColumn(name: String, table: String, headers: [String], nearest: String?)
  /// A name that several have; their ids.
  case sharedName(name: InputSubject, noun: RowNoun, ids: [String])
  /// A header that several tables have; their keys in `columns`.
  case sharedColumn(name: String, tables: [String])
  /// No code of ISO 4217.
  case unknownCurrency(name: InputSubject)
  /// A rate of the currency that the campaign is in.
  case ownExchangeRate(currency: String)
  case repeatedMember(name: InputSubject)
  /// Of all agencies, or of one that the value names.
  case repeatedLimit(name: InputSubject, isOfOne: Bool)
  case loneMember(name: InputSubject, isEmpty: Bool)

  case badPackageName(because: NameReason)
  case tooManyPackages(maximum: Int)

  /// Why a package cannot be called so.
  public enum NameReason: Equatable, Codable, Sendable {
    /// It is a word for a format.
    case isFormat(format: String)
    /// It reads like the name of another package.
    case isPackage(name: String)
    /// A column of fees by that name means something else.
    case isColumn(column: String)
    /// It has characters that part names.
    case hasSeparators
  }

  // The plan that `keep` names.
  case unreadableLastPlan(reason: FileProblem.Reason)
  case lastPlanOfOtherForm
  case lastPlanFormat(format: String)
}
