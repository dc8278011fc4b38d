import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// A row that goes on and on is refused, wherever it stands, in whatever form.
@Suite struct RecordLimitTests {
  private static let limit = 8 << 20
  private static let long = String(repeating: "a", count: limit + 10)

  private static let texts = [
    ("a.csv", "creator_id,followers,bio\nC1,5,x\nC2,6,\(long)\nC3,7,\n", 3),
    ("a.csv", "creator_id,followers,\(long)\nC1,5,x\n", 1),
    ("a.jsonl", "{\"creator_id\": \"C1\", \"followers\": 5}\n{\"creator_id\": \"\(long)\"}\n", 2),
    (
      "a.json", "[\n{\"creator_id\": \"C1\", \"followers\": 5},\n{\"creator_id\": \"\(long)\"}]\n",
      3
    ),
    ("a.json", "{\n\"C1\": {\"followers\": 5},\n\"C2\": {\"bio\": \"\(long)\"}}\n", 3),
    ("a.json", "{\"data\": [\n{\"creator_id\": \"C1\", \"bio\": \"\(long)\"}]}\n", 2),
    ("a.json", "{\n\"creator_id\": \"C1\", \"bio\": \"\(long)\"\n}\n{\n}\n", 1),
  ]

  @Test(arguments: texts.indices, [false, true])
  func isRefusedWithItsLine(index: Int, isPacked: Bool) throws {
    let (name, text, line) = Self.texts[index]
    let folder = try InputFolder()
    let bytes = Array(text.utf8)
    let path = try folder.write(name, isPacked ? TableForm.stored(bytes) : bytes)
    do throws(InputError) {
      _ = try RosterFile.read(path: path)
      Issue.record("\(name) was read")
    } catch {
      #expect(error.issues.kept.map(\.line) == [line])
      #expect(error.issues.kept.first?.what == "the row that begins here is longer than 8 MiB")
    }
  }

  /// What is passed over may be of any length.
  @Test func whatIsNoRowIsNotLimited() throws {
    let folder = try InputFolder()
    let text = "{\"a\": \"\(Self.long)\", \"data\": [{\"creator_id\": \"C1\", \"followers\": 5}]}"
    #expect(try RosterFile.read(path: folder.write("a.json", text)).creatorIDs[0] == "C1")
  }
}
