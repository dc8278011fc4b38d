import Foundation
import GRDB
import Testing

/// Runs that end early leave nothing, and runs at the same time do each other no harm.
@Suite struct OutputInterruptTests {
  private static let command = "castplan score --roster k.csv --products x.csv --quiet"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var roster = "creator_id,followers\n"
    for number in 1...60 { roster += "K\(number),\(number * 1700 % 90_001 + 800)\n" }
    try folder.write(roster, as: "k.csv")
    try folder.write("product_id,price\nX,1200\nY,5600\nZ,980\n", as: "x.csv")
    return folder
  }

  private static let inputs = ["k.csv", "x.csv"]

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], ["csv", "jsonl", "db"])
  func `a signal leaves nothing beside a result`(signal: Int32, form: String) throws {
    let folder = try folder()
    let name = "r.\(form)"
    do {
      let held = try HeldScore(
        ["--out", name], in: folder, until: form == "db" ? name : ".\(name).castplan-")
      #expect(held.isRunning)
      #expect(folder.names.count == 4)
      #expect(held.end(by: signal) == (signal == SIGINT ? 130 : -signal))
    }
    #expect(folder.names == Self.inputs)
  }

  @Test func `a signal that is ignored from the start goes on to be`() throws {
    let folder = try folder()
    try #require(mkfifo(folder.file("m").path(), 0o600) == 0)
    let run = try ProgramRun.shell(
      """
      (trap '' HUP TERM; exec \(Self.command) --all --out r.csv --save-model m) & pid=$!
      while ! ls -A | grep -q castplan-; do sleep 0.05; done
      kill -HUP $pid; kill -TERM $pid; cat m > /dev/null; wait $pid; echo $?
      """, in: folder.url)
    #expect(run.text == "0\n", "\(run.talk)")
    #expect(folder.names.contains("r.csv"))
  }

  @Test func `what stood there is there after a signal`() throws {
    let folder = try folder()
    let made = try ProgramRun.shell(Self.command + " --all --out r.csv", in: folder.url)
    try #require(made.status == 0, "\(made.talk)")
    let before = try Data(contentsOf: folder.file("r.csv"))
    do {
      let held = try HeldScore(["--out", "r.csv"], in: folder, until: ".r.csv.castplan-")
      #expect(held.end(by: SIGTERM) == -SIGTERM)
    }
    #expect(folder.names == (Self.inputs + ["r.csv"]).sorted())
    #expect(try Data(contentsOf: folder.file("r.csv")) == before)
  }

  @Test(arguments: ["TERM", "INT", "HUP"]) func `generate leaves no folder`(signal: String) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.shell(
      "castplan generate --creators 4000000 --out one/two & pid=$!; "
        + "while [ ! -d one/two ]; do sleep 0.02; done; sleep 0.2; kill -\(signal) $pid; wait $pid",
      in: folder.url)
    #expect(run.status == ["TERM": 143, "INT": 130, "HUP": 129][signal])
    #expect(folder.names == ["one"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("one").path()) == [])
  }

  @Test func `a crash is swept up by the next run, and a run at work is let be`() throws {
    let folder = try folder()
    do {
      let crashed = try HeldScore(["--out", "r.csv"], in: folder, until: ".r.csv.castplan-")
      #expect(crashed.end(by: SIGKILL) == -SIGKILL)
    }
    let left = try #require(folder.names.first { $0.hasPrefix(".r.csv.castplan-") })
    // Not left by a run: no process has it, but nothing tells that it is castplan's.
    for name in [
      ".r.csv.castplan-x-0", ".r.csv.2024-01", ".r.csv.castplan-99", ".q.csv.castplan-9-0",
    ] {
      try folder.write("mine", as: name)
    }
    let others = folder.names.filter { $0.hasPrefix(".") && $0 != left }
    let held = try HeldScore(
      ["--top", "2", "--out", "r.csv"], in: folder, until: ".r.csv.castplan-")
    #expect(!folder.names.contains(left))
    let working = folder.names.filter { $0.hasPrefix(".r.csv.castplan-") && !others.contains($0) }
    #expect(working.count == 1)
    let run = try ProgramRun.shell(Self.command + " --all --out r.csv", in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    #expect(folder.names.filter { $0.hasPrefix(".") }.sorted() == (others + working).sorted())
    #expect(try held.release() == 0)
    #expect(folder.names.filter { $0.hasPrefix(".") } == others)
    let rows = try String(contentsOf: folder.file("r.csv"), encoding: .utf8)
    #expect(rows.split(whereSeparator: \.isNewline).count == 1 + 3 * 2)
  }

  // MARK: One database, two runs

  private func rows(_ folder: TemporaryFolder) throws -> [Int] {
    try DatabaseQueue(path: folder.file("s.db").path()).read {
      let row = try Row.fetchOne(
        $0, sql: "SELECT COUNT(*), COUNT(DISTINCT product_id || creator_id) FROM scores")
      return row.map { [$0[0], $0[1]] } ?? []
    }
  }

  @Test(arguments: ["", " --force", " --top 5 --force"])
  func `a second run into one database is told of the first`(option: String) throws {
    let folder = try folder()
    let held = try HeldScore(["--all", "--out", "s.db"], in: folder, until: "s.db")
    try FileManager.default.linkItem(
      at: folder.file("s.db"), to: folder.file("same.db"))
    for name in ["s.db", "./s.db", "same.db"] {
      let second = try ProgramRun.shell(
        Self.command + (option.contains("top") ? "" : " --all") + option + " --out \(name)",
        in: folder.url)
      #expect(second.status == 2)
      #expect(second.talk.contains("\(name): is being written by another run"), "\(second.talk)")
    }
    #expect(try held.release() == 0)
    #expect(try rows(folder) == [180, 180])
  }

  @Test func `a crashed run's lock ends with it`() throws {
    let folder = try folder()
    do {
      let crashed = try HeldScore(["--all", "--out", "s.db"], in: folder, until: "s.db")
      #expect(crashed.end(by: SIGKILL) == -SIGKILL)
    }
    let next = try ProgramRun.shell(Self.command + " --all --out s.db", in: folder.url)
    #expect(next.status == 0, "\(next.talk)")
    #expect(try rows(folder) == [180, 180])
    let again = try ProgramRun.shell(
      "castplan score --roster k.csv --products x.csv --all --out s.db", in: folder.url)
    #expect(again.status == 0 && again.talk.contains("holds the whole result of this very run"))
    #expect(folder.names == (Self.inputs + ["s.db"]).sorted())
    // A model that is asked for is saved all the same.
    let saved = try ProgramRun.shell(
      Self.command + " --all --out s.db --save-model m", in: folder.url)
    #expect(saved.status == 0, "\(saved.talk)")
    #expect(folder.names.contains("m"))
  }

  @Test func `of runs that start together, those that say 0 agree on the rows`() throws {
    for _ in 0..<8 {
      let folder = try folder()
      let line = Self.command + " --all --out s.db 2> /dev/null"
      let run = try ProgramRun.shell(
        "for k in 1 2 3; do (\(line); echo $?) & done; wait", in: folder.url)
      let codes = run.text.split(separator: "\n").map(String.init)
      #expect(codes.count == 3 && Set(codes).isSubset(of: ["0", "2"]) && codes.contains("0"))
      #expect(try rows(folder) == [180, 180])
    }
  }
}
