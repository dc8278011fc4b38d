import Foundation

/// A page of the documentation in lines, with its fenced blocks found.
struct MarkdownPage {
  /// From the top of the repository: `Documentation/Score.md`.
  let path: String
  let lines: [String]
  let blocks: [FencedBlock]
  /// What is wrong with its fences.
  let problems: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.components(separatedBy: "\n")
    var blocks: [FencedBlock] = []
    var problems: [String] = []
    var opening: Int?
    for (place, line) in lines.enumerated() {
      let isFence = line.trimmingCharacters(in: .whitespaces).hasPrefix("```")
      guard isFence else { continue }
      if let begin = opening {
        blocks.append(
          FencedBlock(language: String(lines[begin].dropFirst(3)), content: (begin + 1)..<place))
        opening = nil
        if line != "```" { problems.append("\(path):\(place + 1): text behind a closing fence") }
      } else {
        opening = place
        if !line.hasPrefix("```") { problems.append("\(path):\(place + 1): a fence is indented") }
      }
    }
    if let opening { problems.append("\(path):\(opening + 1): a fence is never closed") }
    self.blocks = blocks
    self.problems = problems
  }

  /// Where a line stands, as a person or an editor finds it.
  func place(_ line: Int) -> String { "\(path):\(line + 1)" }

  /// The text without fenced blocks, line by line.
  var prose: [(place: Int, line: String)] {
    var isFenced = Set<Int>()
    for block in blocks {
      isFenced.formUnion((block.content.lowerBound - 1)...block.content.upperBound)
    }
    return lines.enumerated().filter { !isFenced.contains($0.offset) }
      .map { (place: $0.offset, line: $0.element) }
  }
}

/// Lines between two fences.
struct FencedBlock {
  /// What stands behind the opening fence.
  let language: String
  /// Places of its lines in the page, fences not among them.
  let content: Range<Int>
}
