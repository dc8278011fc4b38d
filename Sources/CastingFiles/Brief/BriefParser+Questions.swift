import Yams

/// What a brief asks about the budget, and about the last plan.
extension BriefParser {
  mutating func readTarget(_ entry: Entry) {
    loaded.mentionsBudget = true
    let parts = entries(entry.value, .named(entry.name), ["value"])
    for part in parts { loaded.brief.target = number(part, .positive) }
    if parts.isEmpty && entry.value.mapping != nil {
      issues.append(.missingKey(cell(entry), "value"))
    }
    refuseTwoQuestions(entry)
  }

  mutating func readMinimumReturn(_ entry: Entry) {
    loaded.mentionsBudget = true
    if let rate = number(entry, .amount) { loaded.brief.minimumMarginalReturn = rate }
    refuseTwoQuestions(entry)
  }

  private mutating func refuseTwoQuestions(_ entry: Entry) {
    guard loaded.brief.target != nil, loaded.brief.minimumMarginalReturn != nil else { return }
    issues.append(.twoBudgetQuestions(cell(entry)))
  }

  mutating func readKeep(_ entry: Entry) {
    var plan: Cell?
    var changes: Double?
    let known = issues.total
    for part in entries(entry.value, .named(entry.name), ["plan", "max_changes"]) {
      if part.name == "plan" {
        if let path = text(part) {
          plan = cell(part.value, .named("keep.plan"))
          plan?.text = path
        }
      } else {
        changes = number(part, .whole)
      }
    }
    guard issues.total == known else { return }
    guard let plan else {
      issues.append(.missingKey(cell(entry), "plan"))
      return
    }
    guard let changes else {
      issues.append(.missingKey(cell(entry), "max_changes"))
      return
    }
    loaded.keptPlan = (plan, Int(min(changes, 1e9)))
  }
}
