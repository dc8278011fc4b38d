import Foundation
import Testing

/// Whoever follows README.md or a page of the guide gets what it shows.
///
/// With CASTPLAN_RECORD_GOLDENS=1 in the environment blocks of output are written anew, and the
/// test fails so that a recording is never taken for a pass.
@Suite(.serialized) struct DocumentationTests {
  private static let memo = CommandMemo()

  @Test(arguments: Documentation.pages)
  func commandsPrintWhatThePageShows(path: String) throws {
    let page = try Documentation.page(path)
    let run = try PageRun(of: page, in: Documentation.folder(Self.memo))
    #expect(run.problems.isEmpty, "\(run.problems.joined(separator: "\n"))")
    if ProcessInfo.processInfo.environment["CASTPLAN_RECORD_GOLDENS"] == "1" {
      try Data(run.recorded.utf8).write(to: Repository.root.appending(path: path))
      Issue.record("recorded \(path); look at the difference")
    } else {
      let differences = run.differences.joined(separator: "\n")
      #expect(
        run.differences.isEmpty, "record with CASTPLAN_RECORD_GOLDENS=1\n\(differences)")
    }
  }
}
