import CastingPlanning

/// Why a creator is in a plan or not, and what a rule costs, for the terminal.
public enum ExplainTerminal {
  /// Lines joined and ended by line feeds, no wider than `width`.
  public static func render(_ creator: CreatorExplanation, width: Int, color: Bool) -> String {
    let page = Page(width: max(20, width), color: color)
    var lines = page.wrapped(ExplainWording.head(creator), indent: "", bold: true)
    lines += page.wrapped(ExplainWording.standing(creator), indent: "")
    lines += page.wrapped("Why: \(creator.reason).", indent: "     ", first: "")
    if !creator.factors.isEmpty {
      lines += [""] + table(creator).lines(width: page.width, color: color)
    }
    if let peers = creator.peers {
      lines += page.wrapped(
        ExplainWording.typical(peers, creator.format), indent: "  ", first: "")
    }
    let changes = ExplainWording.changes(creator)
    if !changes.isEmpty {
      lines += ["", page.heading("What would change it")]
      lines += changes.flatMap { page.wrapped($0, indent: "  ", first: "- ") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func table(_ creator: CreatorExplanation) -> TerminalTable {
    TerminalTable(
      columns: [
        .init("Factor", minimumWidth: 22), .init("Hers", isNumeric: true),
        .init("Typical", isNumeric: true, dropOrder: 1), .init("Ratio", isNumeric: true),
        .init("Known", dropOrder: 2, minimumWidth: 9),
      ],
      rows: creator.factors.map { factor in
        let ratio = factor.value / factor.typical
        return [
          ExplainWording.name(factor.kind),
          ExplainWording.amount(factor.value, factor.kind, creator.objective),
          ExplainWording.amount(factor.typical, factor.kind, creator.objective),
          ratio.isFinite ? "× " + Amount.decimal(ratio, 2) : "–", factor.grade?.word ?? "",
        ]
      })
  }

  /// The same of a rule.
  public static func render(_ rule: RuleExplanation, width: Int, color: Bool) -> String {
    let page = Page(width: max(20, width), color: color)
    var lines = page.wrapped(rule.rule.name, indent: "", bold: true)
    for sentence in ExplainWording.rule(rule) {
      lines += page.wrapped(sentence, indent: "  ", first: "- ")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
