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

  @Test func everyReasonNamesAWayOut() {
    let reasons: [FileProblem.Reason] = [
      .missing, .isDirectory, .isDevice, .notPermitted, .isEmpty, .damagedGzip, .truncatedGzip,
      .damagedDatabase("malformed"), .inUse, .unknownEncoding("CP932"), .system(28),
    ]
    let sentences = reasons.map { FileProblem(path: "a.csv", reason: $0).description }
    #expect(
      sentences == [
        "a.csv: there is no such file; check the path",
        "a.csv: is a directory, not a file; give the path of a file inside it",
        "a.csv: is a device, not a file; give the path of a file, or pipe the text",
        "a.csv: may not be opened (permission denied); "
          + "ask its owner for access, or copy it to a place of your own",
        "a.csv: is empty; export it again, or give another file",
        "a.csv: is gzip data that cannot be unpacked; "
          + "copy or download it again, or give the file unpacked",
        "a.csv: is gzip data that is cut off; "
          + "copy or download it again, or give the file unpacked",
        "a.csv: is a SQLite database that cannot be read: malformed; "
          + "copy it again, or export the table as CSV",
        "a.csv: is being written by another run; "
          + "wait until that has ended, or give another file",
        "a.csv: is CP932 text, which this system cannot convert; "
          + "save it as \"CSV UTF-8\", or install the C library's conversions",
        "a.csv: could not be used: No space left on device (errno 28); "
          + "check the disk and try again",
      ])
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
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func matchesTheStandard(text: String, expected: String) {
    Array(text.utf8).withUnsafeBufferPointer { #expect(SHA256.hexadecimal($0) == expected) }
  }
}
