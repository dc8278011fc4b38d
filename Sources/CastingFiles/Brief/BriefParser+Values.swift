import Tables
import Yams

extension BriefParser {
  /// A key of a mapping with its value.
  struct Entry {
    var name: String
    var key: Node
    var value: Node
  }

  func place(_ node: Node) -> InputPlace {
    if let place = node.mark.flatMap({ places[$0.line] }) { return place }
    return InputPlace(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  func cell(_ entry: Entry) -> Cell {
    Cell(
      name: .named(entry.name), isRequired: true, text: entry.value.scalar?.string ?? "",
      place: place(entry.key))
  }

  /// A value as an issue names it.
  func cell(_ node: Node, _ name: InputSubject) -> Cell {
    Cell(name: name, isRequired: true, text: node.scalar?.string ?? "", place: place(node))
  }

  /// The entries of a mapping; unknown keys are issues and left out.
  mutating func entries(_ node: Node, _ name: InputSubject, _ keys: [String]?) -> [Entry] {
    guard let mapping = node.mapping else {
      issues.append(.wrongShape(cell(node, name), .mapping))
      return []
    }
    var entries: [Entry] = []
    for (key, value) in mapping {
      guard let text = key.scalar?.string else {
        issues.append(.wrongShape(cell(key, name.key), .word))
        continue
      }
      // A budget that is misspelt or empty is not reported as missing as well.
      if text == "budget" { loaded.mentionsBudget = true }
      if let keys, !keys.contains(text) {
        if NearestName.nearest(text, among: keys) == "budget" { loaded.mentionsBudget = true }
        issues.append(.unknownKey(cell(key, name), keys: keys))
        continue
      }
      if isEmpty(value) {
        issues.append(.emptyKey(cell(key, .named(text))))
        continue
      }
      entries.append(Entry(name: text, key: key, value: value))
    }
    return entries
  }

  private func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~")
  }

  /// The items of a list.
  mutating func items(_ entry: Entry, _ form: ExpectedForm) -> [Node] {
    if let sequence = entry.value.sequence { return Array(sequence) }
    issues.append(.wrongShape(cell(entry.value, .named(entry.name)), form))
    return []
  }

  /// One text, or a list of texts.
  mutating func texts(_ entry: Entry) -> [(text: String, node: Node)] {
    let nodes = entry.value.sequence.map { Array($0) } ?? [entry.value]
    return nodes.compactMap { node in
      text(node, .named(entry.name)).map { ($0, node) }
    }
  }

  mutating func text(_ entry: Entry) -> String? { text(entry.value, .named(entry.name)) }

  mutating func text(_ node: Node, _ name: InputSubject) -> String? {
    if let scalar = node.scalar, !isEmpty(node) { return scalar.string }
    issues.append(.wrongShape(cell(node, name), .text))
    return nil
  }

  mutating func number(_ entry: Entry, _ rule: NumberRule) -> Double? {
    let cell = cell(entry.value, .named(entry.name))
    guard let text = entry.value.scalar?.string else {
      issues.append(.notSingle(cell, rule))
      return nil
    }
    switch rule.isRate ? HumanNumber.parseRate(text) : HumanNumber.parse(text, in: currency) {
    case .number(let number) where rule.accepts(number): return number
    case .number: issues.append(.outOfRange(cell, rule))
    case .missing: issues.append(.emptyKey(cell))
    case .fault(let fault): issues.append(.badNumber(cell, rule, fault))
    }
    return nil
  }

  mutating func flag(_ entry: Entry) -> Bool? {
    guard let text = text(entry) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on", "はい": return true
    case "false", "no", "off", "いいえ": return false
    default:
      issues.append(
        .unknownChoice(cell(entry.value, .named(entry.name)), ["true", "false"]))
      return nil
    }
  }

  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ entry: Entry, _ type: Choice.Type
  ) -> Choice? {
    guard let text = text(entry) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    issues.append(
      .unknownChoice(cell(entry.value, .named(entry.name)), Choice.allCases.map(\.rawValue)))
    return nil
  }
}
