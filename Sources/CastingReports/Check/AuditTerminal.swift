import CastingPlanning

/// An audit for the terminal: a line per promise, and what differs below those that fail.
public enum AuditTerminal {
  /// Lines joined and ended by line feeds; `✓` holds, `✗` does not.
  ///
  /// - Parameter relaxed: what the plan relaxes and the audit accepted, in words.
  public static func render(
    _ findings: [AuditFinding], relaxed: [String] = [], width: Int, color: Bool
  ) -> String {
    let page = Page(width: max(20, width), color: color)
    let failed = findings.count { !$0.holds }
    let conclusion =
      failed == 0
      ? "All \(findings.count) promises hold."
      : "\(PlanWording.counted(failed, "promise")) of \(findings.count) "
        + "\(failed == 1 ? "does" : "do") not hold: the plan was changed, or made from other inputs."
    let accepted = relaxed.flatMap {
      page.wrapped("Accepted, because the plan says so: \($0).", indent: "  ", first: "")
    }
    let all = accepted + findings.flatMap { lines($0, page) } + page.wrapped(conclusion, indent: "")
    return all.map { $0 + "\n" }.joined()
  }

  private static func lines(_ finding: AuditFinding, _ page: Page) -> [String] {
    let mark = finding.holds ? "✓ " : "✗ "
    let promise = page.wrapped(finding.promise, indent: "  ", first: mark, bold: !finding.holds)
    if finding.holds { return promise }
    return promise + page.wrapped("expected \(finding.expected)", indent: "      ", first: "    ")
      + page.wrapped("the plan has \(finding.found)", indent: "      ", first: "    ")
  }
}
