/// Why a plan.json is not a plan, with its path.
public struct PlanFileProblem: Error, Equatable, Sendable {
  /// What is wrong with the file; keys are paths in it, as `deals[3].cost`.
  public enum Reason: Equatable, Sendable {
    /// With the parser's own message.
    case notJSON(String)
    case otherSchema(String)
    /// `deals[3].cost` is absent.
    case missing(key: String)
    /// - key: "" for the whole file.
    case wrongType(key: String, expected: Form)
    case unknownWord(key: String, word: String)
    case duplicateDeal(key: String)
    /// It was made for an agency's client: what it rests on is left out.
    case costHidden
  }

  /// What a value should be.
  public enum Form: CaseIterable, Sendable {
    case text, number, wholeNumber, list, object, flag, days
    /// A limit, days, `kept` or `dropped`.
    case relaxation
  }

  /// Of the plan.json.
  public var path: String
  /// What is wrong with it.
  public var reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
