import CastingFiles

// Faults of answers name the question, not the key of a brief that whoever answers never saw.

extension Wording {
  func namingQuestions(_ issue: InputIssue) -> InputIssue {
    var issue = issue
    switch issue.fault {
    case .cell(.badNumber(let name, let meaning, let fault, let isRequired, let percent, let share)):
      issue.fault = .cell(
        .badNumber(
          name: question(name), meaning: meaning, fault: fault, isRequired: isRequired,
          percent: percent, share: share))
    case .cell(.outOfRange(let name, let meaning, let isRequired)):
      issue.fault = .cell(
        .outOfRange(name: question(name), meaning: meaning, isRequired: isRequired))
    case .cell(.emptyCell(let name, let meaning)):
      issue.fault = .cell(.emptyCell(name: question(name), meaning: meaning))
    case .cell(.badDay(let name, let isRequired)):
      issue.fault = .cell(.badDay(name: question(name), isRequired: isRequired))
    case .brief(.unknownChoice(let name, let choices, let nearest)):
      issue.fault = .brief(
        .unknownChoice(name: question(name), choices: choices, nearest: nearest))
    default: break
    }
    return issue
  }

  /// The name of the question that the key is asked by; the key itself where there is none.
  private func question(_ subject: InputSubject) -> InputSubject {
    InterviewTopic(rawValue: subject.name).map { .named(name($0)) } ?? subject
  }
}
