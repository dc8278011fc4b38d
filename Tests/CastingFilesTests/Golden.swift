import Foundation
import Testing

/// Texts kept beside the tests. `CASTPLAN_RECORD_GOLDENS=1` writes them anew and fails the test, so that
/// a recording is looked at before it counts.
enum Golden {
  static func check(
    _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["CASTPLAN_RECORD_GOLDENS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): read it, then run without CASTPLAN_RECORD_GOLDENS")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(lines, expectedLines).enumerated() where pair.0 != pair.1 {
      Issue.record(
        """
        \(name):\(index + 1) differs
        expected: \(pair.1)
        found:    \(pair.0)
        """, sourceLocation: sourceLocation)
      return
    }
    #expect(lines.count == expectedLines.count, "\(name)", sourceLocation: sourceLocation)
  }
}
