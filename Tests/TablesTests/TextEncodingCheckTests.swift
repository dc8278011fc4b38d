import TableTestSupport
import Tables
import Testing

@Suite struct TextEncodingCheckTests {
  @Test(arguments: [
    (Array("plain".utf8), TextEncodingCheck.utf8(textStart: 0)),
    (Array("日本語のテキスト😀é".utf8), .utf8(textStart: 0)),
    ([0xEF, 0xBB, 0xBF, 0x61], .utf8(textStart: 3)),
    ([0xFF, 0xFE, 0x61, 0x00], .utf16(isLittleEndian: true)),
    ([0xFE, 0xFF, 0x00, 0x61], .utf16(isLittleEndian: false)),
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

  /// Words in encodings of the West, whose bytes are pairs of Shift_JIS as well.
  @Test(arguments: [
    ("Renée", [0xE9]), ("CAFÉ", [0xC9]), ("it’s", [0x92]), ("Jürgen", [0xFC]),
    ("GRÖßE", [0xD6, 0xDF]),
    ("naïve", [0xEF]), ("€50", [0x80]), ("“quoted” — it’s", [0x93, 0x94, 0x97, 0x92]),
  ])
  func westernTextIsNotTakenForJapanese(word: String, foreign: [UInt8]) {
    let bytes = TableForm.converted("id,name\nC1,\(word)\nC2,x\n", to: "CP1252")
    bytes.withUnsafeBufferPointer {
      let first = $0.firstIndex { $0 >= 0x80 }!
      #expect(foreign.contains($0[first]))
      #expect(TextEncodingCheck($0) == .other(offset: first))
    }
  }

  @Test(arguments: [
    "ID,名前\n1,あおい\n", "id,followers\n1,3.4万\n2,2億\n", "料金\n", "id,name\n1,ｱｵｲ東京ｶﾗ\n",
    "ジャンル,①,㈱髙\n美容;コスメ,x,y\n",
  ])
  func japaneseTextIsRecognised(text: String) {
    let bytes = TableForm.converted(text, to: "CP932")
    bytes.withUnsafeBufferPointer { #expect(TextEncodingCheck($0) == .cp932) }
  }

  /// One byte of another encoding in much UTF-8 is a fault of that byte.
  @Test func oneForeignByteDoesNotChangeTheEncoding() {
    var bytes = Array("id,名前\n1,あおい\n2,caf".utf8)
    let offset = bytes.count
    bytes += [0xE9] + Array(" 東京\n".utf8)
    bytes.withUnsafeBufferPointer { #expect(TextEncodingCheck($0) == .other(offset: offset)) }
  }

  @Test func aCharacterCutByTheEndOfAHeadIsNoFault() {
    for text in ["id,あおい", "id,東京"] {
      let whole = text == "id,あおい" ? Array(text.utf8) : TableForm.converted(text + "都", to: "CP932")
      let expected = text == "id,あおい" ? TextEncodingCheck.utf8(textStart: 0) : .cp932
      whole.dropLast().withUnsafeBufferPointer {
        #expect(TextEncodingCheck($0, isWhole: false) == expected)
        #expect(TextEncodingCheck($0, isWhole: true) != expected)
      }
    }
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
