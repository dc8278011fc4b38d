import TableTestSupport
import Tables
import Testing

/// Random tables, written in any of the ways that there are, are read as they were planted.
@Suite struct WorkbookDifferentialTests {
  @Test func plantedTablesAreRead() throws {
    for seed in 0..<200 as Range<UInt64> {
      var planted = PlantedWorkbook(generator: SplitMix(state: seed))
      planted.plant(rows: Int.random(in: 0...12, using: &planted.generator))
      let sheet = try readSheets(planted.builder().bytes())[0]
      #expect(sheet.rows == planted.rows, "seed \(seed)")
    }
  }

  /// Long enough that tokens of every kind are cut where a piece of the part ends.
  @Test func longTablesAreReadInPieces() throws {
    for seed in 0..<3 as Range<UInt64> {
      var planted = PlantedWorkbook(generator: SplitMix(state: seed))
      planted.plant(rows: 20_000)
      let sheet = try readSheets(planted.builder().bytes())[0]
      let difference = zip(sheet.rows, planted.rows).first { $0 != $1 }
      #expect(difference == nil && sheet.rows.count == planted.rows.count, "seed \(seed)")
    }
  }
}

/// A random sheet, and what is to be read of it.
private struct PlantedWorkbook {
  var generator: SplitMix
  private(set) var rows: [ReadSheet.Row] = []
  private var data = ""
  private var strings: [String] = []
  private static let styles = WorkbookBuilder.styles(numbers: [0, 14, 10])

  init(generator: SplitMix) { self.generator = generator }

  mutating func builder() -> WorkbookBuilder {
    let items = strings.map { "<si>\(item($0))</si>" }
    var builder = WorkbookBuilder(data: data, strings: items.joined(), styles: Self.styles)
    builder.prefix = Bool.random(using: &generator) ? "" : "main:"
    builder.isStrict = Bool.random(using: &generator)
    builder.isDeflated = Bool.random(using: &generator)
    return builder
  }

  mutating func plant(rows count: Int) {
    var number = 0
    for _ in 0..<count {
      let isNext = Bool.random(using: &generator)
      number += isNext ? 1 : Int.random(in: 1...4, using: &generator)
      let isHidden = Int.random(in: 0..<8, using: &generator) == 0
      var cells: [String] = []
      var xml: [String] = []
      for column in 1...Int.random(in: 1...9, using: &generator) {
        guard Int.random(in: 0..<4, using: &generator) > 0 else { continue }
        while cells.count < column { cells.append("empty") }
        let (expected, attributes, content) = cell()
        cells[column - 1] = expected
        let place = CellPlace.letters(ofColumn: column) + "\(number)"
        xml.append("<c r=\"\(place)\"\(attributes)>\(content)</c>\(blanks())")
      }
      xml.shuffle(using: &generator)
      let place = isNext && Bool.random(using: &generator) ? "" : " r=\"\(number)\""
      data += "<row\(place)\(isHidden ? " hidden=\"1\"" : "")>\(xml.joined())</row>\(blanks())"
      rows.append(ReadSheet.Row(number: number, cells: cells, isHidden: isHidden))
    }
  }

  /// What is to be read, the cell's attributes but for its place, and its content.
  private mutating func cell() -> (String, String, String) {
    let whole = Int.random(in: -999_999_999...999_999_999, using: &generator)
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return ("number \(whole)", "", "<v>\(whole)</v>")
    case 1: return ("number \(whole)", " t=\"n\" s=\"0\"", "<f>A1*2</f><v>\(whole).0</v>")
    case 2: return ("rate 0.\(whole.magnitude)5", " s=\"2\"", "<v>0.\(whole.magnitude)5</v>")
    case 3:
      let day = Int.random(in: 10...28, using: &generator)
      // 2026-01-01 is the 46,023rd day.
      return ("day 2026-01-\(day)", " s=\"1\"", "<v>\(46_022 + day)</v>")
    case 4: return ("boolean TRUE", " t=\"b\"", "<v>1</v>")
    case 5: return ("error #REF!", " t=\"e\"", "<f>#REF!</f><v>#REF!</v>")
    case 6:
      let text = text()
      strings.append(text)
      return ("text " + text, " t=\"s\"", "<v>\(strings.count - 1)</v>")
    case 7:
      let text = text()
      return ("text " + text, " t=\"inlineStr\"", "<is>\(item(text))</is>")
    default: return ("unstoredFormula", "", "<f>SUM(A1:B2)</f>")
    }
  }

  private mutating func text() -> String {
    let alphabet: [Character] = ["a", "\"", "<", "&", ";", "名", "\n", " ", "😀", "_", ">", "]"]
    let length = Int.random(in: 1...12, using: &generator)
    return String((0..<length).map { _ in alphabet.randomElement(using: &generator)! })
  }

  /// A text as a string item: whole or in runs, with entities or CDATA, with or without a reading.
  private mutating func item(_ text: String) -> String {
    let cut = text.index(
      text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &generator))
    let parts = [String(text[..<cut]), String(text[cut...])]
    let xml =
      Bool.random(using: &generator)
      ? "<t>\(escaped(text))</t>"
      : parts.map { "<r><rPr><b/></rPr><t xml:space=\"preserve\">\(escaped($0))</t></r>" }.joined()
    return xml + (Bool.random(using: &generator) ? "<rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh>" : "")
  }

  private mutating func escaped(_ text: String) -> String {
    // `<a` would get a prefix like the tags.
    if Int.random(in: 0..<3, using: &generator) == 0, !text.contains("]"), !text.contains("<a") {
      return "<![CDATA[\(text)]]>"
    }
    return text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case "名": Bool.random(using: &generator) ? "&#x540D;" : "名"
      default: String(character)
      }
    }.joined()
  }

  private mutating func blanks() -> String {
    ["", "", "\n  ", "<!-- a > b -->"].randomElement(using: &generator)!
  }
}
