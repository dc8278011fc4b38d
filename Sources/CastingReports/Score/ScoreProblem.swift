/// Why a saved model cannot score what it is given.
public struct ScoreProblem: Error, Equatable, Sendable {
  /// What the model and the inputs do not have in common.
  public enum Reason: Equatable, Sendable {
    /// It was saved with vectors, and there are texts.
    case hasNoSpaceForTexts
    /// Names of the cells that it was saved with, and of those of the run.
    case otherAudienceCells([String], given: [String])
    case otherNiches
  }

  /// Of the model.
  public let path: String
  /// All of them, at least one.
  public let reasons: [Reason]

  package init(path: String, reasons: [Reason]) {
    self.path = path
    self.reasons = reasons
  }
}
