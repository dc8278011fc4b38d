import TableTestSupport
import Tables
import Testing

/// Damaged files are refused, or read as if they were whole: none gives other values, and none stops the program.
@Suite struct WorkbookDamageTests {
  private static let builder: WorkbookBuilder = {
    var builder = WorkbookBuilder(
      data: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
        <row r="2"><c r="A2" s="1"><v>45000</v></c><c r="B2" t="inlineStr"><is><t>&amp;</t></is></c>\
        <c r="D2" t="e"><v>#N/A</v></c><c r="E2"><f>1</f><v>1.5E-3</v></c></row><!-- end -->
        """,
      strings: "<si><t>a_x0041_</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si>",
      styles: WorkbookBuilder.styles(numbers: [9, 14], codes: ["yyyy"]))
    builder.sheets[0].xml += "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
    return builder
  }()

  @Test func everyBeginningOfAFileIsRefused() throws {
    let bytes = Self.builder.bytes()
    #expect(try problem(bytes) == nil)
    for count in 1..<bytes.count where try problem(Array(bytes[..<count])) == nil {
      Issue.record("\(count) of \(bytes.count) bytes are taken for the whole")
    }
  }

  @Test func damagedFilesAreRefusedOrReadAsWhole() throws {
    let bytes = Self.builder.bytes()
    let whole = try readSheets(bytes)
    for seed in 0..<2000 as Range<UInt64> {
      var damage = InputDamage(seed: seed)
      let damaged = damage.applied(to: bytes)
      guard !damaged.isEmpty else { continue }
      do {
        let sheets = try readSheets(damaged)
        #expect(sheets == whole, "seed \(seed)")
      } catch is WorkbookProblem {}
    }
  }

  /// The envelope is sound and its content is not, so that no checksum stands in the way.
  @Test func damagedPartsAreReadOrRefused() throws {
    let archive = Self.builder.archive()
    var read = 0
    for seed in 0..<2000 as Range<UInt64> {
      var damage = InputDamage(seed: seed)
      var damaged = archive
      let part = Int(seed) % archive.parts.count
      damaged.parts[part].bytes = damage.applied(to: archive.parts[part].bytes)
      do {
        let sheets = try readSheets(damaged.bytes())
        read += 1
        for row in sheets.flatMap(\.rows) where row.number > 1_048_576 {
          Issue.record("seed \(seed): row \(row.number)")
        }
      } catch is WorkbookProblem {}
    }
    #expect((200..<1800).contains(read), "damage is neither always nor never found: \(read)")
  }

  @Test func everyBeginningOfAPartIsRefused() throws {
    let archive = Self.builder.archive()
    for part in archive.parts.indices {
      // Blanks and comments may stand behind the root.
      for count in 0..<archive.parts[part].bytes.count {
        var cut = archive
        cut.parts[part].bytes.removeSubrange(count...)
        if try problem(cut.bytes()) == nil {
          Issue.record("\(count) bytes of \(archive.parts[part].name) are taken for the whole")
        }
      }
    }
  }
}
