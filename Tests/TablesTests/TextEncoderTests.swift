import Tables
import Testing

@Suite struct TextEncoderTests {
  private func encoded(_ text: String) throws -> (bytes: [UInt8], replaced: Int) {
    let encoder = try TextEncoder(.cp932, path: "")
    return (encoder.encode(Array(text.utf8)), encoder.replaced)
  }

  @Test func japaneseComesBackAsItWas() throws {
    let text = "髙橋ｱｵｲ㈱①ソ連表, ～1.2万\r\n\"ＡＢ\"" + String(repeating: "長い名前", count: 5_000)
    let (bytes, replaced) = try encoded(text)
    #expect(replaced == 0)
    var back: [UInt8] = []
    let decoder = try TextDecoder(.cp932, path: "")
    let outcome = bytes.withUnsafeBufferPointer { decoder.decode($0, into: &back) }
    #expect(outcome == .init(consumed: bytes.count, isFaulty: false))
    #expect(String(decoding: back, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("み✨お", "み?お", 1), ("🎀", "?", 1), ("é한", "??", 2), ("a\u{A0}b", "a b", 0), ("", "", 0),
    ("✨✨", "??", 2),
  ])
  func whatTheEncodingLacksBecomesAQuestionMark(
    _ text: String, _ expected: String, _ count: Int
  ) throws {
    let (bytes, replaced) = try encoded(text)
    #expect(try bytes == encoded(expected).bytes)
    #expect(replaced == count)
  }
}
