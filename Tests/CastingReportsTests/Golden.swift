import Foundation
import Testing

/// Compares bytes with a recorded file beside this one.
///
/// `CASTPLAN_RECORD_GOLDENS=1` records instead, and fails the test so that nobody records by accident.
func expectGolden(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["CASTPLAN_RECORD_GOLDENS"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record(
      "recorded \(name); run again without CASTPLAN_RECORD_GOLDENS", sourceLocation: sourceLocation)
    return
  }
  let expected = try [UInt8](Data(contentsOf: file))
  #expect(
    String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
    sourceLocation: sourceLocation)
  #expect(bytes == expected, sourceLocation: sourceLocation)
}
