import Foundation

/// A page followed from its first line to its last, and what came of it.
struct PageRun {
  /// What a reader would find wrong, each with its place.
  private(set) var problems: [String]
  /// Blocks in which something else is printed than is shown, each with its place.
  private(set) var differences: [String] = []
  /// The page with what its commands print today; lines left out stay out.
  private(set) var recorded: String

  init(of page: MarkdownPage, in folder: PageFolder) throws {
    let reading = PageSteps(of: page)
    problems = reading.problems
    recorded = ""
    var shown: [(Range<Int>, [String])] = []
    var status: Int32 = 0
    for (number, step) in reading.steps.enumerated() {
      switch step.action {
      case .file(let name, let text): try folder.write([name: Data(text.utf8)])
      case .script(let script):
        let run = try folder.run(script.contains("\n") ? "set -e\n" + script : script)
        status = run.status
        if status != 0 { fail(page.place(step.line), script, run) }
      case .command(let command, let lines):
        let run = try folder.run(command, after: status)
        status = run.status
        if status != 0, !Self.asksForStatus(reading.steps.dropFirst(number + 1).first) {
          fail(page.place(step.line), command, run)
          continue
        }
        let before = Array(page.lines[lines])
        let after = ShownOutput(lines: before).updated(to: Self.lines(run.text))
        guard after != before else { continue }
        shown.append((lines, after))
        differences.append(
          "\(page.place(step.line)): \(command)\n" + Self.difference(before, after))
      }
    }
    var lines = page.lines
    for (range, after) in shown.reversed() { lines.replaceSubrange(range, with: after) }
    recorded = lines.joined(separator: "\n")
  }

  private mutating func fail(_ place: String, _ command: String, _ run: ProgramRun) {
    problems.append("\(place): exit code \(run.status) of\n\(command)\n\(run.talk)")
  }

  /// Whether the reader is shown the exit code of the command before.
  private static func asksForStatus(_ step: PageSteps.Step?) -> Bool {
    guard case .command("echo $?", _) = step?.action else { return false }
    return true
  }

  /// Line by line, without what a page cannot show: line ends and the mark before a table.
  private static func lines(_ text: String) -> [String] {
    var lines = text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
      .components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func difference(_ before: [String], _ after: [String]) -> String {
    after.difference(from: before).map { change in
      switch change {
      case .remove(let place, let line, _): (place, "- \(line)")
      case .insert(let place, let line, _): (place, "+ \(line)")
      }
    }.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }
}
