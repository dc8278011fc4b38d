import Casting
import CastingPlanning

/// The one plan for several scenarios, for the terminal.
enum JointTerminal {
  static func lines(_ joint: JointPlan, _ objective: Objective, _ page: Page) -> [String] {
    guard let value = joint.row.value, let bound = joint.row.bound, let gap = joint.row.gap else {
      return page.wrapped(
        joint.row.status == .infeasible
          ? "No plan obeys the rules of all."
          : "No plan was found in time that obeys the rules of all.",
        indent: "  ")
    }
    let columns: [TerminalTable.Column] = [
      .init("If it comes to", minimumWidth: 14),
      .init("Probability", isNumeric: true, dropOrder: 2),
      .init("Value", isNumeric: true), .init("Below its own plan", isNumeric: true),
      .init("Spend", isNumeric: true, dropOrder: 1),
    ]
    let rows = joint.parts.map {
      [
        $0.name, Amount.percent($0.probability), Amount.value($0.value, objective),
        Amount.value(max(0, $0.regret), objective), Amount.yen($0.spend),
      ]
    }
    var sentence =
      "On average it is worth \(Amount.value(value, objective)); no plan that obeys the rules of all "
      + "can be worth more than \(Amount.value(bound, objective, rule: .up)) (within "
      + "\(Amount.gap(gap)))."
    if let name = joint.isPlanOf { sentence += " It is the plan of \"\(name)\"." }
    let changes = joint.row.added.count + joint.row.dropped.count
    if changes > 0 {
      sentence +=
        " Against the base \(PlanWording.counted(joint.row.added.count, "deal")) "
        + "come\(joint.row.added.count == 1 ? "s" : "") and \(joint.row.dropped.count) "
        + "go\(joint.row.dropped.count == 1 ? "es" : "")."
    }
    return TerminalTable(columns: columns, rows: rows).lines(width: page.width, color: page.color)
      + page.wrapped(sentence, indent: "  ")
  }
}
