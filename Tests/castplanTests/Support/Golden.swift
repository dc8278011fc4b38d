import Foundation
import Testing

/// Compares a text with the file of that name in Goldens/.
///
/// With CASTPLAN_RECORD_GOLDENS=1 in the environment the file is written anew, and the test fails
/// so that a recording is never taken for a pass.
func expectGolden(
  _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Repository.goldens.appending(path: name + ".txt")
  if ProcessInfo.processInfo.environment["CASTPLAN_RECORD_GOLDENS"] == "1" {
    try Data(actual.utf8).write(to: file)
    Issue.record("recorded \(name); look at the difference", sourceLocation: sourceLocation)
    return
  }
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? "(there is no golden \(name))"
  #expect(
    actual == expected, "the golden \(name) differs; record with CASTPLAN_RECORD_GOLDENS=1",
    sourceLocation: sourceLocation)
}
