import CastingReports
import Foundation
import Testing

/// What is said of outputs.
@Suite struct OutputProblemTests {
  @Test func `every reason says what is wrong and names a way out`() {
    let sentences = [
      OutputProblem(.standardOutput, .system(ENOSPC)), OutputProblem("", .system(ENOENT)),
      OutputProblem("a", .isDirectory), OutputProblem("a", .directoryNotMade(EACCES)),
      OutputProblem("a", .exists), OutputProblem("a", .isForeign),
      OutputProblem("a", .isForeignFile), OutputProblem("a", .isInput("a")),
      OutputProblem("a", .isInput("b")), OutputProblem("a", .isOtherOutput("a")),
      OutputProblem("a", .isOtherOutput("b")), OutputProblem("a", .isUnwritableDevice),
      OutputProblem("a", .isNoFile), OutputProblem("a", .isForeignDatabase),
      OutputProblem("a", .holdsOtherRun(isComplete: true)),
      OutputProblem("a", .holdsRuns), OutputProblem("a", .holdsUnnamedRun),
      OutputProblem("a", .holdsOtherColumns(["rank", "fee"])),
      OutputProblem("a", .holdsOtherRun(isComplete: false)),
    ].map { Wording.english.text($0) }
    #expect(
      sentences == [
        "standard output: cannot be written: No space left on device; "
          + "free some space or send the output elsewhere",
        "\"\": cannot be written: No such file or directory; "
          + "check the path, its permissions and the space left",
        "a: is a directory, not a file; give the path of a file inside it",
        "a: the directory cannot be made: Permission denied; check the path and its permissions",
        "a: cannot be written: it exists already; choose another place, or pass --force to replace "
          + "it",
        "a: cannot be written: it holds something that castplan did not write; give another file, or "
          + "pass --force to replace it",
        "a: cannot be written: it holds something that castplan did not write; give another file",
        "a: is read by this run; give another path",
        "a: is the same file as b, which this run reads; give another path",
        "a: is given for two results; give another path",
        "a: is the same file as b, where another result goes; give another path",
        "a: is a disk or a socket; give the path of a file, a pipe or a terminal",
        "a: is no file, and a database needs one; give the path of a file, or another --format",
        "a: is a database of another program; give another file",
        "a: holds the result of another run (other inputs or options); give another file, or throw "
          + "that away with --force",
        "a: holds runs with names, beside which one without a name cannot stand; give the run a name "
          + "with --run-id, or another file",
        "a: holds a run without a name, beside which no other can stand; give another file, or throw "
          + "that away with --force",
        "a: holds rows with other columns (rank, fee); give another file, or the same columns as "
          + "before",
        "a: holds the unfinished result of another run (other inputs or options); give another file, "
          + "or throw that away with --force",
      ])
    let all = OutputProblems([OutputProblem("a", .exists), OutputProblem("b", .isDirectory)])
    #expect(all?.problems.count == 2)
    #expect(OutputProblems([]) == nil)
  }
}
