import Casting
import Foundation
import Testing

@Suite("Text as it is compared") struct AffinityTextTests {
  @Test(
    "NFKC and lower case",
    arguments: [
      ("ＳｋｉｎＣａｒｅ", "skincare"), ("ｺｽﾒ", "コスメ"), ("ｶﾞｼﾞｪｯﾄ", "ガジェット"), ("㍉", "ミリ"),
      ("①㌔", "1キロ"), ("か\u{3099}", "が"), ("Ｃａｆｅ\u{301}", "café"), ("ÀÖÞ×", "àöþ×"),
      ("ﬁt", "fit"), ("全角　空白", "全角 空白"), ("…", "..."), ("🎣釣り", "🎣釣り"), ("", ""),
    ])
  func cases(text: String, normal: String) {
    #expect(NormalizedText(text).string.unicodeScalars.elementsEqual(normal.unicodeScalars))
  }

  private func foundationForm(_ text: String) -> String {
    text.decomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
      .lowercased()
  }

  @Test("every scalar alone has the normal form that Foundation gives it")
  func everyScalar() {
    var different: [String] = []
    for value in UInt32(0)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let expected = foundationForm(text)
      if !NormalizedText(text).string.unicodeScalars.elementsEqual(expected.unicodeScalars) {
        different.append(String(value, radix: 16))
      }
    }
    #expect(different.isEmpty)
  }

  @Test("every scalar between two others, which may compose, is as Foundation has it")
  func everyScalarAmongOthers() {
    var different: [String] = []
    for (before, after) in [("か", "ン"), ("e", "\u{301}"), ("한", "\u{11A8}"), ("Ｋ", "\u{3099}")] {
      for value in UInt32(0)...0xFFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = before + String(scalar) + after
        let expected = foundationForm(text)
        if !NormalizedText(text).string.unicodeScalars.elementsEqual(expected.unicodeScalars) {
          different.append("\(before)\(String(value, radix: 16))")
        }
      }
    }
    #expect(different.isEmpty)
  }

  @Test("broken UTF-8 is repaired as the standard library does")
  func brokenUTF8() {
    for bytes in [[0xE3, 0x81], [0x61, 0xFF, 0x62], [0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      var text = NormalizedText()
      bytes.withUnsafeBufferPointer { text.replace(utf8: $0) }
      #expect(text.string == String(decoding: bytes, as: UTF8.self))
    }
  }
}
