import Foundation
import Testing

/// Results that cannot be written are exit code 2, with a way out and nothing left behind.
@Suite struct OutputFailureTests {
  static let sample = [
    "--roster", "creators.csv", "--products", "products.csv", "--brief", "brief-reach.yaml",
  ]

  @Test(arguments: ["table", "json", "csv"])
  func fullDiskAsStandardOutput(format: String) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.castplan(
      ["optimize", "--curve", "none"] + Self.sample + [
        "--format", format, "--out", folder.file("plan").path(),
      ],
      in: Repository.datasets, standardOutput: "/dev/full")
    #expect(run.status == 2)
    #expect(folder.names == [])
    #expect(run.talk.contains("standard output: cannot be written"))
    #expect(run.talk.contains("free some space"))
  }

  @Test(arguments: [["--help"], ["check"] + sample])
  func fullDiskForOtherResults(arguments: [String]) throws {
    let run = try ProgramRun.castplan(
      arguments, in: Repository.datasets, standardOutput: "/dev/full")
    #expect(run.status == 2)
    #expect(run.talk.contains("standard output: cannot be written"))
  }

  @Test func directoryBelowAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("not a directory", as: "file")
    for command in [["optimize"] + Self.sample, ["generate"]] {
      let run = try ProgramRun.castplan(
        command + ["--out", folder.file("file/plan").path()], in: Repository.datasets)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.talk.contains("file/plan"))
      #expect(folder.names == ["file"])
    }
  }

  @Test func directoryOfSomebodyElseIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", as: "notes.txt")
    let run = try ProgramRun.castplan(
      ["optimize"] + Self.sample + ["--out", folder.url.path()], in: Repository.datasets)
    #expect(run.status == 2)
    #expect(run.talk.contains("notes.txt"))
    #expect(folder.names == ["notes.txt"])
  }

  @Test func generateDoesNotReplaceWithoutBeingTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", as: "products.csv")
    let refused = try ProgramRun.castplan(
      ["generate", "--creators", "5", "--out", "."], in: folder.url)
    #expect(refused.status == 2)
    #expect(refused.talk.contains("products.csv") && refused.talk.contains("--force"))
    #expect(folder.names == ["products.csv"])
    let forced = try ProgramRun.castplan(
      ["generate", "--creators", "5", "--out", ".", "--force"], in: folder.url)
    #expect(forced.status == 0)
    #expect(folder.names.count == 7)
  }

  @Test func closedPipeIsNoCrash() throws {
    let folder = try TemporaryFolder()
    let line =
      "{ castplan optimize \(Self.sample.joined(separator: " ")) --format json "
      + "--out '\(folder.file("plan").path())'"
    let run = try ProgramRun.shell(
      "\(line); echo $? > '\(folder.file("status").path())'; } | true", in: Repository.datasets)
    #expect(run.talk.isEmpty, "\(run.talk)")
    let status = try String(contentsOf: folder.file("status"), encoding: .utf8)
    #expect(status == "0\n")
    #expect(folder.names == ["plan", "status"])
  }

  /// An interrupted run says 130 and leaves nothing.
  @Test func interruptLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.shell(
      "castplan generate --creators 5000000 --out '\(folder.file("big").path())' & pid=$!; "
        + "while [ ! -d '\(folder.file("big").path())' ]; do sleep 0.05; done; "
        + "kill -INT $pid; wait $pid; echo $?", in: Repository.root)
    #expect(run.text == "130\n", "\(run.talk)")
    #expect(folder.names == [])
  }
}
