import TableTestSupport
import Tables
import Testing

@Suite struct WorkbookTextTests {
  @Test func sharedTextsAreReadWithoutReadings() throws {
    let strings = """
      <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>
      <si><r><rPr><b/></rPr><t>太</t></r><r><t xml:space="preserve"> 字</t></r>\
      <rPh sb="0" eb="1"><t>フト</t></rPh></si><si/><si><t/></si><si><t>a &lt; b &#x1F600;&#12354;</t></si>
      """
    let cells = (0..<5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(
      try readCells(WorkbookBuilder(data: "<row>\(cells)</row>", strings: strings))[0] == [
        "text 東京", "text 太 字", "empty", "empty", "text a < b 😀あ",
      ])
  }

  @Test func inlineTextsAreReadTheSameWay() throws {
    let cells = """
      <c t="inlineStr"><is><r><t>花</t></r><r><t>子</t></r>\
      <rPh sb="0" eb="1"><t>ハナ</t></rPh></is></c>\
      <c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c t="inlineStr"><is/></c>
      """
    #expect(try readRow(cells) == ["text 花子", "text  a ", "empty"])
  }

  @Test func markupInTextIsTakenApart() throws {
    let texts = [
      ("a<![CDATA[&amp; <b>]]>c", "text a&amp; <b>c"), ("a<!-- <t> -- > -->b", "text ab"),
      ("x<?pi <t>?>y", "text xy"), ("&quot;&apos;&gt;", "text \"'>"), ("a\r\nb\rc", "text a\nb\nc"),
      ("a&#13;&#10;b", "text a\r\nb"), ("a_x000D_b", "text a\rb"),
      ("_x005F_x0041_", "text _x0041_"),
      ("_xD83D__xDE00_", "text 😀"), ("_xD83D_", "text _xD83D_"), ("_x0000_", "text _x0000_"),
      ("_x00e9_", "text é"), ("_x00g0_ _x00", "text _x00g0_ _x00"), ("__x3042__", "text _あ_"),
    ]
    let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0.0)</t></is></c>" }.joined()
    #expect(try readRow(cells) == texts.map(\.1))
    for text in ["&nbsp;", "&", "a & b", "&#xD800;", "&#1114112;", "&#;", "&;", "&#0;"] {
      let data = "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
      let expected: WorkbookDamage = text == "&#0;" ? .foreignByte : .malformed
      #expect(try damage(data) == expected, "\(text)")
    }
  }

  @Test func foreignBytesAreDamage() throws {
    var archive = WorkbookBuilder(
      data: "<row><c t=\"str\"><v>a?</v></c></row>", strings: "<si><t>ok</t></si>"
    ).archive()
    #expect(try problem(archive.bytes()) == nil)
    let sheet = try #require(archive.parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
    let place = try #require(archive.parts[sheet].bytes.lastIndex(of: UInt8(ascii: "?")))
    archive.parts[sheet].bytes[place] = 0x83
    #expect(
      try problem(archive.bytes())
        == .damaged(part: "xl/worksheets/sheet1.xml", .foreignByte))
  }

  @Test func longTextsCrossPieces() throws {
    let long = String(repeating: "長い文&amp;", count: 60_000)
    let data = "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c><c t=\"s\"><v>0</v></c></row>"
    let cells = try readCells(WorkbookBuilder(data: data, strings: "<si><t>\(long)</t></si>"))[0]
    let expected = "text " + String(repeating: "長い文&", count: 60_000)
    #expect(cells == [expected, expected])
  }

  @Test func tokensWithoutEndAreRefused() throws {
    let blanks = String(repeating: " ", count: 40 << 20)
    #expect(try damage("<row><c a=\"\(blanks)\"/></row>") == .malformed)
    #expect(try damage("<row/>\(blanks)<row/>") == .malformed)
  }
}
