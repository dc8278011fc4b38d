import Foundation
import TableTestSupport
import Tables
import Testing

@Suite struct JSONObjectReaderTests {
  /// `path=value` of every member.
  private func members(of text: String) throws(JSONFault) -> [String] {
    var reader = JSONObjectReader()
    var failure: JSONFault?
    Array(text.utf8).withUnsafeBufferPointer {
      do throws(JSONFault) { try reader.read($0) } catch { failure = error }
    }
    if let failure { throw failure }
    return reader.members.map {
      String(decoding: reader.storage[$0.path], as: UTF8.self) + "="
        + String(decoding: reader.storage[$0.value], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("{}", []),
    (" {\"a\": 1 , \"b\":\"x\"} ", ["a=1", "b=x"]),
    (#"{"a":-1.5e+3,"b":true,"c":null,"d":NaN}"#, ["a=-1.5e+3", "b=true", "c=", "d=NaN"]),
    (#"{"a":"\"\\\/\b\f\n\r\t"}"#, ["a=\"\\/\u{8}\u{C}\n\r\t"]),
    (#"{"a":"\u65e5\u672C\ud83d\ude00é"}"#, ["a=日本😀é"]),
    (#"{"a":["x", 2, null],"b":[]}"#, ["a=x;2;", "b="]),
    (#"{"s":{"v":5,"t":{"u":"w"}},"e":{}}"#, ["s.v=5", "s.t.u=w"]),
    (#"{"a":1,"a":2}"#, ["a=1", "a=2"]),
  ])
  func reads(text: String, expected: [String]) throws {
    #expect(try members(of: text) == expected)
  }

  @Test(arguments: [
    ("", JSONFault.Kind.expected(.openingBrace), 0), ("[1]", .expected(.openingBrace), 0),
    ("{\"a\":1", .expected(.commaOrBrace), 6), ("{\"a\" 1}", .expected(.colon), 5),
    ("{\"a\":}", .expected(.value), 5), ("{a:1}", .expected(.quote), 1),
    ("{\"a\":1,}", .expected(.quote), 7), ("{\"a\":'x'}", .expected(.value), 5),
    ("{\"a\":\"x}", .unclosedString, 5), ("{\"a\":\"x\ty\"}", .controlCharacter, 7),
    ("{\"a\":\"\\x\"}", .badEscape, 7), ("{\"a\":\"\\ud83d\"}", .badEscape, 8),
    ("{\"a\":\"\\u0000\"}", .badEscape, 8), ("{\"a\":[[1]]}", .nestedList, 6),
    ("{\"a\":[1 2]}", .expected(.commaOrBracket), 8), ("{\"a\":1}x", .textAfterObject, 7),
    (String(repeating: "{\"a\":", count: 20), .tooDeep, 80),
  ])
  func refuses(text: String, kind: JSONFault.Kind, offset: Int) {
    #expect(throws: JSONFault(kind: kind, offset: offset)) { try members(of: text) }
  }

  /// Foundation is the judge of what an object says.
  @Test func agreesWithFoundation() throws {
    var random = InputDamage(seed: 3)
    for round in 0..<3000 {
      var object: [String: String] = [:]
      for key in 0..<Int.random(in: 0...5, using: &random) {
        object["k\(key)"] = String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              "a\"\\\n\u{1}/é日😀{}[],:".unicodeScalars.randomElement(using: &random)!
            }))
      }
      let text = String(
        decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
      let expected = object.map { "\($0)=\($1)" }.sorted()
      #expect(try members(of: text).sorted() == expected, "round \(round), seed 3")
    }
  }
}
