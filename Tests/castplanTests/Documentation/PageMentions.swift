import Foundation

/// Commands and options of the program that a page names in code.
struct PageMentions {
  struct Mention {
    var line: Int
    /// Of the command line it stands in; nil where it stands alone.
    var command: String?
    var option: String?
  }

  private(set) var mentions: [Mention] = []

  init(_ page: MarkdownPage) {
    let prose = page.prose
    let text = prose.map(\.line).joined(separator: "\n")
    for match in text.matches(of: #/`([^`]+)`/#) {
      let line = text[..<match.range.lowerBound].count { $0 == "\n" }
      read(String(match.output.1), line: prose[line].place, isWhole: false)
    }
    for step in PageSteps(of: page).steps {
      switch step.action {
      case .script(let script):
        for command in script.split(separator: "\n") {
          read(String(command), line: step.line, isWhole: true)
        }
      case .command(let command, _): read(command, line: step.line, isWhole: true)
      case .file: break
      }
    }
  }

  /// Options of the commands, and commands without any.
  ///
  /// - Parameter isWhole: a command line, in which options are those of its program.
  private mutating func read(_ code: String, line: Int, isWhole: Bool) {
    for part in code.split(separator: #/[|;&\n]/#) {
      let words = part.split(separator: " ").map(String.init)
      let program = words.firstIndex(of: "castplan")
      if isWhole, program == nil { continue }
      let command = program.flatMap { place in
        words.dropFirst(place + 1).first.flatMap {
          $0.wholeMatch(of: #/[a-z-]*[a-z]/#) == nil ? nil : $0
        }
      }.flatMap { $0.hasPrefix("-") ? nil : $0 }
      if command != nil { mentions.append(Mention(line: line, command: command)) }
      for word in words {
        guard let option = word.prefixMatch(of: #/--[a-z][a-z-]*/#) else { continue }
        mentions.append(Mention(line: line, command: command, option: String(option.output)))
      }
    }
  }

  /// What the page names and the program does not know, each with its place.
  func unknown(to help: ProgramHelp, on page: MarkdownPage) -> [String] {
    let anywhere = help.options.values.reduce(ProgramHelp.ofEveryCommand) { $0.union($1) }
    return mentions.compactMap { mention in
      var known = anywhere
      if let command = mention.command {
        guard let options = help.options[command] else {
          return "\(page.place(mention.line)): no command \(command)"
        }
        known = options.union(ProgramHelp.ofEveryCommand)
      }
      guard let option = mention.option, !known.contains(option) else { return nil }
      return "\(page.place(mention.line)): no option \(option)"
        + (mention.command.map { " of \($0)" } ?? "")
    }
  }
}
