import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// One list of creators in every layout that JSON has for it.
@Suite struct JSONLayoutTests {
  /// What was read: ids and followers, or the issues; and the notes.
  private func outcome(_ text: String, name: String = "a.json") throws -> String {
    try InputFolder.outcome { folder, paths in paths.roster = try folder.write(name, text) }
  }

  private func creators(_ text: String) throws -> [String] {
    let folder = try InputFolder()
    let roster = try RosterFile.read(path: try folder.write("a.json", text))
    return (0..<roster.count).map { "\(roster.creatorIDs[$0]) \(Int(roster.followers[$0]))" }
  }

  @Test(arguments: [
    (
      "{\"creator_id\": \"C1\", \"followers\": 5}\n{\"creator_id\": \"C2\", \"followers\": 6}\n",
      "JSON Lines"
    ),
    (
      "[{\"creator_id\": \"C1\", \"followers\": 5},{\"creator_id\": \"C2\", \"followers\": 6}]",
      "a JSON list"
    ),
    (
      "[\n  {\n    \"creator_id\": \"C1\",\n    \"followers\": 5\n  },\n  {\n    \"creator_id\": \"C2\",\n"
        + "    \"followers\": 6\n  }\n]\n", "a JSON list"
    ),
    (
      "{\n  \"creator_id\": \"C1\",\n  \"followers\": 5\n}\n{\n  \"creator_id\": \"C2\",\n"
        + "  \"followers\": 6\n}\n", "JSON objects one after the other"
    ),
    (
      "{\r\n  \"creator_id\": \"C1\",\r\n\r\n  \"followers\": 5 }\r\n\r\n{\r\n  \"creator_id\": \"C2\",\r\n"
        + "  \"followers\": 6\r\n}", "JSON objects one after the other"
    ),
    (
      "{\"data\": [{\"creator_id\": \"C1\", \"followers\": 5}, {\"creator_id\": \"C2\", \"followers\": 6}]}",
      "the JSON list \"data\""
    ),
    (
      "{\"ok\": true, \"page\": {\"next\": [1, \"]}\"]},\n \"\\u540d\\u7c3f\": [\n  {\"creator_id\": \"C1\","
        + " \"followers\": 5},\n  {\"creator_id\": \"C2\", \"followers\": 6}\n ], \"tags\": [\"a\"], \"n\": 2}\n",
      "the JSON list \"名簿\""
    ),
    (
      "{\"C1\": {\"followers\": 5}, \"C2\": {\"followers\": 6}}",
      "JSON objects by their keys, which are taken as creator_id"
    ),
    (
      "{\n  \"C1\": {\"followers\": 5, \"ID\": \"C1\"},\n  \"C\\u0032\": {\n    \"followers\": 6\n  }\n}\n",
      "JSON objects by their keys, which are taken as creator_id"
    ),
  ])
  func everyLayoutReadsTheSame(text: String, note: String) throws {
    #expect(try creators(text) == ["C1 5", "C2 6"])
    #expect(try outcome(text) == "read\na.json: read as \(note)")
  }

  /// An object alone is a row, unless it holds rows.
  @Test(arguments: [
    ("{\"creator_id\": \"C1\", \"followers\": 5}", ["C1 5"]),
    ("{\n\"creator_id\": \"C1\",\n\"followers\": 5, \"tags\": []\n}", ["C1 5"]),
    ("{\"C7\": {\"followers\": 5}}", ["C7 5"]),
    (
      "{\"creators\": [{\"creator_id\": \"C1\", \"followers\": 5}], \"more\": {\"a\": {}}}",
      ["C1 5"]
    ),
  ])
  func oneObject(text: String, expected: [String]) throws {
    #expect(try creators(text) == expected)
  }

  /// Places are those of the file: the line and the character at which the value begins.
  @Test(arguments: [
    ("[{\"creator_id\": \"C1\", \"followers\": \"x\"}]", "1:36"),
    ("[\n  {\"creator_id\": \"あい\", \"followers\": \"x\"}]", "2:37"),
    ("[\r\n {\r\n  \"creator_id\": \"C1\",\r\n  \"followers\":\r\n  \"x\"}]", "5:3"),
    (
      "{\n\"creator_id\": \"C0\", \"followers\": 1\n}\n{\n\"creator_id\": \"C1\",\n\"followers\": \"x\"\n}\n",
      "6:14"
    ),
    ("{\"a\": 1,\n\"data\": [{\"creator_id\": \"C1\",\n\"followers\": \"x\"}]}", "3:14"),
    ("{\"あ\": {\"followers\": 1}, \"C2\": {\"followers\": \"x\"}}", "1:45"),
    (
      "[{\"creator_id\": \"C1\", \"followers\": 5}, {\"creator_id\": \"C2\", \"followers\": \"x\"}]",
      "1:74"
    ),
  ])
  func placesAreThoseOfTheFile(text: String, place: String) throws {
    let found = try outcome(text)
    #expect(found.hasPrefix("a.json:\(place): followers is not a number, \"x\""), "\(found)")
    #expect(!found.contains("\n"), "\(found)")
  }

  @Test func faults() throws {
    var report = ""
    for (name, text) in Self.faults { report += "# \(name)\n\(try outcome(text))\n" }
    try Golden.check("json-layouts.txt", report)
  }

  private static let faults = [
    (
      "two lists",
      "{\"creators\": [{\"creator_id\": \"C1\"}], \"others\": [{\"creator_id\": \"C2\"}]}"
    ),
    (
      "one list twice",
      "{\"data\": [{\"creator_id\": \"C1\"}], \"data\": [{\"creator_id\": \"C2\"}]}"
    ),
    ("an empty list", "{\"data\": []}"),
    (
      "a list cut off",
      "{\"data\": [{\"creator_id\": \"C1\", \"followers\": 5},\n {\"creator_id\": \"C2\""
    ),
    ("a wrapper cut off", "{\"data\": [{\"creator_id\": \"C1\", \"followers\": 5}], \"next\": \"x"),
    (
      "a wrapper without a comma",
      "{\"data\": [{\"creator_id\": \"C1\", \"followers\": 5}]\n \"next\": 5}"
    ),
    ("text behind a wrapper", "{\"data\": [{\"creator_id\": \"C1\", \"followers\": 5}]}\n]"),
    ("a number among objects", "{\"data\": [{\"creator_id\": \"C1\", \"followers\": 5},\n 7]}"),
    (
      "another id than the key",
      "{\"C1\": {\"creator_id\": \"C1\", \"followers\": 5},\n \"C2\": {\"creator_id\": \"C3\", \"followers\": 5}}"
    ),
    ("one key twice", "{\"C1\": {\"followers\": 5},\n \"C1\": {\"followers\": 6}}"),
    ("an empty key", "{\"\": {\"followers\": 5}}"),
    ("a map cut off", "{\"C1\": {\"followers\": 5},\n \"C2\": {\"followers\": 6"),
    ("a map without a colon", "{\"C1\": {\"followers\": 5},\n \"C2\" {\"followers\": 6}}"),
    (
      "rows on one line with one id",
      "[{\"creator_id\": \"C1\", \"followers\": 5}, {\"creator_id\": \"C1\", \"followers\": 6}]"
    ),
    (
      "an object without its end among others",
      "{\n \"creator_id\": \"C1\",\n \"followers\": 5\n{\n \"creator_id\": \"C2\",\n \"followers\": 6\n}\n"
    ),
    (
      "a text without its end among others",
      "{\n \"creator_id\": \"C1\",\n \"followers\": 5\n}\n{\n \"creator_id\": \"C2,\n \"followers\": 6\n}\n"
        + "{\n \"creator_id\": \"C3\",\n \"followers\": \"x\"\n}\n"
    ),
    (
      "a line cut off",
      "{\"creator_id\": \"C1\", \"followers\": 5\n{\"creator_id\": \"C2\", \"followers\": \"x\"}\n"
    ),
    ("deep", String(repeating: "{\"a\":", count: 40) + "1" + String(repeating: "}", count: 40)),
    (
      "very deep",
      String(repeating: "[", count: 1) + "{\"a\":" + String(repeating: "[", count: 100_000)
    ),
    ("a long key", "[{\"creator_id\": \"C1\", \"\(String(repeating: "k", count: 2000))\": 1}]"),
    (
      "many values",
      "[{\"creator_id\": \"C1\"" + String(repeating: ", \"x\": 1", count: 11_000) + "}]"
    ),
  ]

  /// What is passed over ends where its quote does, wherever that lies among the bytes looked at at a time.
  @Test(arguments: ["\\\"", "\\\\", "\t", "長", "]}", "\\u0022", "\u{10}"])
  func passedTexts(special: String) throws {
    let folder = try InputFolder()
    for before in 0..<18 {
      let text =
        String(repeating: "a", count: before) + special + String(repeating: "b", count: before % 7)
      let path = try folder.write(
        "a.json",
        "{\"\(text)\": \"\(text)\", \"o\": {\"\(text)\": [\"\(text)\", 1]},\n"
          + " \"data\": [{\"creator_id\": \"C1\", \"x\": \"a\", \"followers\": 5}], \"z\": \"\(text)\"}"
      )
      let roster = try RosterFile.read(path: path)
      #expect(roster.count == 1 && roster.followers[0] == 5, "\(before)")
    }
  }

  /// Seams between blocks do not show, nor does the size of what is passed over.
  @Test(arguments: ["data", "map", "objects"]) func longTexts(layout: String) throws {
    let rows = 20_000
    let bio = String(repeating: "長い\\n\\\"文\\\" ", count: 6)
    var text = ""
    switch layout {
    case "data":
      text = "{\"before\": \"\(String(repeating: "]}\\\"", count: 700_000))\",\n\"data\": [\n"
    case "map": text = "{\n"
    default: break
    }
    for row in 0..<rows {
      let followers = row == rows - 1 ? "\"many\"" : "\(row)"
      switch layout {
      case "map": text += "\"C\(row)\": {\n \"bio\": \"\(bio)\",\n \"followers\": \(followers)\n}"
      case "data":
        text +=
          "{\n \"creator_id\": \"C\(row)\", \"bio\": \"\(bio)\",\n \"followers\": \(followers)}"
      default:
        text +=
          "{\n \"creator_id\": \"C\(row)\", \"bio\": \"\(bio)\",\n \"followers\": \(followers)\n}\n"
      }
      if layout != "objects" { text += row < rows - 1 ? ",\n" : "\n" }
    }
    if layout == "data" { text += "], \"after\": {}}\n" } else if layout == "map" { text += "}\n" }
    let folder = try InputFolder()
    let path = try folder.write("a.json", text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("\"many\"") }) + 1
    do throws(InputError) {
      _ = try RosterFile.read(path: path)
      Issue.record("was read in spite of a fault")
    } catch {
      #expect(error.issues.kept.map { [$0.line, $0.column] } == [[line, 15]])
    }
    let sound = try folder.write("b.json", text.replacing("\"many\"", with: "7"))
    let roster = try RosterFile.read(path: sound)
    try #require(roster.count == rows)
    for row in stride(from: 0, to: rows, by: 997) {
      #expect(roster.creatorIDs[row] == "C\(row)" && roster.bios[row].hasPrefix("長い\n\"文\""))
    }
  }
}
