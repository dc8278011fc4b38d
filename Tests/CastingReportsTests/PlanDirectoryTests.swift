import CastingReports
import Foundation
import Testing

struct PlanDirectoryTests {
  private static let plan = [
    PlanDirectory.File(name: "plan.csv", bytes: [1, 2]),
    PlanDirectory.File(name: "plan.json", bytes: [3]),
  ]

  /// Runs `body` in an empty directory of its own, with the means to list it.
  private static func inScratch(_ body: (String) throws -> Void) throws {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("castplan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try body(scratch)
  }

  private static func names(_ directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  private static func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  private static func problem(_ path: String, _ files: [PlanDirectory.File] = plan) throws
    -> PlanDirectoryProblem
  {
    try #require(
      #expect(throws: PlanDirectoryProblem.self) { try PlanDirectory.write(files, to: path) })
  }

  @Test(arguments: ["plan", "plan/", "./plan", "計画 🌸"])
  func `a new directory appears whole`(_ name: String) throws {
    try Self.inScratch { scratch in
      try PlanDirectory.write(Self.plan, to: "\(scratch)/\(name)")
      #expect(try Self.names("\(scratch)/\(name)") == ["plan.csv", "plan.json"])
      #expect(Self.contents("\(scratch)/\(name)/plan.csv") == [1, 2])
      #expect(try Self.names(scratch).count == 1)
    }
  }

  @Test func `an earlier plan is replaced, with nothing of it left`() throws {
    try Self.inScratch { scratch in
      let path = scratch + "/plan"
      let old = Self.plan + [PlanDirectory.File(name: "report.html", bytes: [9])]
      try PlanDirectory.write(old, to: path)
      try PlanDirectory.write([.init(name: "plan.json", bytes: [4])], to: path)
      #expect(try Self.names(path) == ["plan.json"])
      #expect(Self.contents(path + "/plan.json") == [4])
      #expect(try Self.names(scratch) == ["plan"])
    }
  }

  @Test func `an empty directory is filled`() throws {
    try Self.inScratch { scratch in
      let path = scratch + "/plan"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      try PlanDirectory.write(Self.plan, to: path)
      #expect(try Self.names(path) == ["plan.csv", "plan.json"])
      #expect(try Self.names(scratch) == ["plan"])
    }
  }

  @Test func `a link to a plan stays a link`() throws {
    try Self.inScratch { scratch in
      try PlanDirectory.write(Self.plan, to: scratch + "/plan")
      try FileManager.default.createSymbolicLink(
        atPath: scratch + "/latest", withDestinationPath: "plan")
      try PlanDirectory.write([.init(name: "plan.json", bytes: [5])], to: scratch + "/latest")
      #expect(Self.contents(scratch + "/plan/plan.json") == [5])
      #expect(try Self.names(scratch) == ["latest", "plan"])
    }
  }

  @Test(arguments: [
    (["notes.txt"], PlanDirectoryProblem.Reason.notAPlan(first: "notes.txt")),
    (["notes.txt", "plan.json"], .holdsOtherFile("notes.txt")),
  ])
  func `a directory with files of somebody else is left alone`(
    _ files: [String], _ reason: PlanDirectoryProblem.Reason
  ) throws {
    try Self.inScratch { scratch in
      let path = scratch + "/plan"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      for file in files { try Data([8]).write(to: URL(fileURLWithPath: "\(path)/\(file)")) }
      #expect(try Self.problem(path) == PlanDirectoryProblem(path, reason))
      #expect(try Self.names(path) == files)
      #expect(try Self.names(scratch) == ["plan"])
    }
  }

  @Test func `a file, a missing parent and a parent that is a file are refused`() throws {
    try Self.inScratch { scratch in
      let file = scratch + "/file"
      try Data([1]).write(to: URL(fileURLWithPath: file))
      #expect(try Self.problem(file).reason == .isFile)
      #expect(
        Wording.english.text(try Self.problem(file + "/plan"))
          == "\(file)/plan: \(file) is a file, not a directory; correct the path")
      #expect(
        try Self.problem(scratch + "/no/plan").reason == .missingParent(scratch + "/no"))
      #expect(try Self.problem("/dev/full").reason == .isFile)
      #expect(try Self.problem("").reason == .noName)
      #expect(try Self.problem("/").reason == .noName)
      #expect(try Self.names(scratch) == ["file"])
      #expect(Self.contents(file) == [1])
    }
  }

  @Test func `a failure half-way leaves what was there`() throws {
    try Self.inScratch { scratch in
      let path = scratch + "/plan"
      // A name longer than any file system takes: the second write fails.
      let files = Self.plan + [.init(name: String(repeating: "x", count: 300), bytes: [1])]
      #expect(try Self.problem(path, files).reason == .cannotWrite(ENAMETOOLONG))
      #expect(try Self.names(scratch) == [])
      try PlanDirectory.write(Self.plan, to: path)
      #expect(throws: PlanDirectoryProblem.self) { try PlanDirectory.write(files, to: path) }
      #expect(try Self.names(scratch) == ["plan"])
      #expect(Self.contents(path + "/plan.csv") == [1, 2])
    }
  }

  @Test func `a full disk is reported with the way out`() throws {
    let problem = try #require(
      #expect(throws: PlanDirectoryProblem.self) { try DurableFile.write([1], to: "/dev/full") })
    #expect(
      Wording.english.text(problem)
        == "/dev/full: cannot be written: No space left on device; "
        + "free some space, or give --out a place on another disk")
  }

  @Test(.enabled(if: geteuid() != 0, "permission bits do not bind root"))
  func `a parent without write permission is refused`() throws {
    try Self.inScratch { scratch in
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch)
      #expect(try Self.problem(scratch + "/plan").reason == .cannotCreate(EACCES))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch)
      #expect(try Self.names(scratch) == [])
    }
  }

  @Test func `a place that takes no directories is refused`() throws {
    // The kernel's own file systems refuse new names, even to root.
    let problem = try Self.problem("/proc/plan")
    #expect(Wording.english.text(problem).hasPrefix("/proc/plan: cannot be created: "))
  }

  @Test func `checking a destination leaves nothing`() throws {
    try Self.inScratch { scratch in
      try PlanDirectory.check(scratch + "/plan")
      #expect(try Self.names(scratch) == [])
    }
  }
}
