import Foundation
import Testing

/// What stands where a result goes: files of others, pipes, devices and links.
@Suite struct OutputPlaceTests {
  private static let roster =
    "creator_id,followers,fee_video\nK1,18000,25000\nK2,310000,210000\nK3,4400,8000\n"
  private static let products = "product_id,price,stock\nX,1200,40\nY,5600,\nZ,980,7\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.roster, as: "k.csv")
    try folder.write(Self.products, as: "x.csv")
    return folder
  }

  private static let command = "castplan score --roster k.csv --products x.csv --all --quiet"

  private func shell(
    _ line: String, in folder: TemporaryFolder, status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ProgramRun {
    let run = try ProgramRun.shell(
      line.replacingOccurrences(of: "score…", with: Self.command), in: folder.url)
    #expect(run.status == status, "\(line): \(run.talk)", sourceLocation: sourceLocation)
    return run
  }

  private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.file(name), encoding: .utf8)
  }

  private func kind(_ name: String, in folder: TemporaryFolder) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: folder.file(name).path())[.type]
      as? FileAttributeType
  }

  @Test func `results of castplan are replaced, files of others only by force`() throws {
    let folder = try folder()
    let wanted = try shell("score…", in: folder).text
    let lines = try shell("score… --format jsonl", in: folder).text
    try folder.write("call K2 on Monday\n", as: "notes.csv")
    try folder.write("{\"product_id\": \"X\", \"rank\": 1}\n", as: "other.jsonl")
    for (name, option) in [
      ("notes.csv", "--out"), ("other.jsonl", "--out"), ("notes.csv", "--save-model"),
    ] {
      let before = try text(name, in: folder)
      let run = try shell("score… \(option) \(name)", in: folder, status: 2)
      #expect(run.output.isEmpty)
      #expect(run.talk.contains("\(name): cannot be written") && run.talk.contains("--force"))
      #expect(try text(name, in: folder) == before)
    }
    _ = try shell("score… --out notes.csv --force", in: folder)
    #expect(try text("notes.csv", in: folder) == wanted)
    // Again, in another form, over the start of a result, and over nothing.
    _ = try shell("score… --out notes.csv", in: folder)
    _ = try shell("score… --out notes.csv --format jsonl", in: folder)
    #expect(try text("notes.csv", in: folder) == lines)
    _ = try shell(": > notes.csv; score… --out notes.csv", in: folder)
    #expect(try text("notes.csv", in: folder) == wanted)
    // A model is no result, and a result no model.
    _ = try shell("score… --save-model m --out r.csv", in: folder)
    let model = try text("m", in: folder)
    _ = try shell("score… --out m", in: folder, status: 2)
    _ = try shell("score… --save-model r.csv", in: folder, status: 2)
    _ = try shell("score… --save-model m", in: folder)
    #expect(try text("m", in: folder) == model)
    #expect(try text("r.csv", in: folder) == wanted)
    #expect(folder.names == ["k.csv", "m", "notes.csv", "other.jsonl", "r.csv", "x.csv"])
  }

  @Test func `a result with a format column is known again`() throws {
    let folder = try folder()
    try folder.write(
      Self.roster.replacingOccurrences(of: "fee_video", with: "fee_live,fee_video")
        .replacingOccurrences(of: "00,", with: "00,700,"), as: "k.csv")
    _ = try shell("score… --out r.csv && score… --out r.csv", in: folder)
    #expect(try text("r.csv", in: folder).contains(",format"))
    _ = try shell("score… --out r.jsonl && score… --out r.jsonl", in: folder)
  }

  @Test func `a named pipe is written to and stays`() throws {
    let folder = try folder()
    let wanted = try shell("score…", in: folder).text
    try #require(mkfifo(folder.file("pipe.csv").path(), 0o600) == 0)
    _ = try shell("cat pipe.csv > got & score… --out pipe.csv; wait", in: folder)
    #expect(try text("got", in: folder) == wanted)
    _ = try shell("cat pipe.csv > model & score… --save-model pipe.csv; wait", in: folder)
    #expect(try shell("score… --model model", in: folder).text == wanted)
    // A reader that has seen enough.
    _ = try shell("head -1 pipe.csv > first & score… --out pipe.csv; wait", in: folder)
    #expect(wanted.hasPrefix(try text("first", in: folder)))
    #expect(try kind("pipe.csv", in: folder) == .typeUnknown)
    #expect(folder.names == ["first", "got", "k.csv", "model", "pipe.csv", "x.csv"])
  }

  @Test(.enabled(if: geteuid() == 0, "root alone makes devices"))
  func `a character device is written to and stays`() throws {
    let folder = try folder()
    // Nodes of its own: never the real ones.
    for (name, minor) in [("nothing", 3), ("full", 7)] {
      let made = try ProgramRun.shell("mknod \(name) c 1 \(minor)", in: folder.url)
      try #require(made.status == 0, "\(made.talk)")
    }
    _ = try shell("score… --out nothing --save-model nothing", in: folder)
    let full = try shell("score… --out full", in: folder, status: 2)
    #expect(full.talk.contains("full: cannot be written: No space left on device"))
    for name in ["nothing", "full"] {
      #expect(try kind(name, in: folder) == .typeCharacterSpecial)
    }
    let database = try shell("score… --out nothing --format sqlite", in: folder, status: 2)
    #expect(database.talk.contains("nothing: is no file, and a database needs one"))
    #expect(folder.names == ["full", "k.csv", "nothing", "x.csv"])
  }

  @Test func `a descriptor is written where it stands`() throws {
    let folder = try folder()
    let wanted = try shell("score…", in: folder).text
    #expect(try shell("score… --out /dev/stdout", in: folder).text == wanted)
    #expect(try shell("score… --out /dev/stdout | cat", in: folder).text == wanted)
    _ = try shell("(echo before; score… --out /dev/stdout; echo after) > all", in: folder)
    #expect(try text("all", in: folder) == "before\n\(wanted)after\n")
    _ = try shell("(echo before >&3; score… --out /dev/fd/3; echo after >&3) 3> all", in: folder)
    #expect(try text("all", in: folder) == "before\n\(wanted)after\n")
    let closed = try shell("score… --out /dev/fd/9 9>&-", in: folder, status: 2)
    #expect(closed.talk.contains("/dev/fd/9: cannot be written: Bad file descriptor"))
    // What goes there may be what is read.
    let input = try shell("score… --out /dev/stdout >> k.csv", in: folder, status: 2)
    #expect(input.talk.contains("/dev/stdout: is the same file as k.csv, which this run reads"))
    #expect(try text("k.csv", in: folder) == Self.roster)
  }

  @Test func `a link is followed and stays`() throws {
    let folder = try folder()
    let manager = FileManager.default
    let wanted = try shell("score…", in: folder).text
    try manager.createDirectory(at: folder.file("deep"), withIntermediateDirectories: false)
    for (link, target) in [
      ("a.csv", "deep/real.csv"), ("b.csv", "a.csv"), ("c.csv", folder.file("deep/new.csv").path()),
    ] {
      try manager.createSymbolicLink(
        atPath: folder.file(link).path(), withDestinationPath: target)
    }
    // Whoever put a link there has said where results go: whatever is there is replaced.
    try folder.write("last year's\n", as: "deep/real.csv")
    _ = try shell("score… --out deep/real.csv", in: folder, status: 2)
    for name in ["b.csv", "c.csv"] { _ = try shell("score… --out \(name)", in: folder) }
    for name in ["a.csv", "b.csv", "c.csv"] {
      #expect(try kind(name, in: folder) == .typeSymbolicLink)
    }
    #expect(try text("deep/real.csv", in: folder) == wanted)
    #expect(try text("deep/new.csv", in: folder) == wanted)
    #expect(
      try manager.contentsOfDirectory(atPath: folder.file("deep").path()).sorted()
        == ["new.csv", "real.csv"])
    // A database, its journal and its removal go by the file as well.
    try manager.createSymbolicLink(
      atPath: folder.file("d.db").path(), withDestinationPath: "deep/d.db")
    _ = try shell("score… --out d.db && score… --out deep/d.db", in: folder)
    #expect(try kind("d.db", in: folder) == .typeSymbolicLink)
    let loop = try shell("ln -s loop loop; score… --out loop", in: folder, status: 2)
    #expect(loop.talk.contains("loop: cannot be written: Too many levels of symbolic links"))
  }

  @Test func `permissions of what is replaced are kept`() throws {
    let folder = try folder()
    _ = try shell("umask 022; score… --out r.csv; chmod 640 r.csv; score… --out r.csv", in: folder)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.file("r.csv").path())
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a folder is no file`() throws {
    let folder = try folder()
    for place in [".", "./", "new/"] {
      for option in ["--out", "--save-model", "--format sqlite --out"] {
        let run = try shell("score… \(option) \(place)", in: folder, status: 2)
        #expect(run.talk.contains("\(place): "), "\(run.talk)")
      }
    }
    #expect(folder.names == ["k.csv", "x.csv"])
  }

  @Test func `generate and optimize follow links to what is not there yet`() throws {
    let folder = try folder()
    let manager = FileManager.default
    for link in ["sample", "plan"] {
      try manager.createSymbolicLink(
        atPath: folder.file(link).path(), withDestinationPath: "\(link)-1")
    }
    _ = try shell(
      "castplan optimize --roster k.csv --products x.csv --budget 50000 --out plan", in: folder)
    #expect(try kind("plan", in: folder) == .typeSymbolicLink)
    #expect(
      try manager.contentsOfDirectory(atPath: folder.file("plan-1").path()).sorted()
        == ["plan.csv", "plan.json"])
    _ = try shell("castplan generate --creators 3 --products 1 --out sample", in: folder)
    #expect(try kind("sample", in: folder) == .typeSymbolicLink)
    #expect(
      try manager.contentsOfDirectory(atPath: folder.file("sample-1").path())
        .contains("creators.csv"))
  }
}
