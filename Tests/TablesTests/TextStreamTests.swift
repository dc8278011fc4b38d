import TableTestSupport
import Tables
import Testing

@Suite struct TextStreamTests {
  /// The text of a file as the stream gives it.
  private func text(of bytes: [UInt8]) throws -> (text: String, stream: TextStream) {
    let directory = try TemporaryDirectory()
    let file = try MappedFile(path: directory.write("text", bytes))
    let stream = try TextStream(file)
    var text: [UInt8] = []
    while try stream.read(into: &text) {}
    return (String(decoding: text, as: UTF8.self), stream)
  }

  /// Three megabytes, so that characters are cut by the ends of blocks at every place.
  private static let long = String(
    repeating: "髙橋①㈱～－ｱｲｳﾞ,12万円\r\nあ,\"x\"\n", count: 50_000)

  @Test(arguments: [
    TableForm.utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .cp932, .gzip,
    .gzippedCP932,
  ])
  func aLongTextIsTheSameInEveryForm(form: TableForm) throws {
    let rows = Self.long.split(separator: "\n").prefix(60_000).map { [String($0)] }
    let expected = String(decoding: TableForm.utf8.bytes(rows), as: UTF8.self)
    #expect(try text(of: form.bytes(rows)).text == expected)
  }

  /// Characters that Windows added to Shift_JIS, with the code points that Windows gives them.
  @Test func windowsCharactersAreKnown() throws {
    let pairs: [([UInt8], String)] = [
      ([0x87, 0x40], "①"), ([0x87, 0x8A], "㈱"), ([0x81, 0x60], "～"), ([0x81, 0x7C], "－"),
      ([0xFB, 0xFC], "髙"), ([0xFA, 0xB1], "﨑"), ([0xED, 0x40], "纊"), ([0xEE, 0xEF], "ⅰ"),
      ([0x83, 0x5C], "ソ"), ([0x95, 0x5C], "表"), ([0x81, 0x8F], "￥"), ([0xB1, 0xDE], "ｱﾞ"),
      ([0x5C], "\\"), ([0x7E], "~"),
    ]
    let decoder = try TextDecoder(.cp932, path: "a")
    for (bytes, expected) in pairs {
      var found: [UInt8] = []
      let outcome = bytes.withUnsafeBufferPointer { decoder.decode($0, into: &found) }
      #expect(outcome == TextDecoder.Outcome(consumed: bytes.count, isFaulty: false))
      #expect(String(decoding: found, as: UTF8.self) == expected, "\(bytes)")
    }
  }

  @Test(arguments: [[UInt8]([0x41, 0xA0]), [0x41, 0xFD, 0x41], [0x41, 0x81, 0x20]])
  func aByteThatIsNoneIsAFaultAtItsPlace(bytes: [UInt8]) throws {
    let decoder = try TextDecoder(.cp932, path: "a")
    var found: [UInt8] = []
    let outcome = bytes.withUnsafeBufferPointer { decoder.decode($0, into: &found) }
    #expect(outcome == TextDecoder.Outcome(consumed: 1, isFaulty: true))
    #expect(found == [0x41])
  }

  @Test func aFaultBehindTheFirstBlockStopsTheText() throws {
    let good = TableForm.converted(String(repeating: "日本語のテキスト\n", count: 90_000), to: "CP932")
    let problem = TextStreamProblem.undecodable(byte: 0xFD, .cp932)
    #expect(throws: problem) { try text(of: good + [0xFD, 0x0A]) }
    #expect(throws: TextStreamProblem.undecodable(byte: 0x93, .cp932)) {
      try text(of: good + [0x93])
    }
    #expect(throws: TextStreamProblem.undecodable(byte: 0x41, .utf16LittleEndian)) {
      try text(of: [0xFF, 0xFE, 0x42, 0, 0x41])
    }
  }

  @Test func laterBlocksDecideWhereTheFirstIsPlain() throws {
    let plain = String(repeating: "creator,1234,abc\n", count: 100_000)
    let found = try text(of: Array(plain.utf8) + TableForm.converted("日本語\n", to: "CP932"))
    #expect(found.text == plain + "日本語\n")
    #expect(found.stream.encoding == .cp932)
  }
}

@Suite struct GzipReaderTests {
  private func unpacked(_ bytes: [UInt8], block: Int = 1000) throws -> [UInt8] {
    var found: [UInt8] = []
    try bytes.withUnsafeBufferPointer { buffer in
      let reader = try GzipReader(buffer, path: "a.gz")
      var before = -1
      while found.count > before {
        before = found.count
        try reader.read(block, into: &found)
      }
    }
    return found
  }

  private static let text = (0..<200_000).map { UInt8($0 * $0 % 251) }
  private static let packed = TableForm.stored(text)

  @Test(arguments: [1000, 65_536, 1 << 20])
  func unpacks(block: Int) throws {
    #expect(try unpacked(Self.packed, block: block) == Self.text)
  }

  @Test func membersInARowAreOneText() throws {
    let twice = Self.packed + TableForm.stored([1, 2, 3])
    #expect(try unpacked(twice) == Self.text + [1, 2, 3])
    #expect(try unpacked(twice + [0, 0, 0]) == Self.text + [1, 2, 3])
  }

  @Test func whatIsCutOrDamagedIsRefused() {
    let cut = FileProblem(path: "a.gz", reason: .truncatedGzip)
    for length in [2, 9, 12, 1000, Self.packed.count - 9, Self.packed.count - 1] {
      #expect(throws: cut, "\(length)") { try unpacked(Array(Self.packed[..<length])) }
    }
    let damaged = FileProblem(path: "a.gz", reason: .damagedGzip)
    var changed = Self.packed
    changed[500] ^= 1
    #expect(throws: damaged) { try unpacked(changed) }
    #expect(throws: damaged) { try unpacked(Self.packed + [7, 7]) }
    #expect(throws: damaged) { try unpacked([0x1F, 0x8B, 9, 0, 0, 0, 0, 0, 0, 0]) }
  }
}
