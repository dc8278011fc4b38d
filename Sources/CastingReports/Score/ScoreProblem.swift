/// Why a saved model cannot score what it is given.
public struct ScoreProblem: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// It was saved with vectors, and there are texts.
    case hasNoSpaceForTexts
    /// Names of the cells that it was saved with, and of those of the run.
    case otherAudienceCells([String], given: [String])
    case otherNiches
  }

  /// Of the model.
  public let path: String
  public let reasons: [Reason]

  public init(path: String, reasons: [Reason]) {
    self.path = path
    self.reasons = reasons
  }
}
