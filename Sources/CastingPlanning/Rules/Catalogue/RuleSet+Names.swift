import Casting

extension RuleSet {
  /// The rules that plans list, by name and id, in their order.
  package var named: [NamedRule] {
    zip(listed, ids).map { NamedRule(name: $0.name, id: $1, canBeDropped: $0.canBeDropped) }
  }

  private var ids: [String] { NamedRule.ids(listed.map(\.name)) }

  /// The rules that a name or an id stands for: several where the brief says the same more than once.
  package func named(_ text: String) -> [NamedRule] {
    let called = Set(numbers(called: text))
    let numbers = rules.indices.filter { rules[$0].isListed }
    return zip(numbers, named).filter { called.contains($0.0) }.map(\.1)
  }

  /// Numbers of the rules that a text stands for: exact names and ids first, then what else they answer to.
  func numbers(called text: String) -> [Int] {
    let numbers = rules.indices.filter { rules[$0].isListed }
    let exact = zip(numbers, ids).filter { rules[$0].name == text || $1 == text }.map(\.0)
    return exact.isEmpty ? rules.indices.filter { rules[$0].answers(to: text) } : exact
  }
}

extension Campaign {
  /// Every rule once, in the order of a plan's rules.
  package var namedRules: [NamedRule] { RuleSet(self).named }

  /// The rules that a name or an id stands for: several where the brief says the same more than once.
  package func rules(called text: String) -> [NamedRule] { RuleSet(self).named(text) }
}
