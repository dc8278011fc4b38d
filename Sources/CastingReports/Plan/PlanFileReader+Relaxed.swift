import Casting
import CastingPlanning

extension PlanFileReader {
  /// What the plan relaxes; nothing where the file has no such list.
  func relaxed(_ root: JSONNode) throws(PlanFileProblem) -> [Relaxation] {
    guard let list = try root.member(ifAny: "relaxed") else { return [] }
    var relaxed: [Relaxation] = []
    for node in try list.elements() {
      relaxed.append(
        Relaxation(
          rule: try node.member("rule").text(), side: try node.member("side").word(),
          from: try setting(node.member("from")), to: try setting(node.member("to"))))
    }
    return relaxed
  }

  /// As `ClashContent` writes it.
  private func setting(_ node: JSONNode) throws(PlanFileProblem) -> Relaxation.Setting {
    switch node.value {
    case .number(let number): return .limit(number)
    case .text("kept"): return .kept
    case .text("dropped"): return .dropped
    case .object:
      guard let from = CalendarDay(iso: try node.member("from").text()),
        let to = CalendarDay(iso: try node.member("to").text())
      else { break }
      return .days(CampaignWindow(from: from, to: to))
    default: break
    }
    throw PlanFileProblem(path, .wrongType(key: node.key, expected: .relaxation))
  }
}
