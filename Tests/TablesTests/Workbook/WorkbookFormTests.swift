import TableTestSupport
import Tables
import Testing

@Suite struct WorkbookFormTests {
  private static let data = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>45000</v></c></row>
    """
  private static let strings = "<si><t>名</t></si>"
  private static let expected = [["text 名", "day 2023-03-15"]]

  private func builder() -> WorkbookBuilder {
    WorkbookBuilder(
      data: Self.data, strings: Self.strings, styles: WorkbookBuilder.styles(numbers: [14]))
  }

  @Test func everyWritingOfTheSameIsRead() throws {
    #expect(try readCells(builder()) == Self.expected)
    var prefixed = builder()
    prefixed.prefix = "x:"
    #expect(try readCells(prefixed) == Self.expected)
    var strict = builder()
    strict.isStrict = true
    #expect(try readCells(strict) == Self.expected)
    var stored = builder()
    stored.isDeflated = false
    #expect(try readCells(stored) == Self.expected)
    var marked = builder()
    marked.declaration = "\u{FEFF}<?xml version='1.0' encoding='utf-8'?><!-- written by hand -->"
    #expect(try readCells(marked) == Self.expected)
    var bare = builder()
    bare.declaration = ""
    #expect(try readCells(bare) == Self.expected)
    var apostrophes = builder()
    apostrophes.sheets[0].xml = Self.sheet.replacing("\"", with: "'")
    #expect(try readCells(apostrophes) == Self.expected)
  }

  private static let sheet = """
    <dimension ref="A1:B1"/><sheetData >
      <row   r = "1" x:r="9" ><c r="A1"
        t="s" ><v >0</v ></c ><c s="0" r="B1"><v> 45000 </v><extLst><v>1</v></extLst></c></row >
    </sheetData >
    """

  @Test func archivesMayBeWide() throws {
    var zip = builder().archive()
    zip.isWide = true
    zip.comment = "PK\u{5}\u{6} and more"
    #expect(try readSheets(zip.bytes())[0].rows.map(\.cells) == Self.expected)
  }

  @Test func partNamesDoNotDifferByCaseNorBySlash() throws {
    var zip = builder().archive()
    for index in zip.parts.indices {
      zip.parts[index].name = zip.parts[index].name.uppercased().replacing("/", with: "\\")
    }
    #expect(try readSheets(zip.bytes())[0].rows.map(\.cells) == Self.expected)
  }

  @Test func partsAreFoundByTheirRelations() throws {
    var zip = builder().archive()
    for index in zip.parts.indices {
      zip.parts[index].name = zip.parts[index].name
        .replacing("xl/", with: "other/").replacing("workbook.xml", with: "book.xml")
        .replacing("sheets/sheet1", with: "sheets/../s")
      let text = String(decoding: zip.parts[index].bytes, as: UTF8.self)
        .replacing("xl/workbook.xml", with: "./other/book.xml")
        .replacing("/xl/styles.xml", with: "/other/styles.xml")
        .replacing("worksheets/sheet1.xml", with: "../other/worksheets/x/../sheet1.xml")
      zip.parts[index].bytes = Array(text.utf8)
      zip.parts[index].name = zip.parts[index].name
        .replacing("worksheets/../s.xml", with: "worksheets/sheet1.xml")
    }
    #expect(try readSheets(zip.bytes())[0].rows.map(\.cells) == Self.expected)
  }

  @Test func sheetsAreListed() throws {
    var builder = builder()
    builder.sheets[0].name = "名簿 &amp; 料金"
    let empty = "<sheetData/>"
    builder.sheets += [
      WorkbookBuilder.Sheet(name: "Old", xml: empty, attributes: "state=\"hidden\""),
      WorkbookBuilder.Sheet(name: "Secret", xml: empty, attributes: "state=\"veryHidden\""),
      WorkbookBuilder.Sheet(name: "old", xml: "", attributes: "state=\"visible\""),
    ]
    let book = try workbook(builder.bytes())
    #expect(book.sheets.map(\.name) == ["名簿 & 料金", "Old", "Secret", "old"])
    #expect(book.sheets.map(\.isHidden) == [false, true, true, false])
    #expect(try book.sheet("old") == book.sheets[3])
    #expect(try book.sheet("SECRET") == book.sheets[2])
    #expect(
      throws: WorkbookProblem.noSuchSheet("x", sheets: ["名簿 & 料金", "Old", "Secret", "old"])
    ) { try book.sheet("x") }
    #expect(!book.hasMacros && !book.countsFrom1904)
    #expect(try ReadSheet(book.sheets[1], of: book).rows.isEmpty)
    #expect(try ReadSheet(book.sheets[3], of: book).rows.isEmpty)
  }

  @Test func chartsAreNoSheetsAndMacrosAreTold() throws {
    var builder = builder()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    builder.relations = """
      <Relationship Id="c" Type="\(office)/chartsheet" Target="chartsheets/sheet1.xml"/>\
      <Relationship Id="l" Type="\(office)/worksheet" Target="file:///x" TargetMode="External"/>\
      <Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" \
      Target="vbaProject.bin"/>
      """
    var zip = builder.archive()
    let index = try #require(zip.parts.firstIndex { $0.name == "xl/workbook.xml" })
    let text = String(decoding: zip.parts[index].bytes, as: UTF8.self)
      .replacing("<sheets>", with: "<sheets><sheet name=\"Chart\" sheetId=\"9\" r:id=\"c\"/>")
    zip.parts[index].bytes = Array(text.utf8)
    let book = try workbook(zip.bytes())
    #expect(book.sheets.map(\.name) == ["Sheet1"])
    #expect(book.hasMacros)
  }

  @Test func hiddenRowsAndMergedCellsAreTold() throws {
    var builder = WorkbookBuilder()
    builder.sheets = [
      WorkbookBuilder.Sheet(
        name: "a",
        xml: """
          <sheetData><row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>\
          <row r="3" hidden="true"><c><v>1</v></c></row><row r="4" hidden="1"/>\
          <row r="5" hidden="0"/></sheetData>\
          <autoFilter ref="A1:B5"><filterColumn colId="0"><filters/></filterColumn></autoFilter>\
          <mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B7"/></mergeCells>
          """),
      WorkbookBuilder.Sheet(name: "b", xml: "<sheetData/><autoFilter ref=\"A1:B5\"/>"),
    ]
    let sheets = try readSheets(builder.bytes())
    #expect(sheets[0].rows.map(\.isHidden) == [true, false, true, true, false])
    #expect(sheets[0].hiddenRows == 2)
    #expect(
      sheets[0].mergedRanges
        == [CellRange(rows: 1...1, columns: 1...3), CellRange(rows: 3...7, columns: 2...2)])
    #expect(sheets[0].filteredRange == CellRange(rows: 1...5, columns: 1...2))
    #expect(sheets[1].filteredRange == nil)
  }

  @Test func placesAreReadAndWritten() {
    #expect(CellPlace("A1") == CellRange("A1").map { _ in CellPlace("$A$1")! })
    #expect(CellPlace("XFD1048576")?.column == 16_384)
    for text in ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B", "A-1", "AAAA1"] {
      #expect(CellPlace(text) == nil, "\(text)")
    }
    for text in ["", ":", "A1:", "B1:A1", "A2:A1", "A1:B2:C3"] {
      #expect(CellRange(text) == nil, "\(text)")
    }
    for column in 1...16_384 {
      let letters = CellPlace.letters(ofColumn: column)
      if CellPlace(letters + "7")?.column != column { Issue.record("\(column): \(letters)") }
    }
    #expect(CellPlace.letters(ofColumn: 703) == "AAA")
  }
}
