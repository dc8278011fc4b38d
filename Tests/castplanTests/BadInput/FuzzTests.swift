import Foundation
import Testing

/// A short run of the program behind `make fuzz`: no crash, no hang, no memory without measure.
@Suite struct FuzzTests {
  @Test func damagedInputsAreReadOrRefused() throws {
    let folder = try TemporaryFolder()
    let program = Repository.program.deletingLastPathComponent().appending(path: "reader-fuzz")
    let run = try ProgramRun.shell(
      "TMPDIR=. '\(program.path())' --count 4000 --seconds 120 --seed 1", in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.contains(" inputs from seed 1: "), "\(run.text)")
    // Both ends of what can happen did happen.
    #expect(!run.text.contains(": 0 read,") && !run.text.contains(", 0 refused;"), "\(run.text)")
  }
}
