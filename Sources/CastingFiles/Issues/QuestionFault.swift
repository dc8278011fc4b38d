import Casting

/// What is wrong with a question: a scenario, a creator or rule that is asked about, another plan.
public enum QuestionFault: Fact, Codable {
  /// A word of the command line that names neither a creator nor a rule.
  case unknownSubject(nearest: String?)
  case unknownProduct(nearest: String?)
  /// A plan with a deal that the inputs do not allow.
  case foreignDeal
  case foreignRelaxation
  /// A plan that names somebody whom the inputs do not have.
  case strangerInPlan(noun: RowNoun)

  /// A name that several creators have, or a person of several accounts.
  case severalCreators(ids: [String])

  // Scenarios
  case unknownScenarioID(noun: RowNoun)
  case unknownRule(rules: [String])
  /// Plans are made within a budget.
  case budgetDropped
  case productWithoutBudget
  case dealsHaveOwnCosts
  case noFeesOfFormat(format: String, inPlay: [String])
  /// A group of creators is named by something else.
  case unknownFilter(keys: [String])
  /// Nobody's fee is changed: nobody is in the group, or nobody states one.
  case changesNobody
  /// Nobody and nothing is in a group that is to go.
  case dropsNobody
  /// The product has no such number that could be changed so.
  case productLacks(field: String)
  case offersNoFormat(creator: String, example: String)
  /// Some columns of fees stand with tax and some without: an amount could be of either.
  case feesWithAndWithoutTax
  /// There is no fee that could be so much more or less.
  case noFeeToChange(creator: String)
  /// Keys that say how tables are read, which they are already.
  case tablesAreRead(key: TableKey)
  case mixOfOtherCells
  case missingProbability
  /// - sum: of the probabilities.
  case probabilitySum
  /// Scenarios that no one plan can be made for.
  case scenariosApart(difference: Difference)

  /// Keys of a brief that have a say only while tables are read.
  public enum TableKey: String, CaseIterable, Codable, Sendable {
    case columns, formats, packages
    /// Currency, rates and tax: amounts of tables were read by them.
    case money
    /// Other ways to say how tables are read.
    case reading
  }

  /// What keeps scenarios from being planned together.
  public enum Difference: String, CaseIterable, Codable, Sendable {
    case objectives, formats
    case keptPlans = "kept_plans"
    case budgetQuestion = "budget_question"
  }
}
