import Casting
import CastingPlanning

/// What is said of other budgets, fees and rules.
extension Wording {
  /// Headings and cells of a what-if.
  package enum WhatIfLabel: CaseIterable {
    case whatIf, value, change, within, spend, nextYen, deals
    case brings, orders, sales, profit, perOrder, salesPerYen
    case outcomes, mean, p10, p90, worstTenth, loss
    case onePlanForAll, ifItComesTo, probability, belowItsOwnPlan
    case rulesLeftOut, withoutPlan
    case whatMoneyBuys, withoutDeals, takenOver, targets
    case noPlan, noPlanInTime, noJointPlan, noJointPlanInTime
  }

  package func text(_ label: WhatIfLabel) -> String {
    pick(english: WhatIfEnglish.text(label), japanese: WhatIfJapanese.text(label))
  }

  /// One change of a scenario: `budget ¥3,000,000`.
  public func text(_ change: ScenarioChange) -> String {
    pick(english: WhatIfEnglish.text(change), japanese: WhatIfJapanese.text(change))
  }

  /// What a scenario is called: its changes, or the name that was given.
  public func text(_ name: ScenarioName) -> String {
    switch name {
    case .given(let words): words
    case .changes(let changes):
      changes.map { text($0) }.joined(separator: pick(english: ", ", japanese: "、"))
    }
  }

  /// Deals of a plan, those that come against the base, those that go.
  package func deals(_ row: WhatIfRow) -> String {
    let changes = "+\(row.added.count) −\(row.dropped.count)"
    return pick(
      english: "\(row.dealCount) (\(changes))", japanese: "\(row.dealCount)（\(changes)）")
  }

  /// The first steps from a budget to the next; `shown` of those that come.
  package func steps(
    _ row: WhatIfRow, coming: [ScenarioStep], shown: Int, _ objective: Objective
  ) -> String {
    let steps = coming.prefix(shown).map { step in
      let (deal, cost) = (name(step.deal), Amount.money(step.cost))
      let value = value(step.value, objective)
      return pick(
        english: WhatIfEnglish.step(deal, cost, value),
        japanese: WhatIfJapanese.step(deal, cost, value))
    }
    let more = max(0, coming.count - shown)
    let going = row.next.count - coming.count
    return pick(
      english: WhatIfEnglish.steps(beyond: row.budget, steps, more: more, going: going),
      japanese: WhatIfJapanese.steps(beyond: row.budget, steps, more: more, going: going))
  }

  /// In place of a value: the most that is possible where the target is not reached.
  package func targetNotReached(_ row: WhatIfRow, _ objective: Objective) -> String {
    let most = row.bound.map { value($0, objective, rule: .up) }
    return pick(
      english: WhatIfEnglish.targetNotReached(most),
      japanese: WhatIfJapanese.targetNotReached(most))
  }

  /// On the spend of a target that is reached; nil of other rows.
  package func spend(_ row: WhatIfRow, _ objective: Objective) -> String? {
    guard let target = row.target, target.isReached else { return nil }
    let finding = BudgetFinding.leastSpend(
      target: target.target, objective: objective,
      spend: row.totals?.clientSpend ?? row.spend,
      noLessThan: target.spendBound)
    return text(row.name) + pick(english: ": ", japanese: "：") + text(finding)
  }

  /// The rules that had to go with the groups of a row; nil where none had.
  package func lifted(_ row: WhatIfRow) -> String? {
    guard !row.liftedRules.isEmpty else { return nil }
    return text(row.name) + pick(english: ": ", japanese: "：")
      + pick(
        english: WhatIfEnglish.lifted(row.liftedRules),
        japanese: WhatIfJapanese.lifted(row.liftedRules))
  }

  /// The rules that leave a row without a plan; nil where that is not known, or it has one.
  package func clash(_ row: WhatIfRow) -> String? {
    guard let rules = row.clash else { return nil }
    return text(row.name) + pick(english: ": ", japanese: "：")
      + pick(english: WhatIfEnglish.clash(rules), japanese: WhatIfJapanese.clash(rules))
  }

  /// Of rows whose clash was not looked for.
  package func clashesNotSought(rows: Int) -> String {
    pick(
      english: WhatIfEnglish.clashesNotSought(rows), japanese: WhatIfJapanese.clashesNotSought(rows)
    )
  }

  /// Why a row's plan casts nobody; nil where it casts somebody.
  package func nobodyCast(_ row: WhatIfRow) -> String? {
    guard let reason = row.emptyReason else { return nil }
    return text(row.name) + pick(english: ": ", japanese: "：")
      + text(PlanNote.nobodyCast(because: reason))
  }

  /// That the plan of another row is shown; nil where the row has its own.
  package func takenOver(_ row: WhatIfRow) -> String? {
    guard let other = row.takenFrom.map({ text($0) }) else { return nil }
    return pick(
      english: WhatIfEnglish.takenOver(text(row.name), from: other),
      japanese: WhatIfJapanese.takenOver(text(row.name), from: other))
  }

  /// How good one plan for all is; nil where there is none.
  package func proof(_ joint: JointPlan, _ objective: Objective) -> String? {
    guard let value = joint.row.value, let bound = joint.row.bound, let gap = joint.row.gap else {
      return nil
    }
    let proof = JointProof(
      value: self.value(value, objective), bound: self.value(bound, objective, rule: .up),
      gap: Amount.gap(gap), planOf: joint.isPlanOf.map { text($0) },
      coming: joint.row.added.count, going: joint.row.dropped.count)
    return pick(english: WhatIfEnglish.text(proof), japanese: WhatIfJapanese.text(proof))
  }
}

/// What is told of one plan for all scenarios, amounts as texts.
struct JointProof {
  var value: String
  var bound: String
  var gap: String
  /// The scenario whose own plan it is.
  var planOf: String?
  /// Deals against the base.
  var coming: Int
  var going: Int
}
