/// A target of a row, and how it was met.
public struct TargetAnswer: Sendable, Equatable {
  /// In units of the objective.
  public var target: Double
  /// Whether a plan was found that reaches it.
  public var isReached: Bool
  /// Money: no plan that reaches it costs less; nil where it is not reached.
  public var spendBound: Double?
}

extension WhatIfRow {
  /// Says how a target was met: what is proved of one that is reached is its spend.
  mutating func tell(_ answer: BudgetAnswer) {
    guard case .target(let target) = answer.question, let value else { return }
    let isReached = value >= target
    self.target = TargetAnswer(
      target: target, isReached: isReached, spendBound: isReached ? answer.spendBound : nil)
    guard isReached else {
      status = bound ?? .infinity < target ? .unreached : .feasible
      return
    }
    bound = nil
    gap = spend > 0 ? max(0, spend - (answer.spendBound ?? 0)) / spend : 0
    status = answer.isSettled ? .optimal : .feasible
  }
}
