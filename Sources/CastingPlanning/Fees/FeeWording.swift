import Casting

/// Clauses on fees that whole deals move, and the note on those that were not tried.
enum FeeWording {
  /// Of a deal of the plan; nil where no fee that the rules allow drops it.
  static func breakEven(_ fee: Double?) -> String {
    fee.map { "whole deals: stays up to a fee of about \(Yen.text($0.rounded(.down)))" }
      ?? "whole deals: stays at any fee that the rules allow"
  }

  /// Of a creator left out; nil where no fee brings her in.
  static func entry(_ fee: Double?) -> String {
    fee.map { "whole deals: comes in at a fee of about \(Yen.text($0.rounded(.down)))" }
      ?? "whole deals: no fee brings her in"
  }

  /// One sentence; nil when every fee was tried.
  static func untried(deals: Int, leftOut: Int) -> String? {
    var parts: [String] = []
    if deals > 0 { parts.append(counted(deals, "deal")) }
    if leftOut > 0 { parts.append(counted(leftOut, "creator") + " left out") }
    guard !parts.isEmpty else { return nil }
    return "The fees of \(parts.joined(separator: " and ")) rest on the plan's prices and were not "
      + "solved again: whole deals may shift them."
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(Yen.grouped(Double(count))) \(noun)\(count == 1 ? "" : "s")"
  }
}
