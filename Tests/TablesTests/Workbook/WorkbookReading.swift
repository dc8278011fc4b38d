import TableTestSupport
import Tables

/// All that a sheet gives, as values.
struct ReadSheet: Equatable {
  struct Row: Equatable {
    var number: Int
    /// Kind and text of each cell: `number 5`; `empty` of those that have none.
    var cells: [String]
    var isHidden = false
  }

  var name: String
  var rows: [Row] = []
  var hiddenRows = 0
  var mergedRanges: [CellRange] = []
  var filteredRange: CellRange?

  init(_ sheet: WorkbookSheet, of workbook: Workbook) throws(WorkbookProblem) {
    name = sheet.name
    var rows = try workbook.rows(of: sheet)
    while try rows.next() {
      let cells = rows.cells.indices.map { column in
        let kind = "\(rows.cells[column].kind)"
        let text = rows.text(column)
        return text.isEmpty ? kind : "\(kind) \(text)"
      }
      self.rows.append(Row(number: rows.number, cells: cells, isHidden: rows.isHidden))
    }
    hiddenRows = rows.hiddenRows
    mergedRanges = rows.mergedRanges
    filteredRange = rows.filteredRange
  }
}

/// Opens a file of these bytes.
func workbook(_ bytes: [UInt8]) throws -> Workbook {
  let directory = try TemporaryDirectory()
  return try Workbook(MappedFile(path: directory.write("book.xlsx", bytes)))
}

/// Every sheet of a workbook of these bytes.
func readSheets(_ bytes: [UInt8]) throws -> [ReadSheet] {
  let workbook = try workbook(bytes)
  return try workbook.sheets.map { try ReadSheet($0, of: workbook) }
}

/// The cells of the rows of a workbook's only sheet.
func readCells(_ builder: WorkbookBuilder) throws -> [[String]] {
  try readSheets(builder.bytes())[0].rows.map(\.cells)
}

/// The cells of one row of a workbook without shared strings.
func readRow(_ cells: String, styles: String? = nil) throws -> [String] {
  try readCells(WorkbookBuilder(data: "<row r=\"1\">\(cells)</row>", styles: styles))[0]
}

/// What is wrong with a workbook; nil where nothing is.
func problem(_ bytes: [UInt8]) throws -> WorkbookProblem? {
  do {
    _ = try readSheets(bytes)
    return nil
  } catch let problem as WorkbookProblem {
    return problem
  }
}

/// What is wrong with the only sheet of a workbook.
func damage(_ data: String, strings: String? = nil) throws -> WorkbookDamage? {
  guard
    case .damaged(_, let damage) = try problem(
      WorkbookBuilder(data: data, strings: strings).bytes())
  else { return nil }
  return damage
}
