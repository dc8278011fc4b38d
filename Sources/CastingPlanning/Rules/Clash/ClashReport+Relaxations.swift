extension ClashReport {
  /// The cheapest change of every clash, those of one rule in one.
  public var relaxations: [Relaxation] {
    var relaxations: [Relaxation] = []
    for clash in clashes {
      let cheapest = clash.rules[clash.cheapest]
      let made = cheapest.relaxation
      if let known = relaxations.firstIndex(where: {
        $0.rule == made.rule && $0.side == made.side && $0.to.mayGrowOn(from: made.from)
      }) {
        relaxations[known].to = made.to
      } else {
        relaxations.append(made)
      }
    }
    return relaxations
  }
}

extension ClashingRule {
  /// The change as a plan states it.
  package var relaxation: Relaxation {
    switch change {
    case .limit(let from, let to):
      Relaxation(rule: rule.name, side: rule.side, from: .limit(from), to: .limit(to))
    case .window(let window):
      Relaxation(rule: rule.name, side: rule.side, from: .kept, to: .days(window))
    case .drop: Relaxation(rule: rule.name, side: rule.side, from: .kept, to: .dropped)
    }
  }
}
