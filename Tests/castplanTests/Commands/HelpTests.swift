import Foundation
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    [], ["optimize"], ["what-if"], ["explain"], ["compare"], ["score"], ["check"], ["init"],
    ["generate"], ["template"],
  ])
  func helpIsAResult(command: [String]) throws {
    let run = try ProgramRun.castplan(command + ["--help"], in: Repository.root)
    #expect(run.status == 0)
    #expect(run.talk.isEmpty)
    #expect(run.text.contains("EXAMPLES"))
    try expectGolden(run.text, (["help"] + command).joined(separator: "-"))
  }

  @Test func versionIsAResult() throws {
    let run = try ProgramRun.castplan(["--version"], in: Repository.root)
    #expect(run.status == 0)
    #expect(run.text.split(separator: ".").count == 3)
    #expect(run.talk.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameTheOptions(shell: String) throws {
    let run = try ProgramRun.castplan(
      ["--generate-completion-script", shell], in: Repository.root)
    #expect(run.status == 0)
    #expect(run.text.contains("time-limit") && run.text.contains("generate"))
  }

  @Test func wrongOptionsAreRefusedTogether() throws {
    let run = try ProgramRun.castplan(
      [
        "optimize", "--budget", "much", "--threads", "0", "--seed", "x", "--time-limit", "0",
        "--gap", "1", "--format", "xml",
      ], in: Repository.root)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for option in [
      "--roster", "--products", "--budget", "--threads", "--seed", "--time-limit", "--gap",
      "--format",
    ] {
      #expect(run.talk.contains(option), "nothing is said of \(option): \(run.talk)")
    }
  }

  @Test(arguments: [["fly"], ["optimize", "--rooster", "x"], ["generate", "--creators"]])
  func wrongUsageIsExitCodeTwo(arguments: [String]) throws {
    let run = try ProgramRun.castplan(arguments, in: Repository.root)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.talk.contains("--help"))
  }
}
