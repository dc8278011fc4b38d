import Casting

/// Clauses on fees that were solved again, and the note on those that were not.
enum FeeWording {
  /// One sentence; nil when every fee was solved.
  static func unsolved(deals: Int, leftOut: Int) -> String? {
    var parts: [String] = []
    if deals > 0 { parts.append(counted(deals, "deal")) }
    if leftOut > 0 { parts.append(counted(leftOut, "creator") + " left out") }
    guard !parts.isEmpty else { return nil }
    return
      "The fees at which \(parts.joined(separator: " and ")) would go or come in were not solved "
      + "again, and are not shown: castplan explain PLAN CREATOR … solves that of one creator."
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(Yen.grouped(Double(count))) \(noun)\(count == 1 ? "" : "s")"
  }
}
