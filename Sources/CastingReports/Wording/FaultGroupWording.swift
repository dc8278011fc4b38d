import CastingFiles

// Faults of rows and cells, told together where many are alike.

extension Wording {
  /// Fewer faults of a kind are told one by one.
  private static let fewestOfGroup = 3

  /// What is wrong, a line for each fault, or for all that are alike and five of them.
  public func lines(_ issues: InputIssues) -> [String] {
    let blocks = issues.blocks
    let shown = blocks.prefix(InputIssues.maximumKept)
    let rest = blocks.dropFirst(shown.count).reduce(issues.untold) { $0 + Self.count($1) }
    return shown.flatMap(lines) + (rest > 0 ? [more(rest)] : []) + closing(issues)
  }

  /// Lines of stderr on what was passed over.
  public func lines(leftOut issues: InputIssues) -> [String] {
    let blocks = issues.blocks
    let shown = blocks.prefix(InputIssues.maximumKept).flatMap { block in
      lines(block).enumerated().map {
        $1.hasPrefix(" ") ? $1 : label(block.extent == .cell ? .blanked : .leftOut, $1)
      }
    }
    return shown + closing(issues).map { label(.note, $0) }
  }

  /// The same for a report: what costs rows, or what costs cells alone.
  func lines(leftOut issues: InputIssues, for extent: FaultExtent) -> [String] {
    issues.blocks.filter { $0.extent == extent }.prefix(InputIssues.maximumKept).flatMap(lines)
  }

  private static func count(_ block: InputIssues.Block) -> Int {
    switch block {
    case .issue: 1
    case .group(let group): group.count
    }
  }

  private func lines(_ block: InputIssues.Block) -> [String] {
    switch block {
    case .issue(let issue): [text(issue)]
    case .group(let group) where group.count < Self.fewestOfGroup: group.issues.map(text)
    case .group(let group): [text(group)] + group.issues.map(line)
    }
  }

  /// All faults of a kind in a column: the rule, how many, the most frequent values, the first lines,
  /// the way out.
  package func text(_ group: FaultGroup) -> String {
    let issue = called(group.first, isQuoted: false)
    let text = pick(
      english: FaultGroupEnglish.text(group, issue.fault.general),
      japanese: FaultGroupJapanese.text(group, issue.fault.general))
    return Self.flat("\(group.first.file): \(text)")
  }

  /// One of them: where it stands, and what its value is.
  private func line(_ issue: InputIssue) -> String {
    let place = [issue.file, issue.line.map(String.init), issue.column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    let issue = called(issue, isQuoted: true)
    let sentence = sentence(issue.fault)
    let value = Self.shortened(sentence.shown ?? issue.value)
    let text = pick(
      english: FaultGroupEnglish.line(issue.fault, sentence, value: value),
      japanese: FaultGroupJapanese.line(issue.fault, sentence, value: value))
    return "  " + Self.flat(text.isEmpty ? place : "\(place): \(text)")
  }

  /// Where all faults can be read, if not all are told.
  private func closing(_ issues: InputIssues) -> [String] {
    let areTold =
      issues.blocks.count <= InputIssues.maximumKept
      && issues.groups.allSatisfy { $0.count <= FaultGroup.maximumIssues }
    if areTold { return [] }
    return [
      pick(
        english: FaultGroupEnglish.all(issues.totalOfRows, in: issues.listedIn),
        japanese: FaultGroupJapanese.all(issues.totalOfRows, in: issues.listedIn))
    ]
  }

  /// The values that were written most, each with its count, and whether there are more.
  static func values(_ group: FaultGroup) -> (shown: [(text: String, count: Int)], hasMore: Bool) {
    let shown = group.values.mostFrequent(3)
    return (
      shown.map { (shortened($0.text), $0.count) },
      group.values.rest > 0 || group.values.texts.count > shown.count
    )
  }
}

extension InputIssues.Block {
  /// What is left out for it.
  var extent: FaultExtent {
    switch self {
    case .issue(let issue): issue.extent
    case .group(let group): group.extent
    }
  }
}
