import Foundation
import Tables
import Testing

/// Files that grow beside their places.
@Suite struct StagedEntryTests {
  private func names(_ folder: TemporaryDirectory) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `an entry is hidden beside its place, and gone with its object`() throws {
    let folder = try TemporaryDirectory()
    do {
      let first = try StagedEntry(beside: folder.path + "/a.csv", .file)
      let second = try StagedEntry(beside: folder.path + "/a.csv", .file)
      let other = try StagedEntry(beside: folder.path + "/p", .folder(names: ["x"]))
      try Data([1]).write(to: URL(filePath: other.path + "/x"))
      withExtendedLifetime((first, second, other)) {}
      let process = getpid()
      #expect(
        try names(folder) == [
          ".a.csv.castplan-\(process)-0", ".a.csv.castplan-\(process)-1",
          ".p.castplan-\(process)-0",
        ])
    }
    #expect(try names(folder) == [])
  }

  @Test(arguments: [String(repeating: "長", count: 85), String(repeating: "👩‍👩‍👧‍👧", count: 10)])
  func `long names have room for what is added`(name: String) throws {
    let folder = try TemporaryDirectory()
    let entry = try StagedEntry(beside: "\(folder.path)/\(name)", .file)
    #expect(OutputPlace.name(of: entry.path).utf8.count <= 255)
  }

  @Test func `what ended processes left is swept, and nothing else`() throws {
    let folder = try TemporaryDirectory()
    // No process has a number as high: the kernel's limit is 2²² (proc_pid_max(5)).
    let ended = 1 << 23
    let left = [".a.castplan-\(ended)-0", ".a.castplan-\(ended)-17", ".a.castplan-\(getpid())-5"]
    let kept = [
      ".a.castplan-1-0", ".a.castplan-\(getppid())-0", ".a.castplan-\(ended)",
      ".b.castplan-\(ended)-0",
      ".a.castplan-\(ended)-0x", ".a.castplan--1-0", ".a.castplan-0-0", "a.castplan-\(ended)-0",
    ]
    for name in left + kept { try Data([1]).write(to: URL(filePath: "\(folder.path)/\(name)")) }
    // Locked from elsewhere: by a container, say, whose processes cannot be told.
    let locked = open("\(folder.path)/.a.castplan-\(ended)-3", O_RDWR | O_CREAT, 0o600)
    try #require(flock(locked, LOCK_EX) == 0)
    defer { close(locked) }
    do {
      let entry = try StagedEntry(beside: folder.path + "/a", .file)
      let there = try names(folder)
      #expect(
        there
          == (kept + [".a.castplan-\(ended)-3", OutputPlace.name(of: entry.path)]).sorted())
    }
  }

  @Test func `of a folder that was left, the named files go`() throws {
    let folder = try TemporaryDirectory()
    for (number, files) in [["plan", "notes"], ["plan"]].enumerated() {
      let path = "\(folder.path)/.p.castplan-\(1 << 23)-\(number)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      for file in files { try Data([1]).write(to: URL(filePath: "\(path)/\(file)")) }
    }
    do { _ = try StagedEntry(beside: folder.path + "/p", .folder(names: ["plan", "other"])) }
    #expect(try names(folder) == [".p.castplan-\(1 << 23)-0"])
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: "\(folder.path)/.p.castplan-\(1 << 23)-0") == ["notes"])
  }

  @Test func `a place where nothing can be made is told by its number`() throws {
    let folder = try TemporaryDirectory()
    let failure = try #require(
      #expect(throws: StagedEntry.Failure.self) {
        try StagedEntry(beside: folder.path + "/no/a", .file)
      })
    #expect(failure.number == ENOENT)
  }
}
