import Casting
import Tables

/// The sheet of a workbook that a table is read from, and where its header is.
struct SheetTable {
  let book: Workbook
  let sheet: WorkbookSheet
  /// Row of the header, from 1; nil where the sheet is empty.
  private(set) var headerRow: Int?
  /// Rows with values above it.
  private(set) var rowsAbove = 0
  /// Texts of these rows.
  private(set) var titles: [String] = []
  /// Columns that have a header, counted from 0, and the headers.
  private(set) var columns: [Int] = []
  private(set) var headers: [String] = []
  /// How well the header fits what is looked for.
  private(set) var fit = TableHead.Fit()

  /// Looks for a table's header at the top of a sheet.
  init(_ sheet: WorkbookSheet, of book: Workbook, _ head: TableHead) throws(WorkbookProblem) {
    self.book = book
    self.sheet = sheet
    var rows = try book.rows(of: sheet)
    var found: [(number: Int, cells: [String])] = []
    while found.count < TableHead.rowCount, try rows.next() {
      if rows.isBlank { continue }
      found.append((rows.number, rows.cells.indices.map { rows.text($0) }))
    }
    guard !found.isEmpty else { return }
    rowsAbove = head.header(among: found.map(\.cells))
    titles = found[..<rowsAbove].flatMap(\.cells)
    let header = found[rowsAbove]
    headerRow = header.number
    for (column, text) in header.cells.enumerated() where !HeaderText.normalized(text).isEmpty {
      columns.append(column)
      headers.append(text)
    }
    fit = head.fit(of: headers)
  }

  /// The sheet that is named, or the only one that holds such a table, or the first.
  ///
  /// Hidden sheets are read where they are named.
  static func find(
    in book: Workbook, named name: String?, _ head: TableHead, path: String
  ) throws(SheetFault) -> SheetTable {
    var tables: [SheetTable] = []
    do throws(WorkbookProblem) {
      if let name { return try SheetTable(try book.sheet(name), of: book, head) }
      for sheet in book.sheets where !sheet.isHidden {
        tables.append(try SheetTable(sheet, of: book, head))
      }
    } catch {
      throw SheetFault(fault: .unreadable(error))
    }
    let fitting = tables.filter(\.fit.isHeader)
    if fitting.count > 1 {
      throw SheetFault(fault: .severalSheets(names: fitting.map(\.sheet.name), path: path))
    }
    let best = tables.map(\.fit.known).max()
    guard let table = fitting.first ?? tables.first(where: { $0.fit.known == best }) else {
      throw SheetFault(fault: .unreadable(.damaged(part: nil, .missingPart)))
    }
    return table
  }
}

/// Why no sheet can be read.
struct SheetFault: Error {
  var fault: WorkbookFault
}
