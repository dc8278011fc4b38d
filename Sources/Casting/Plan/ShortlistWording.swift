/// Sentences on the shortlist of a long roster.
enum ShortlistWording {
  /// - Parameters:
  ///   - listed: creators on the list.
  ///   - all: creators of the roster.
  ///   - leftOut: creators who are not in the plan.
  ///   - told: of how many of these the plan tells at most.
  static func note(listed: Int, all: Int, leftOut: Int, told: Int) -> String {
    var note =
      "The plan was looked for among \(Yen.grouped(Double(listed))) of \(Yen.grouped(Double(all))) creators, and "
      + "so were the other ways to cast; the bound and its proof hold for all of them."
    if leftOut > told {
      note +=
        " Of \(Yen.grouped(Double(leftOut))) creators left out the plan lists the \(Yen.grouped(Double(told))) "
        + "nearest to coming in; castplan explain --creator answers for any other."
    }
    return note
  }
}
