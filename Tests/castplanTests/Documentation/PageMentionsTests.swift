import Foundation
import Testing

@Suite struct PageMentionsTests {
  @Test func pagesNameWhatThereIs() throws {
    let help = try ProgramHelp.ofProgram()
    for path in Documentation.pages {
      let page = try Documentation.page(path)
      let unknown = PageMentions(page).unknown(to: help, on: page)
      #expect(unknown.isEmpty, "\(unknown.joined(separator: "\n"))")
    }
  }

  /// Every option of a command is told of in a chapter that names the command.
  @Test func chaptersTellOfEveryOption() throws {
    let help = try ProgramHelp.ofProgram()
    var told: [String: Set<String>] = [:]
    for path in Documentation.pages where path.hasPrefix("Documentation/") {
      let mentions = PageMentions(try Documentation.page(path)).mentions
      let options = Set(mentions.compactMap(\.option))
      for command in Set(mentions.compactMap(\.command)) {
        told[command, default: []].formUnion(options)
      }
    }
    for (command, options) in help.options.sorted(by: { $0.key < $1.key }) {
      let untold = options.subtracting(told[command, default: []]).sorted()
      #expect(untold.isEmpty, "no chapter tells of \(untold) of \(command)")
    }
  }

  @Test func whatIsUnknownIsFound() {
    let help = ProgramHelp(options: ["plan": ["--out", "--all"], "ask": ["--why"]])
    let page = MarkdownPage(
      path: "Page.md",
      text: """
        `castplan plan --out x --why`, `--why`, `castplan COMMAND --all`, `--nothing K`,
        `castplan fly`, castplan plans.
        ```sh
        castplan plan \\
          --all | sort --reverse
        swift build --product x; castplan ask --all
        ```
        ```console
        $ castplan ask \\
          --out y
        no option --here
        ```
        """)
    #expect(
      PageMentions(page).unknown(to: help, on: page) == [
        "Page.md:1: no option --why of plan", "Page.md:1: no option --nothing",
        "Page.md:2: no command fly", "Page.md:4: no option --all of ask",
        "Page.md:9: no option --out of ask",
      ])
  }
}
