import Foundation
import Testing

/// The commands of the program and their long options, by its own account.
struct ProgramHelp {
  /// `--top`, … of each command.
  let options: [String: Set<String>]

  /// Known to every command and to the program alone; help does not list it.
  static let ofEveryCommand: Set<String> = ["--generate-completion-script"]

  /// Asks the program.
  static func ofProgram() throws -> ProgramHelp {
    let commands = commands(try text([]))
    #expect(commands.count >= 7)
    return ProgramHelp(
      options: Dictionary(
        uniqueKeysWithValues: try commands.map { ($0, options(try text([$0]))) }))
  }

  private static func text(_ command: [String]) throws -> String {
    try ProgramRun.castplan(command + ["--help"], in: Repository.root).text
  }

  private static func commands(_ help: String) -> [String] {
    let list = help.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
    return list.split(separator: "\n").compactMap { line in
      line.prefixMatch(of: #/  ([a-z-]+) /#).map { String($0.output.1) }
    }
  }

  private static func options(_ help: String) -> Set<String> {
    Set(
      help.split(separator: "\n").compactMap { line in
        line.prefixMatch(of: #/  (?:-[a-z], )?(--[a-z-]+)/#).map { String($0.output.1) }
      })
  }
}
