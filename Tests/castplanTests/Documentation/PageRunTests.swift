import Foundation
import Testing

/// Small pages that are right, and pages that are wrong in one way each.
@Suite struct PageRunTests {
  private static func run(
    _ text: String, files: [String: Data] = [:], prelude: String = "",
    memo: CommandMemo = CommandMemo()
  ) throws -> PageRun {
    try PageRun(
      of: MarkdownPage(path: "Page.md", text: text),
      in: PageFolder(files: files, prelude: prelude, memo: memo))
  }

  private static let right = """
    # A page
    ```sh
    printf 'one\\ntwo\\nthree\\n' > list
    ```
    ```yaml
    # brief.yaml
    budget: 5
    ```
    ```console
    $ cat list
    one
    …
    $ grep budget \\
        brief.yaml; echo said >&2
    budget: 5
    $ grep six list
    $ echo $?
    1
    ```
    """

  @Test func aRightPageStays() throws {
    let run = try Self.run(Self.right)
    #expect(run.problems.isEmpty && run.differences.isEmpty, "\(run.problems) \(run.differences)")
    #expect(run.recorded == Self.right)
  }

  @Test func aWrongLineIsFoundAndMended() throws {
    let page = Self.right.replacing("\none\n", with: "\nfour\n")
    let run = try Self.run(page)
    #expect(run.problems.isEmpty)
    #expect(run.differences == ["Page.md:10: cat list\n- four\n+ one"])
    #expect(run.recorded == Self.right)
  }

  @Test func recordingTwiceIsRecordingOnce() throws {
    let command = "```console\n$ printf 'a 1\\nb 2\\nc 3\\nd 4\\n'\n"
    let once = try Self.run(command + "a 5\n…\nd 6\n$ echo e\n```\n").recorded
    #expect(once == command + "a 1\n…\nd 4\n$ echo e\ne\n```\n")
    let again = try Self.run(once)
    #expect(again.recorded == once && again.differences.isEmpty)
  }

  @Test(arguments: [
    ("```console\noutput\n$ echo a\na\n```", "Page.md:2: no command"),
    ("```console\n```", "Page.md:2: no command"),
    ("```text\noutput\n```", "Page.md:1: a block of \"text\""),
    ("```\noutput\n```", "Page.md:1: a block of \"\""),
    ("```sh\necho a", "Page.md:1: a fence is never closed"),
    (" ```sh\necho a\n```", "Page.md:1: a fence is indented"),
    ("```sh\ntrue\nfalse\ntrue\n```", "Page.md:2: exit code 1 of"),
    ("```console\n$ false\n```", "Page.md:2: exit code 1 of"),
    ("```console\n$ echo no >&2; false\n$ echo a\na\n```", "no\n"),
    ("```sh\nmake nothing\n```", "make: no target nothing"),
    ("```yaml\nbudget: 5\n```", "Page.md:2: no \"# name.yaml\""),
    ("```yaml\n# brief.yaml\nbudget: 5\n```", "Page.md:2: no command below reads brief.yaml"),
    ("```sh\ncat brief.yaml\n```\n```yaml\n# brief.yaml\n```", "Page.md:2: exit code 1 of"),
  ])
  func aWrongPageIsFound(page: String, problem: String) throws {
    let run = try Self.run(page, prelude: Makefile("all:\n").shellFunction(program: "run"))
    #expect(run.problems.contains { $0.contains(problem) }, "\(run.problems)")
  }

  /// What a command that fails prints is no output to show.
  @Test func aFailedCommandIsNotRecorded() throws {
    let page = "```console\n$ echo half; false\nwhole\n```"
    let run = try Self.run(page)
    #expect(run.recorded == page && run.problems.count == 1 && run.differences.isEmpty)
  }

  @Test func equalCommandsInEqualFoldersRunOnce() throws {
    let memo = CommandMemo()
    // A second run would print and leave other bytes.
    let page = "```console\n$ date +%N | tee made; rm -f old\n```\n```console\n$ cat made\n```\n"
    let files = ["old": Data("old".utf8), "kept/x": Data("x".utf8)]
    let first = try Self.run(page, files: files, memo: memo).recorded
    let second = try Self.run(page, files: files, memo: memo).recorded
    #expect(first == second && memo.count == 2)
    #expect(first.split(separator: "\n").count == 8)
    _ = try Self.run(page, memo: memo)
    #expect(memo.count == 4)
  }

  @Test func targetsOfMakeAreWhatTheProgramDoes() throws {
    let makefile = Makefile(
      """
      SAMPLE = --roster 'a b'
      RUN = build/run
      .PHONY: demo
      demo: build
      \t$(RUN) plan $(SAMPLE) \\
      \t  --all
      build:
      \tswift build
      """)
    #expect(makefile.recipes["build"] == ["swift build"])
    let prelude = makefile.shellFunction(program: "build/run") + "\ncastplan() { echo \"$@\"; }"
    let run = try Self.run(
      "```console\n$ make demo\nplan --roster a b --all\n$ make build\n```", prelude: prelude)
    #expect(run.problems.isEmpty && run.differences.isEmpty, "\(run.problems) \(run.differences)")
  }
}
