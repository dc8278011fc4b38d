import TableTestSupport
import Tables
import Testing

@Suite struct WorkbookCellTests {
  @Test func numbersAreWrittenPlain() throws {
    let stored = [
      ("20000", "number 20000"), ("20000.0", "number 20000"), ("2E4", "number 20000"),
      ("-3", "number -3"), ("007", "number 7"), ("+5", "number 5"), ("-0", "number 0"),
      ("1.50", "number 1.50"), (".5", "number 0.5"), ("5.", "number 5"), ("0", "number 0"),
      ("3.2000000000000001E-2", "number 0.032"), ("0.10000000000000001", "number 0.1"),
      ("1E-5", "number 1e-05"), ("1.0000000000000002", "number 1.0000000000000002"),
      ("1.2345E+3", "number 1234.5"), ("  7\n", "number 7"),
      ("123456789012345", "number 123456789012345"),
      ("1.23456789012345E+14", "number 123456789012345"),
      ("1234567890123456", "longNumber 1234567890123456"),
      ("1.2345678901234568E+17", "longNumber 1.2345678901234568E+17"),
      ("-1000000000000000", "longNumber -1000000000000000"),
    ]
    let cells = stored.map { "<c><v>\($0.0)</v></c>" }.joined()
    #expect(try readRow(cells) == stored.map(\.1))
  }

  @Test func numbersHaveTheirValue() throws {
    let directory = try TemporaryDirectory()
    var generator = SplitMix(state: 7)
    var numbers = [
      0, -1.5, 1e22, 1e23, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 123456789.25, 9e15,
    ]
    numbers += (0..<5000).map { _ in
      Double.random(in: 0...1, using: &generator) * [1, 1e-3, 1e7, 1e-20, 1e30].randomElement()!
    }
    let cells = numbers.map { "<row><c><v>\($0)</v></c></row>" }.joined()
    let file = try directory.write("a.xlsx", WorkbookBuilder(data: cells).bytes())
    let workbook = try Workbook(MappedFile(path: file))
    var rows = try workbook.rows(of: workbook.sheets[0])
    for number in numbers {
      #expect(try rows.next() && rows.cells[0].number == number, "\(number)")
    }
    #expect(try !rows.next())
  }

  @Test func whatIsNoNumberIsDamage() throws {
    for text in ["x", "1e", "1.2.3", "--1", "NaN", "INF", "1e999", ".", "1 2", "0x10", "١"] {
      #expect(
        try damage("<row r=\"4\"><c r=\"C4\"><v>\(text)</v></c></row>")
          == .cellValue(row: 4, column: 3), "\(text)")
    }
  }

  @Test func everyTypeIsRead() throws {
    let cells = """
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>\
      <c t="str"><f>A1&amp;"x"</f><v>a&amp;x</v></c><c t="inlineStr"><is><t>直接</t></is></c>\
      <c t="n"><v>5</v></c><c t="d"><v>2026-12-05T18:00:00</v></c><c t="d"><v>2026-02-29</v></c>\
      <c t="d"><v>T18:00</v></c>
      """
    #expect(
      try readRow(cells) == [
        "boolean TRUE", "boolean FALSE", "error #N/A", "text a&x", "text 直接", "number 5",
        "day 2026-12-05", "text 2026-02-29", "text T18:00",
      ])
    for cell in [
      "<c t=\"b\"><v>2</v></c>", "<c t=\"q\"><v>2</v></c>", "<c t=\"s\"><v>0</v></c>",
      "<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>1.0</v></c>",
    ] {
      #expect(try damage("<row>\(cell)</row>") == .cellValue(row: 1, column: 1), "\(cell)")
    }
  }

  @Test func formulasHaveTheirStoredValue() throws {
    let cells = """
      <c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c><f>1+1</f><v/></c><c><f>1+1</f><v></v></c>\
      <c t="str"><f>""</f><v></v></c><c t="str"><f>""</f></c><c><f t="shared" si="0"/><v>7</v></c>\
      <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="s"><f>A1</f></c>
      """
    #expect(
      try readRow(cells) == [
        "number 2", "unstoredFormula", "unstoredFormula", "unstoredFormula", "empty",
        "unstoredFormula", "number 7", "error #DIV/0!", "unstoredFormula",
      ])
    let book = try workbook(WorkbookBuilder(data: "<row>\(cells)<c><v>1</v></c></row>").bytes())
    var rows = try book.rows(of: book.sheets[0])
    #expect(try rows.next())
    #expect(rows.cells.map(\.isFormula) == Array(repeating: true, count: 9) + [false])
  }

  @Test func cellsStandWhereTheyBelong() throws {
    let data = """
      <row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row>
      <row><c><v>1</v></c><c r="D3"><v>4</v></c><c><v>5</v></c></row>
      <row r="7"/><row r="9" spans="1:3"><c r="AB9" s="0"/><c r="AA9"><v>27</v></c></row>
      """
    let sheet = try readSheets(WorkbookBuilder(data: data).bytes())[0]
    #expect(sheet.rows.map(\.number) == [2, 3, 7, 9])
    #expect(sheet.rows[0].cells == ["number 1", "empty", "number 3"])
    #expect(sheet.rows[1].cells == ["number 1", "empty", "empty", "number 4", "number 5"])
    #expect(sheet.rows[2].cells == [])
    #expect(sheet.rows[3].cells == Array(repeating: "empty", count: 26) + ["number 27", "empty"])
  }

  @Test func rowsAreBlankWithoutValues() throws {
    let data = """
      <row/><row><c s="1"/><c t="str"><v> \u{3000}</v></c></row><row><c/><c><v>0</v></c></row>\
      <row><c t="str"><v>a</v></c></row><row><c><f>A1</f></c></row>
      """
    let book = try workbook(WorkbookBuilder(data: data).bytes())
    var rows = try book.rows(of: book.sheets[0])
    for isBlank in [true, true, false, false, false] {
      #expect(try rows.next() && rows.isBlank == isBlank, "row \(rows.number)")
      #expect(rows.text(7) == "" && (0...1).contains(rows.progress))
    }
    #expect(try !rows.next() && !rows.next())
    #expect(rows.progress == 1)
  }

  @Test func placesThatCannotBeAreDamage() throws {
    let value = "<v>1</v></c></row>"
    for data in [
      "<row r=\"2\"><c r=\"A3\">\(value)", "<row r=\"2\"><c r=\"A2\"/><c r=\"A2\">\(value)",
      "<row r=\"2\"><c r=\"XFE2\">\(value)", "<row r=\"2\"><c r=\"2\">\(value)",
      "<row r=\"2\"><c r=\"A\">\(value)", "<row r=\"2\"><c r=\"XFD2\"/><c>\(value)",
      "<row r=\"2\"><c r=\"AAAA2\">\(value)", "<row r=\"2\"><c r=\"\">\(value)",
    ] {
      #expect(try damage(data) == .cellPlace(row: 2), "\(data)")
    }
    #expect(try damage("<row r=\"5\"/><row r=\"5\"/>") == .rowOrder(row: 5))
    #expect(try damage("<row r=\"5\"/><row r=\"4\"/>") == .rowOrder(row: 4))
    #expect(try damage("<row r=\"1048577\"/>") == .rowOrder(row: 1_048_577))
    #expect(try damage("<row r=\"0\"/>") == .rowOrder(row: 0))
    #expect(try damage("<row r=\"1048576\"><c r=\"XFD1048576\"/></row>") == nil)
  }
}
