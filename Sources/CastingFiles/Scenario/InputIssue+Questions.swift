import Casting
import CastingPlanning

// Issues with what is asked about a plan or a campaign.

extension InputIssue {
  /// A word of the command line that names neither a creator nor a rule.
  package static func unknownSubject(_ text: String, among names: [String], of file: String)
    -> InputIssue
  {
    let nearest = NearestName.nearest(text, among: names)
    return InputIssue(file: file, .question(.unknownSubject(nearest: nearest)), value: text)
  }

  /// A word that names several creators, where one is asked for; at most eight ids are told.
  package static func severalCreators(
    _ text: String, ids: [String], of file: String
  ) -> InputIssue {
    InputIssue(
      file: file, .question(.severalCreators(ids: Array(ids.prefix(8)))), value: text)
  }

  /// A plan that cannot be one of these inputs.
  package static func foreignPlan(_ path: String, _ fault: PlanInquiry.Fault) -> InputIssue {
    switch fault {
    case .foreignDeal(let deal):
      InputIssue(file: path, .question(.foreignDeal), value: deal)
    case .foreignRelaxation: InputIssue(file: path, .question(.foreignRelaxation))
    }
  }

  /// A word of the command line that names no product.
  package static func unknownProduct(_ text: String, among ids: [String], of file: String)
    -> InputIssue
  {
    let nearest = NearestName.nearest(text, among: ids)
    return InputIssue(file: file, .question(.unknownProduct(nearest: nearest)), value: text)
  }

  /// A plan file that names somebody whom the inputs do not have.
  static func strangerInPlan(_ path: String, _ noun: RowNoun, _ id: String) -> InputIssue {
    InputIssue(file: path, .question(.strangerInPlan(noun: noun)), value: id)
  }

  // MARK: Scenarios

  static func unknownID(_ words: String, _ noun: RowNoun, _ id: String) -> InputIssue {
    InputIssue(file: words, .question(.unknownScenarioID(noun: noun)), value: id)
  }

  static func productWithoutBudget(_ words: String, _ id: String) -> InputIssue {
    InputIssue(file: words, .question(.productWithoutBudget), value: id)
  }

  static func unknownRule(_ words: String, _ name: String, _ campaign: Campaign) -> InputIssue {
    if campaign.rules(called: name).contains(where: { !$0.canBeDropped }) {
      return InputIssue(file: words, .question(.budgetDropped), value: name)
    }
    var names: [String] = []
    for rule in campaign.namedRules where rule.canBeDropped && !names.contains(rule.name) {
      names.append(rule.name)
    }
    return InputIssue(file: words, .question(.unknownRule(rules: names)), value: name)
  }

  /// Scenarios that no one plan can be made for.
  package static func scenariosApart(_ fault: WhatIfStudy.JointFault) -> InputIssue {
    let difference: QuestionFault.Difference =
      switch fault {
      case .objectives: .objectives
      case .formats: .formats
      case .keptPlans: .keptPlans
      case .budgetQuestion: .budgetQuestion
      }
    return InputIssue(
      file: "--together", .question(.scenariosApart(difference: difference)))
  }
}

extension InputIssues {
  /// What is wrong with an id that a question names and no row has.
  static func missing(
    _ words: String, _ noun: RowNoun, _ id: String, _ leftOut: [LeftOutRow]
  ) -> InputIssues {
    var issues = InputIssues()
    if let row = leftOut.row(id, noun) {
      issues.append(contentsOf: InputIssues(asked: id, words, row))
    } else {
      issues.append(.unknownID(words, noun, id))
    }
    return issues
  }

  /// What is to be said to whoever asks about a row that was left out.
  ///
  /// - Parameter words: where it is asked.
  package init(asked id: String, _ words: String, _ row: LeftOutRow) {
    self.init()
    let cell = Cell(
      name: .named(row.noun.rawValue + "_id"), isRequired: true, text: id,
      place: InputPlace(file: words))
    append(.leftOutReference(cell, row))
    append(row.cause)
  }
}
