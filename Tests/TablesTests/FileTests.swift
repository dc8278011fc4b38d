import Foundation
import Tables
import Testing

/// A directory of its own for a test.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "castplan-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}

@Suite struct FileTests {
  @Test func mapsTheBytes() throws {
    let directory = try TemporaryDirectory()
    let bytes = (0..<100_000).map { UInt8($0 % 251) }
    let file = try MappedFile(path: directory.write("a", bytes))
    #expect(Array(file.bytes) == bytes)
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let directory = try TemporaryDirectory()
    let empty = try directory.write("empty", [])
    #expect(throws: FileProblem(path: empty, reason: .isEmpty)) { try MappedFile(path: empty) }
    let missing = directory.path + "/missing"
    #expect(throws: FileProblem(path: missing, reason: .missing)) { try MappedFile(path: missing) }
    #expect(throws: FileProblem(path: empty + "/x", reason: .missing)) {
      try MappedFile(path: empty + "/x")
    }
    #expect(throws: FileProblem(path: directory.path, reason: .isDirectory)) {
      try MappedFile(path: directory.path)
    }
    #expect(throws: FileProblem(path: "/dev/zero", reason: .isDevice)) {
      try MappedFile(path: "/dev/zero")
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func saysThatPermissionIsMissing() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("closed", [1])
    chmod(path, 0)
    #expect(throws: FileProblem(path: path, reason: .notPermitted)) { try MappedFile(path: path) }
  }

  @Test func readsPipes() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let bytes = [UInt8](repeating: 7, count: 200_000)
    let writer = Thread {
      let handle = FileHandle(forWritingAtPath: path)
      try? handle?.write(contentsOf: Data(bytes))
      try? handle?.close()
    }
    writer.start()
    // The bytes live as long as the file does.
    let file = try MappedFile(path: path)
    #expect(withExtendedLifetime(file) { Array(file.bytes) } == bytes)
  }
}

@Suite struct SHA256Tests {
  /// Vectors of FIPS 180-4 and of NIST's example files.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "\0", count: 1_000_000),
      "d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func matchesTheStandard(text: String, expected: String) {
    Array(text.utf8).withUnsafeBufferPointer { #expect(SHA256.hexadecimal($0) == expected) }
  }

  /// The digest by Python's hashlib.
  @Test func `bytes are passed stretch by stretch, all of them once`() {
    var passed: [Range<Int>] = []
    [UInt8](repeating: 0, count: 9_000_001).withUnsafeBufferPointer { bytes in
      #expect(
        SHA256.hexadecimal(bytes) { passed.append($0) }
          == "8870803b3951d31ad8a69d794646b693e4bb603ffff7019959acabee0b41858e")
    }
    #expect(passed.count > 1)
    #expect(passed.first?.lowerBound == 0 && passed.last?.upperBound == 9_000_001)
    #expect(zip(passed, passed.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }
}
