import TableTestSupport
import Tables
import Testing

@Suite struct WorkbookRefusalTests {
  private func archive() -> ZipBuilder {
    WorkbookBuilder(data: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
      .archive()
  }

  @Test func otherFilesAreNamed() throws {
    let contents: [(WorkbookContent, [String])] = [
      (.binaryWorkbook, ["_rels/.rels", "xl/workbook.bin"]),
      (.openDocument, ["mimetype", "content.xml"]),
      (.numbers, ["Index/Document.iwa", "Metadata/a"]),
      (.numbers, ["Index.zip"]), (.textDocument, ["word/document.xml"]),
      (.slides, ["ppt/presentation.xml"]), (.archive, ["a.csv"]),
    ]
    for (content, names) in contents {
      var zip = ZipBuilder()
      for name in names { zip.add(name, name.hasSuffix(".rels") ? "<Relationships/>" : "") }
      #expect(try problem(zip.bytes()) == .notWorkbook(content), "\(names)")
    }
    #expect(try problem(Array("id,name".utf8)) == .notWorkbook(.other))
    // A .docx states its main part the same way.
    var zip = archive()
    let book = try #require(zip.parts.firstIndex { $0.name == "xl/workbook.xml" })
    zip.parts[book].bytes = Array("<document/>".utf8)
    zip.add("word/settings.xml", "")
    #expect(try problem(zip.bytes()) == .notWorkbook(.textDocument))
  }

  @Test func compoundFilesAreOldOrEncrypted() throws {
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let blank = [UInt8](repeating: 0, count: 1000)
    func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    #expect(
      try problem(magic + blank + wide("Workbook") + blank) == .notWorkbook(.legacyWorkbook))
    #expect(
      try problem(magic + blank + wide("EncryptedPackage") + blank) == .passwordProtected)
    #expect(try problem(magic) == .notWorkbook(.legacyWorkbook))
    var zip = archive()
    zip.parts[0].flags = 1
    #expect(try problem(zip.bytes()) == .passwordProtected)
  }

  @Test func bombsAreRefusedBeforeTheyAreUnpacked() throws {
    var zip = archive()
    zip.add("a", "x")
    zip.parts[zip.parts.count - 1].statedSize = 65 << 20
    guard case .tooLarge(let unpacked, let packed) = try problem(zip.bytes()) else {
      Issue.record("not refused")
      return
    }
    #expect(unpacked > 65 << 20 && packed < 10_000)
    // As much as that may be, where it takes its place when packed.
    zip.parts[zip.parts.count - 1].bytes = (0..<400_000).map { UInt8(truncatingIfNeeded: $0) }
    zip.parts[zip.parts.count - 1].isDeflated = false
    #expect(try problem(zip.bytes()) == nil)
    zip.isWide = true
    zip.parts[zip.parts.count - 1].statedSize = (4 << 30) + 1
    guard case .tooLarge = try problem(zip.bytes()) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func partsMustNotShareBytes() throws {
    var zip = archive()
    zip.parts[1].offsetError = ZipBuilder.length(of: zip.parts[0])
    #expect(
      try problem(zip.bytes()) == .overlappingEntries("_rels/.rels", "xl/worksheets/sheet1.xml"))
    var repeated = archive()
    repeated.add("XL/workbook.xml", "")
    #expect(try problem(repeated.bytes()) == .damaged(part: "XL/workbook.xml", .repeatedPart))
  }

  @Test func entriesAreCounted() throws {
    var zip = ZipBuilder()
    zip.isWide = true
    zip.add("a", "")
    zip.statedCount = 100_001
    #expect(try problem(zip.bytes()) == .tooManyEntries(100_001))
    zip.statedCount = 2
    #expect(try problem(zip.bytes()) == .damaged(part: nil, .directory))
    zip.statedCount = 0
    #expect(try problem(zip.bytes()) == .damaged(part: nil, .directory))
  }

  @Test func partsMustBeWhatTheDirectorySays() throws {
    let name = "xl/worksheets/sheet1.xml"
    func changed(_ change: (inout ZipBuilder.Part) -> Void) throws -> WorkbookProblem? {
      var zip = archive()
      change(&zip.parts[1])
      #expect(zip.parts[1].name == name)
      return try problem(zip.bytes())
    }
    #expect(try changed { $0.method = 12 } == .damaged(part: name, .packingMethod(12)))
    #expect(try changed { $0.statedSize = $0.bytes.count - 1 } == .damaged(part: name, .packedData))
    #expect(try changed { $0.statedSize = $0.bytes.count + 1 } == .damaged(part: name, .packedData))
    #expect(try changed { $0.method = 0 } != nil)
    #expect(
      try changed { ($0.isDeflated, $0.method) = (false, 8) } == .damaged(part: name, .packedData))
    var stored = archive()
    stored.parts[1].isDeflated = false
    var bytes = stored.bytes()
    // The reader sees it as soon as the part ends.
    let place = try #require(bytes.firstRange(of: Array("</c></row>".utf8)))
    bytes.replaceSubrange(place, with: Array("</c></ROW>".utf8))
    #expect(try problem(bytes) == .damaged(part: name, .checksum))
  }

  @Test func missingPartsAreNamed() throws {
    for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
      var zip = archive()
      zip.parts.removeAll { $0.name == name }
      #expect(try problem(zip.bytes()) == .damaged(part: name, .missingPart))
    }
    var zip = archive()
    zip.parts.removeAll { $0.name == "xl/_rels/workbook.xml.rels" }
    #expect(try problem(zip.bytes()) == .damaged(part: "xl/workbook.xml", .malformed))
  }

  @Test func documentTypesAndOtherEncodingsAreRefused() throws {
    for part in archive().parts.map(\.name) {
      func replaced(_ text: String, _ replacement: String) throws -> WorkbookProblem? {
        var zip = archive()
        let index = try #require(zip.parts.firstIndex { $0.name == part })
        let xml = String(decoding: zip.parts[index].bytes, as: UTF8.self)
        zip.parts[index].bytes = Array(xml.replacing(text, with: replacement).utf8)
        return try problem(zip.bytes())
      }
      #expect(
        try replaced("?>", "?><!DOCTYPE a [<!ENTITY b \"c\">]>") == .documentType(part: part))
      #expect(
        try replaced("UTF-8", "Shift_JIS") == .foreignEncoding(part: part, name: "Shift_JIS"))
      #expect(try replaced("<?xml", "<!ELEMENT a>") == .damaged(part: part, .malformed))
    }
    var zip = archive()
    zip.parts[0].bytes = [0xFF, 0xFE, 0x3C, 0]
    #expect(try problem(zip.bytes()) == .foreignEncoding(part: "_rels/.rels", name: "UTF-16"))
  }

  @Test func brokenXMLIsDamage() throws {
    for data in ["</row>", "<row><c></row", "<row a=b/>", "<row a=\"/>", "<row", "<>", "<row <c/>"]
    {
      let found = try damage(data)
      #expect(found == .malformed || found == .truncated, "\(data)")
    }
  }
}
