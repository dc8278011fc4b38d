import CastingPlanning

/// A clash report for the terminal: every set of rules, what each asks, what would be enough.
public enum ClashTerminal {
  /// Lines joined and ended by line feeds.
  public static func render(_ report: ClashReport, width: Int, color: Bool) -> String {
    let page = Page(width: max(20, width), color: color)
    var lines = page.wrapped(ClashWording.head(report) + ".", indent: "", bold: true)
    for (number, clash) in report.clashes.enumerated() {
      lines += [""] + page.wrapped(ClashWording.introduction(clash, number), indent: "")
      for rule in clash.rules { lines += self.lines(rule, of: clash, page) }
      if !clash.isSmallest { lines += page.wrapped(ClashWording.notSmallest, indent: "  ") }
    }
    lines += [""] + page.wrapped(ClashWording.conclusion(report), indent: "")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(
    _ rule: ClashingRule, of clash: ClashReport.Clash, _ page: Page
  ) -> [String] {
    page.wrapped(
      ClashWording.conflict(rule, alone: clash.rules.count == 1), indent: "  ", first: "- ")
      + page.wrapped(ClashWording.remedy(rule), indent: "    ", first: "  → ")
  }
}
