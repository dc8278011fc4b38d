import Tables
import Testing

@Suite struct SeparatorLineTests {
  private func line(_ text: String) -> SeparatorLine? {
    Array(text.utf8).withUnsafeBufferPointer { SeparatorLine($0) }
  }

  @Test(arguments: [
    ("sep=;\r\nid;x\r\n", ";", 7), ("sep=,\nid", ",", 6), ("sep=\t\rid", "\t", 6),
    ("SEP=|\n", "|", 6), ("\"sep=;\"\r\nid", ";", 9), ("sep=;;;;\nid", ";", 9),
    ("sep=, \nid", ",", 7), ("\"sep=,\",,\r\nid", ",", 11),
  ])
  func saysWhatPartsFields(text: String, delimiter: Character, length: Int) throws {
    let found = try #require(line(text))
    #expect(found.delimiter == delimiter.asciiValue && found.length == length)
  }

  @Test(arguments: [
    "", "sep", "sep=", "sep=\n", "sep=;", "sep=a\n", "sep=1\n", "sep=\"\n", "sep=;x\n",
    "sep=; id\n",
    "\"sep=;\n", "\"sep=\";\n", " sep=;\n", "separator=;\n", "sep=、\n", "id,sep=;\n",
  ])
  func otherLinesAreNone(text: String) { #expect(line(text) == nil) }
}
