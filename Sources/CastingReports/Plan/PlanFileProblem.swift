/// Why a plan.json is not a plan, with its path.
public struct PlanFileProblem: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// With the parser's own message.
    case notJSON(String)
    case otherSchema(String)
    /// `deals[3].cost` is absent.
    case missing(key: String)
    /// What it should be: `a number`.
    case wrongType(key: String, expected: String)
    case unknownWord(key: String, word: String)
    case duplicateDeal(key: String)
  }

  public var path: String
  public var reason: Reason

  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
