import CastingFiles
import CastingReports
import TableTestSupport
import Testing

/// What is wrong with a brief in a sheet is told at its cell.
@Suite struct BriefSheetIssueTests {
  private static let head = ["項目", "値", "意味", "", "対象", "種別", "最小", "最大"]

  @Test func cellsAreNamed() throws {
    let samples: [(name: String, rows: [[String]])] = [
      ("misspelt key", [["budgt", "5M"]]), ("not a number", [["budget", "lots"]]),
      ("key twice", [["budget", "5M"], ["objective", "gmv"], ["budget", "6M"]]),
      ("part of a value", [["audience", "{female_share: 0.5}"], ["audience.age_20_29", "0.3"]]),
      ("value of a part", [["audience.age_20_29", "0.3"], ["audience", "{female_share: 0.5}"]]),
      ("value without a key", [["", "5M"]]),
      ("broken YAML", [["niches", "[{name: a"]]), ("key twice inside", [["keep", "{a: 1, a: 2}"]]),
      ("unknown choice", [["objective", "gmw"]]), ("unknown format", [["formats", "live; radio"]]),
      ("nested key", [["window.from", "soon"], ["window.to", "2026-12-01"]]),
      ("unknown nested key", [["audience.women", "0.5"]]),
      ("quota without a limit", [["budget", "5M", "", "", "tier: micro", "count"]]),
      ("quota without a measure", [["", "", "", "", "tier: micro", "", "3"]]),
      ("unknown measure", [["", "", "", "", "tier: micro", "cuont", "3"]]),
      ("unknown filter", [["", "", "", "", "platfrom: x", "count", "3"]]),
      ("crossed limits", [["", "", "", "", "", "count", "5", "3"]]),
      ("limit no number", [["", "", "", "", "", "count", "", "few"]]),
      ("broken filter", [["", "", "", "", "tier: [micro", "count", "3"]]),
    ]
    let folder = try InputFolder()
    var text = ""
    for sample in samples {
      let book = BriefSheetTests.book([Self.head] + sample.rows)
      let path = try folder.write("b.xlsx", book.bytes())
      text += "# \(sample.name)\n"
      do throws(InputError) {
        _ = try BriefFile.read(path: path)
        text += "read\n"
      } catch {
        text += folder.relative(error.description) + "\n"
      }
    }
    try Golden.check("brief-sheet.txt", text)
  }

  @Test func cellsWithoutAValueAreToldOf() throws {
    let folder = try InputFolder()
    var builder = WorkbookBuilder(
      data: """
        <row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c>\
        <c r="B1" t="inlineStr"><is><t>value</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>budget</t></is></c>\
        <c r="B2" t="e"><v>#N/A</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>order_capacity</t></is></c>\
        <c r="B3"><f>1+1</f></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>lock</t></is></c>\
        <c r="B4"><v>1234567890123456</v></c></row>
        """)
    builder.sheets[0].name = "Brief"
    let path = try folder.write("b.xlsx", builder.bytes())
    do throws(InputError) {
      _ = try BriefFile.read(path: path)
      Issue.record("read")
    } catch {
      let places = error.issues.kept.map { folder.relative($0.description) }
        .map { $0.prefix { $0 != ":" } }
      #expect(places == ["b.xlsx#Brief!B2", "b.xlsx#Brief!B3", "b.xlsx#Brief!B4"])
      #expect(
        error.issues.kept.map(\.fault) == [
          .workbook(.errorValue(name: "budget")),
          .workbook(.unstoredFormula(name: "order_capacity")),
          .workbook(.longNumber(name: "lock")),
        ])
    }
  }

  @Test func workbooksThatCannotBeReadAreToldOf() throws {
    let folder = try InputFolder()
    func outcome(_ path: String) -> String {
      do throws(InputError) {
        _ = try BriefFile.read(path: path)
        return "read"
      } catch {
        return folder.relative(error.description)
      }
    }
    let plain = try folder.write("b.yaml", "budget: 5M\n")
    #expect(outcome(plain + "#案件").hasPrefix("b.yaml#案件: it is no workbook"))
    let sheet = BriefSheetTests.book([["a", "b"]])
    let path = try folder.write("b.xlsx", sheet.bytes())
    #expect(outcome(path).hasPrefix("b.xlsx#案件: the sheet has no keys and values"))
    #expect(outcome(path + "#other").hasPrefix("b.xlsx: there is no sheet \"other\""))
    let cut = try folder.write("cut.xlsx", Array(try sheet.bytes().dropLast(40)))
    #expect(outcome(cut).hasPrefix("cut.xlsx: the workbook is damaged"))
    var archive = ZipBuilder()
    archive.add("readme.txt", "hello")
    #expect(
      outcome(try folder.write("a.zip", archive.bytes())).contains(
        "this is a zip archive"))
  }
}
