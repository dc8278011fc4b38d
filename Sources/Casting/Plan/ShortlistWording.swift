/// Sentences on the shortlist of a long roster.
enum ShortlistWording {
  /// - Parameters:
  ///   - listed: creators on the list.
  ///   - all: creators of the roster.
  ///   - leftOut: creators who are not in the plan.
  ///   - told: of how many of these the plan tells at most.
  static func note(listed: Int, all: Int, leftOut: Int, told: Int) -> String {
    var note =
      "The plan was looked for among \(Yen.grouped(Double(listed))) of \(Yen.grouped(Double(all))) creators; the bound "
      + "and its proof hold for all of them, rules of thumb for those alone."
    if leftOut > told {
      note +=
        " Of \(Yen.grouped(Double(leftOut))) creators left out, the \(Yen.grouped(Double(told))) nearest to coming in are "
        + "told of; castplan explain --creator tells of any other."
    }
    return note
  }
}
