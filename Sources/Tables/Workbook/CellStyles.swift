/// The number formats of a workbook's cell styles, by the number that cells state.
struct CellStyles: Sendable {
  private var formats: [NumberFormat] = []
  /// What the marked ones write, by style.
  private var marks: [Int: FormatMarks] = [:]

  /// Of a workbook that has none.
  init() {}

  init(_ reader: ZipEntryReader) throws(WorkbookProblem) {
    var xml = try XMLScanner(reader)
    var codes: [Int: NumberFormat] = [:]
    var written: [Int: FormatMarks] = [:]
    var numbers: [Int] = []
    var isInCellFormats = false
    loop: while true {
      switch try xml.next() {
      case .start where xml.depth == 1:
        guard xml.isNamed("styleSheet") else { throw xml.damage(.malformed) }
      case .start where xml.depth == 2: isInCellFormats = xml.isNamed("cellXfs")
      case .start where xml.depth == 3 && xml.isNamed("numFmt"):
        if let number = xml.value(of: "numFmtId").flatMap({ Int($0) }),
          let code = xml.value(of: "formatCode")
        {
          codes[number] = NumberFormat(code: code)
          written[number] = codes[number] == .plain ? FormatMarks(code: code) : nil
          if written[number] != nil { codes[number] = .marked }
        }
      case .start where xml.depth == 3 && xml.isNamed("xf") && isInCellFormats:
        numbers.append(xml.value(of: "numFmtId").flatMap { Int($0) } ?? 0)
      case .start, .end, .text: break
      case .finished: break loop
      }
    }
    formats = numbers.map { codes[$0] ?? NumberFormat(builtIn: $0) }
    for (style, number) in numbers.enumerated() { marks[style] = written[number] }
  }

  /// Plain for a style that the workbook does not have.
  subscript(style: Int) -> NumberFormat {
    style < formats.count ? formats[style] : .plain
  }

  /// What a marked format writes beside numbers.
  func marks(of style: Int) -> FormatMarks? { marks[style] }
}
