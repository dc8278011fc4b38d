import Tables
import Testing

/// All records of a text as texts, by the scanner.
func records(of text: String, delimiter: Character = ",") -> [[String]] {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { buffer in
    var scanner = CSVScanner(bytes: buffer, delimiter: delimiter.asciiValue!)
    var records: [[String]] = []
    while scanner.next() { records.append((0..<scanner.fieldCount).map { scanner.text($0) }) }
    return records
  }
}

@Suite struct CSVScannerTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\n\n\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("\"a,b\",c", [["a,b", "c"]]),
    ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
    ("\"say \"\"hi\"\"\",x", [["say \"hi\"", "x"]]),
    ("\"\"\"\"", [["\""]]),
    ("5\" screen,b", [["5\" screen", "b"]]),
    ("\"a\" ,b", [["a", "b"]]),
    ("a,\n", [["a", ""]]),
    ("a,", [["a", ""]]),
    (",,", [["", "", ""]]),
    (" a ,\u{3000}名前\u{3000},\u{A0}x", [["a", "名前", "x"]]),
    ("\"\",b", [["", "b"]]),
    ("é\u{1F389},日本", [["é\u{1F389}", "日本"]]),
  ])
  func splits(text: String, expected: [[String]]) {
    #expect(records(of: text) == expected)
  }

  @Test func placesRecordsAndFieldsOnLines() {
    let bytes = Array("a,b\r\n\r\n\"x\r\ny\",\"z\nz\"\r\n1,2".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(bytes: buffer, delimiter: 0x2C)
      _ = scanner.next()
      #expect(scanner.line == 1)
      _ = scanner.next()
      #expect(scanner.line == 3)
      #expect(scanner.line(at: scanner.fields[0].start) == 3)
      #expect(scanner.line(at: scanner.fields[1].start) == 4)
      _ = scanner.next()
      #expect(scanner.line == 6)
      let isAtEnd = !scanner.next()
      #expect(isAtEnd)
    }
  }

  @Test(arguments: [
    ("a,\"bc", CSVFault(kind: .unclosedQuote, offset: 2, field: 1)),
    ("\"a\"b,c", CSVFault(kind: .textAfterClosingQuote, offset: 0, field: 0)),
  ])
  func reportsFaults(text: String, expected: CSVFault) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(bytes: buffer, delimiter: 0x2C)
      _ = scanner.next()
      #expect(scanner.faults == [expected])
      #expect(scanner.fieldCount == 2)
    }
  }

  @Test(arguments: [
    ("a,b,c\n1;2,3", UInt8(ascii: ",")), ("a;b;c\n", UInt8(ascii: ";")), ("a\tb\n", 9),
    ("\"a,b,c\";d\n", UInt8(ascii: ";")), ("single\n1,2", UInt8(ascii: ",")),
    ("\n\na;b\n1,2,3", UInt8(ascii: ";")), ("", UInt8(ascii: ",")),
  ])
  func detectsTheDelimiter(text: String, expected: UInt8) {
    Array(text.utf8).withUnsafeBufferPointer {
      #expect(CSVScanner.detectDelimiter($0) == expected)
    }
  }

  @Test func splitsOtherDelimiters() {
    #expect(records(of: "a;b,c\n1;2", delimiter: ";") == [["a", "b,c"], ["1", "2"]])
    #expect(records(of: "a\tb c", delimiter: "\t") == [["a", "b c"]])
  }
}
