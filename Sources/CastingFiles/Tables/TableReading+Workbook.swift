import CastingReview
import Tables

extension TableReading {
  /// Reads a sheet of a workbook; places are rows and columns of the sheet.
  mutating func readWorkbook() {
    do throws(WorkbookProblem) {
      let book = try Workbook(file)
      if book.hasMacros { notes.append(.macros(file: file.path)) }
      let sheet: SheetTable
      do throws(SheetFault) {
        sheet = try SheetTable.find(
          in: book, named: source.tableName, TableHead(source), path: file.path)
      } catch {
        issues.append(InputIssue(file: file.path, .workbook(error.fault)))
        return
      }
      try read(sheet)
    } catch {
      let kind = OtherWorkbook(file)
      issues.append(
        kind == .workbook
          ? InputIssue(file: file.path, .workbook(.unreadable(error))) : .notTable(file.path, kind))
    }
  }

  private mutating func read(_ sheet: SheetTable) throws(WorkbookProblem) {
    // A sheet that the path names needs no telling.
    if source.tableName == nil {
      notes.append(
        .readAs(
          file: file.path, isGzip: false, encoding: nil, form: .workbook, table: sheet.sheet.name))
    }
    guard let headerRow = sheet.headerRow else { return }
    match(
      headers: sheet.headers, line: headerRow,
      places: SheetPlace.file(file.path, sheet: sheet.sheet.name), columns: sheet.columns)
    table.decisions.append(
      ReadingDecision(
        table: source.schema.role, file: file.path, .sheet(name: sheet.sheet.name),
        source.tableName == nil ? .certain : .stated,
        source.tableName == nil ? .headers(found: sheet.headers) : .stated))
    if sheet.rowsAbove > 0 { noteTitleRows(header: headerRow) }
    table.titleUnits = TitleUnits(sheet.titles)
    var rows = SheetRows(sheet, table)
    var source = try sheet.book.rows(of: sheet.sheet)
    while !isStopped, try source.next() {
      guard source.number > headerRow else { continue }
      if let end = self.source.conventions.end, source.number >= Int(end.line) { break }
      rows.read(source)
      if rows.isFull { rows.flush(into: &self) }
    }
    rows.flush(into: &self)
    // What stands behind the rows in the file is known once all are read.
    while try source.next() {}
    note(source, rows)
  }

  private mutating func note(_ source: borrowing WorkbookRows, _ rows: SheetRows) {
    if source.hiddenRows > 0 {
      notes.append(
        .hiddenRows(
          file: file.path, rows: source.hiddenRows, isFiltered: source.filteredRange != nil))
    }
    let totals = Set(table.shape.totals.map { Int($0.line) })
    for range in source.mergedRanges {
      guard let last = rows.lastRow, range.rows.upperBound > rows.headerRow,
        range.rows.lowerBound <= last, !range.rows.allSatisfy(totals.contains),
        rows.columns.contains(where: { range.columns.contains($0 + 1) })
      else { continue }
      issues.append(
        InputIssue(
          file: table.file, line: range.rows.lowerBound, column: range.columns.lowerBound,
          .workbook(.mergedCells(range: range.text))))
    }
  }
}

/// Rows of a sheet on their way into a table, a block at a time.
struct SheetRows {
  let columns: [Int]
  let headerRow: Int
  /// The last row with a value in the table's columns.
  private(set) var lastRow: Int?
  private let schema: TableSchema
  private let match: HeaderMatch
  /// Fields in which a word for a total stands.
  private let nameFields: [Int]
  /// Whether a field counts something: a point in it could part thousands.
  private let counts: [Bool]
  private let file: String
  private var chunk: TableChunk
  private var records = RecordBlock()
  private var issues = InputIssues()
  /// A blank row counts once something follows it.
  private var blankRow: Int?
  private var isTotal = false

  init(_ sheet: SheetTable, _ table: TypedTable) {
    columns = sheet.columns
    headerRow = sheet.headerRow ?? 0
    schema = table.schema
    match = table.match ?? HeaderMatch()
    file = table.file
    chunk = TableChunk(table)
    nameFields = chunk.nameFields
    counts = match.columnOfField.map { [schema] column in
      guard let column, column < schema.columns.count,
        case .number(let rule) = schema.columns[column].kind
      else { return false }
      return !rule.isRate
    }
  }

  var isFull: Bool { records.isFull }

  mutating func read(_ row: borrowing WorkbookRows) {
    var isBlank = true
    for column in columns where column < row.cells.count && isBlank {
      isBlank =
        row.withText(column) { TextBytes.trimmed($0).isEmpty }
        && row.cells[column].kind != .unstoredFormula
    }
    if isBlank {
      blankRow = row.number
      return
    }
    // A row without any cell need not be in the file at all.
    if row.number > (lastRow ?? headerRow) + 1 { blankRow = row.number - 1 }
    if let blank = blankRow {
      for _ in columns { records.append("") }
      records.endRow(line: blank)
      blankRow = nil
    }
    lastRow = row.number
    // Sums are formulas as a rule, and those need no value: the row is left out.
    isTotal = isTotalRow(row)
    for (field, column) in columns.enumerated() { append(row, column, field) }
    records.endRow(line: row.number)
  }

  /// Whether a word for a total stands in place of a name, or in front of the row.
  private func isTotalRow(_ row: borrowing WorkbookRows) -> Bool {
    func isWord(_ column: Int) -> Bool {
      row.withText(column) { TotalWord.matches(TextBytes.trimmed($0)) }
    }
    for field in nameFields where isWord(columns[field]) { return true }
    for column in columns
    where row.withText(column, { !TextBytes.trimmed($0).isEmpty }) { return isWord(column) }
    return false
  }

  private mutating func append(
    _ row: borrowing WorkbookRows, _ column: Int, _ field: Int
  ) {
    guard column < row.cells.count else {
      records.append("")
      return
    }
    let cell = row.cells[column]
    let isUsed = !isTotal && match.columnOfField[field] != nil
    switch cell.kind {
    case .rate: records.append(Self.percentText(cell.number))
    case .number where counts[field]: row.withText(column) { appendCounted($0) }
    case .unstoredFormula where isUsed:
      refuse(row, column, .unstoredFormula(name: match.headers[field]))
    case .impossibleDay where isUsed:
      refuse(row, column, .impossibleDay(name: match.headers[field]))
    case .longNumber where isIdentifier(field):
      refuse(row, column, .longNumber(name: match.headers[field]))
    case .error where isUsed && CellState(row.text(column)) == nil:
      refuse(row, column, .errorValue(name: match.headers[field]))
    default: row.withText(column) { records.append(utf8: $0) }
    }
  }

  private mutating func refuse(
    _ row: borrowing WorkbookRows, _ column: Int, _ fault: WorkbookFault
  ) {
    issues.appendRow(
      InputIssue(
        file: file, line: row.number, column: column + 1, .workbook(fault),
        value: row.text(column)))
    records.append("")
  }

  private func isIdentifier(_ field: Int) -> Bool {
    let column = match.columnOfField[field]
    let isOwn = column.map { $0 < schema.columns.count && schema.columns[$0].name.hasSuffix("_id") }
    return isOwn == true || match.substitutes.values.contains(field)
  }

  /// Appends a stored number; such as 1.234, whose point is known to part decimals, as `1.2340`.
  private mutating func appendCounted(_ text: UnsafeBufferPointer<UInt8>) {
    if text.count >= 5 && text[text.count - 4] == UInt8(ascii: ".") {
      records.append(String(decoding: text, as: UTF8.self) + "0")
    } else {
      records.append(utf8: text)
    }
  }

  /// Moves the rows read so far into the table.
  mutating func flush(into reading: inout TableReading) {
    let columns = columns
    let lines = records.lines
    reading.take(records, &chunk) { record, field in
      (Int(lines[record]), columns.indices.contains(field) ? columns[field] + 1 : nil)
    }
    reading.issues.append(contentsOf: issues)
    issues = InputIssues()
    records = RecordBlock()
  }

  /// The share 0.032 as `3.2%`: the same digits, the point two places on.
  static func percentText(_ share: Double) -> String {
    let text = CSVWriter.shortest(share)
    guard !text.contains("e"), !text.contains("E") else { return text }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    while decimals.count < 2 { decimals += "0" }
    let digits = whole + decimals.prefix(2)
    let trimmed = String(digits.drop { $0 == "0" })
    let rest = decimals.dropFirst(2)
    return (isNegative ? "-" : "") + (trimmed.isEmpty ? "0" : trimmed)
      + (rest.isEmpty ? "" : "." + rest) + "%"
  }
}
