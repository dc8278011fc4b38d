import Casting

/// Sentences on the shortlist of a long roster.
enum ShortlistWording {
  /// - Parameters:
  ///   - listed: creators on the list.
  ///   - all: creators of the roster.
  ///   - leftOut: creators who are not in the plan.
  ///   - told: of how many of these the plan tells at most.
  static func note(listed: Int, all: Int, leftOut: Int, told: Int) -> String {
    func text(_ number: Int) -> String { Yen.grouped(Double(number)) }
    var note =
      "The plan was looked for among \(text(listed)) of \(text(all)) creators, and so were the other "
      + "ways to cast; the bound and its proof hold for all of them."
    if leftOut > told {
      note +=
        " Of \(text(leftOut)) creators left out the plan lists the \(text(told)) nearest to coming in; "
        + "castplan explain answers for any other."
    }
    return note
  }
}
