import Foundation
import Tables
import Testing

/// Where paths lead.
@Suite struct OutputPlaceTests {
  @Test func `links are followed to what is there and to what is not`() throws {
    let folder = try TemporaryDirectory()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: false)
    for (link, target) in [
      ("in/up", "../file"), ("near", "in/up"), ("far", folder.path + "/in/new"), ("round", "round"),
      ("out", "/dev/fd/7"), ("three", "out"),
    ] {
      try manager.createSymbolicLink(
        atPath: "\(folder.path)/\(link)", withDestinationPath: target)
    }
    #expect(OutputPlace(folder.path + "/file") == .path(folder.path + "/file"))
    #expect(OutputPlace(folder.path + "/near") == .path(folder.path + "/in/../file"))
    #expect(OutputPlace(folder.path + "/far") == .path(folder.path + "/in/new"))
    #expect(OutputPlace(folder.path + "/three") == .descriptor(7))
    #expect(OutputPlace("/dev/stdout") == .descriptor(1))
    #expect(OutputPlace("/proc/self/fd/12") == .descriptor(12))
    #expect(OutputPlace("/dev/fd/x") == .path("/dev/fd/x"))
    #expect(OutputPlace(folder.path + "/round") == .path(folder.path + "/round"))
    #expect(OutputPlace("plain") == .path("plain"))
  }

  @Test func `every name of a file has its identity, devices have none`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/file"
    try Data([1]).write(to: URL(filePath: path))
    try FileManager.default.linkItem(atPath: path, toPath: folder.path + "/hard")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/soft", withDestinationPath: "hard")
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    let identity = try #require(FileIdentity(path: path))
    #expect(FileIdentity(path: folder.path + "/hard") == identity)
    #expect(FileIdentity(path: folder.path + "/soft") == identity)
    #expect(
      FileIdentity(path: folder.path + "/../" + OutputPlace.name(of: folder.path) + "/file")
        == identity)
    #expect(FileIdentity(descriptor: descriptor) == identity)
    #expect(FileIdentity(path: folder.path) != identity)
    #expect(FileIdentity(path: "/dev/null") == nil)
    #expect(FileIdentity(path: path + "-not") == nil)
    #expect(FileIdentity(descriptor: -1) == nil)
  }
}
