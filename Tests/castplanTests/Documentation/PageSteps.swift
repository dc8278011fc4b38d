import Foundation

/// What the fences of a page may hold; CONTRIBUTING.md tells writers the same.
enum BlockLanguage: String, CaseIterable {
  /// Commands to copy, run as one script. What they print is not shown.
  case sh
  /// Commands behind `$ `, each with what it prints to stdout beneath it.
  case console
  /// A file whose name is the comment on its first line, for the commands below it.
  case yaml
  /// Part of a client in `Examples/`; `ExampleTests` holds it against the client.
  case swift
}

/// What a reader who follows a page does, one thing after the other.
struct PageSteps {
  enum Action {
    /// Runs several commands; each must succeed.
    case script(String)
    /// Runs one command, without line breaks, whose output stands in these lines.
    case command(String, shown: Range<Int>)
    /// Puts a file into the folder.
    case file(name: String, text: String)
  }

  struct Step {
    var line: Int
    var action: Action
  }

  private(set) var steps: [Step] = []
  private(set) var problems: [String]

  init(of page: MarkdownPage) {
    problems = page.problems
    for block in page.blocks {
      switch BlockLanguage(rawValue: block.language) {
      case .sh:
        let script = Self.joined(page.lines[block.content])
        steps.append(Step(line: block.content.lowerBound, action: .script(script)))
      case .console: addTranscript(block.content, of: page)
      case .yaml: addFile(block.content, of: page)
      case .swift: break
      case nil:
        let known = BlockLanguage.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(
          "\(page.place(block.content.lowerBound - 1)): a block of \"\(block.language)\"; "
            + "known are \(known)")
      }
    }
    findFilesThatNobodyReads(page)
  }

  private mutating func addTranscript(_ content: Range<Int>, of page: MarkdownPage) {
    var place = content.lowerBound
    if content.isEmpty || !page.lines[place].hasPrefix("$ ") {
      problems.append("\(page.place(place)): no command, behind \"$ \", above this output")
    }
    while place < content.upperBound {
      guard page.lines[place].hasPrefix("$ ") else {
        place += 1
        continue
      }
      let first = place
      while page.lines[place].hasSuffix("\\"), place + 1 < content.upperBound { place += 1 }
      let command = Self.joined(page.lines[first...place]).dropFirst(2)
      let output = place + 1
      place = output
      while place < content.upperBound, !page.lines[place].hasPrefix("$ ") { place += 1 }
      steps.append(
        Step(line: first, action: .command(String(command), shown: output..<place)))
    }
  }

  /// Lines that a backslash continues are one, so that equal commands are equal.
  private static func joined(_ lines: ArraySlice<String>) -> String {
    lines.joined(separator: "\n").replacing(#/ *\\\n */#, with: " ")
  }

  private mutating func addFile(_ content: Range<Int>, of page: MarkdownPage) {
    guard let first = page.lines[content].first,
      let name = first.wholeMatch(of: #/# ([A-Za-z0-9-]+\.yaml)/#)?.output.1
    else {
      problems.append("\(page.place(content.lowerBound)): no \"# name.yaml\" to save this file as")
      return
    }
    let text = page.lines[content].joined(separator: "\n") + "\n"
    steps.append(
      Step(line: content.lowerBound, action: .file(name: String(name), text: text)))
  }

  /// A file that no command reads could say anything.
  private mutating func findFilesThatNobodyReads(_ page: MarkdownPage) {
    for (place, step) in steps.enumerated() {
      guard case .file(let name, _) = step.action else { continue }
      let isRead = steps[place...].contains { later in
        switch later.action {
        case .script(let command), .command(let command, _):
          command.split { !Self.isOfPath($0) }.contains { $0 == name }
        case .file: false
        }
      }
      if !isRead { problems.append("\(page.place(step.line)): no command below reads \(name)") }
    }
  }

  private static func isOfPath(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._-/".contains(character)
  }
}
