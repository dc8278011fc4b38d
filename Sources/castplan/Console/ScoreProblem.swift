import Casting

/// Why a saved model cannot score what it is given.
struct ScoreProblem: Error, Equatable {
  enum Reason: Equatable {
    /// It was saved with vectors, and there are texts.
    case hasNoSpaceForTexts
    /// Names of the cells that it was saved with, and of those of the run.
    case otherAudienceCells([String], given: [String])
    case otherNiches
  }

  /// Of the model.
  let path: String
  let reasons: [Reason]
}

extension ScoreProblem: CustomStringConvertible {
  /// A line for each reason: `path: what; the way out`.
  var description: String { reasons.map { "\(path): \(sentence($0))" }.joined(separator: "\n") }

  private func sentence(_ reason: Reason) -> String {
    switch reason {
    case .hasNoSpaceForTexts:
      "was saved with embeddings of your own and cannot compare texts; give "
        + "--creator-embeddings and --product-embeddings, or save another from texts"
    case .otherAudienceCells(let saved, let given):
      "was saved with other audience cells (\(some(saved))) than \(some(given)); give an "
        + "--audience in those cells, or save it again with this one"
    case .otherNiches:
      "was saved with other niches than the brief's; save it again with this brief, or give the "
        + "brief it was saved with"
    }
  }

  private func some(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }
}
