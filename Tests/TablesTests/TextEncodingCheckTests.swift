import Tables
import Testing

@Suite struct TextEncodingCheckTests {
  @Test(arguments: [
    (Array("plain".utf8), TextEncodingCheck.utf8(textStart: 0)),
    (Array("日本語のテキスト😀é".utf8), .utf8(textStart: 0)),
    ([0xEF, 0xBB, 0xBF, 0x61], .utf8(textStart: 3)),
    ([0xFF, 0xFE, 0x61, 0x00], .utf16),
    ([0xFE, 0xFF, 0x00, 0x61], .utf16),
    ([0x61, 0x83, 0x74], .other(offset: 1)),
    (Array("0123456789".utf8) + [0xE9, 0x2C], .other(offset: 10)),
    ([0x61, 0x00, 0x62], .other(offset: 1)),
    ([0xC0, 0x80], .other(offset: 0)),
    ([0xED, 0xA0, 0x80], .other(offset: 0)),
    ([0xF4, 0x90, 0x80, 0x80], .other(offset: 0)),
    ([0xE3, 0x81], .other(offset: 0)),
  ])
  func recognises(bytes: [UInt8], expected: TextEncodingCheck) {
    bytes.withUnsafeBufferPointer { #expect(TextEncodingCheck($0) == expected) }
  }

  /// The standard library's own check is the judge.
  @Test func agreesWithTheStandardLibrary() {
    var generator = SplitMix(state: 5)
    for round in 0..<20_000 {
      var bytes = Array("配信者a😀, 12345678 éß".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 1...255, using: &generator)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let found = bytes.withUnsafeBufferPointer {
        TextEncodingCheck.firstInvalid($0, in: $0.indices)
      }
      #expect((found == nil) == isValid, "round \(round), seed 5")
    }
  }
}
