import Tables
import Yams

/// A brief in a sheet of a workbook: keys beside their values, and a table of quotas below or beside them.
///
/// Its cells become a text of YAML with a line for every cell, so that a brief of either form meets the same rules,
/// and what is wrong has the place of its cell.
struct BriefSheet {
  /// The file of places in the sheet.
  let path: String
  private(set) var issues = InputIssues()
  private var tree = BriefTree()
  private var quotas: [BriefTree] = []
  private var quotasPlace: InputPlace?
  private var tables: [Table] = []
  private var hasTable = false

  /// A table at hand, from its first column on.
  private struct Table {
    var isOfQuotas: Bool
    var column: Int
    /// As written.
    var headers: [String]

    var columns: Range<Int> {
      column..<(column + (isOfQuotas ? BriefHeader.quotas.count : 2))
    }
  }

  init(_ file: WorkbookFile, sheet: WorkbookSheet) {
    path = SheetPlace.file(file.path, sheet: sheet.name)
    do throws(WorkbookProblem) {
      var rows = try file.book.rows(of: sheet)
      while try rows.next() { read(rows) }
    } catch {
      issues.append(.unusable(error, file: file.path))
      return
    }
    if !hasTable { issues.append(.noBriefTable(path)) }
    addQuotas()
  }

  /// The brief as YAML, and the cell that each of its lines comes from.
  func yaml() -> (text: String, places: [Int: InputPlace]) {
    var writer = BriefTree.Writer()
    writer.write(tree)
    return (writer.text.isEmpty ? "{}" : writer.text, writer.places)
  }

  // MARK: Rows

  private mutating func read(_ rows: borrowing WorkbookRows) {
    let texts = rows.cells.indices.map { HeaderText.normalized(rows.text($0)) }
    let begun = texts.indices.compactMap { column -> Table? in
      let isOfQuotas = BriefHeader.startsQuotas(texts, at: column)
      guard isOfQuotas || BriefHeader.startsKeys(texts, at: column) else { return nil }
      let headers = (column..<rows.cells.count).map { rows.text($0) }
      return Table(isOfQuotas: isOfQuotas, column: column, headers: headers)
    }
    guard begun.isEmpty else {
      tables.removeAll { table in begun.contains { $0.columns.overlaps(table.columns) } }
      tables += begun
      hasTable = true
      return
    }
    for table in tables {
      if table.isOfQuotas { readQuota(rows, table) } else { readKey(rows, table) }
    }
  }

  /// A key without a value says nothing: so do titles between the keys.
  private mutating func readKey(_ rows: borrowing WorkbookRows, _ table: Table) {
    let column = table.column
    guard !isEmpty(rows, column + 1), let path = text(rows, column, table.headers[0]),
      let value = text(rows, column + 1, path.isEmpty ? table.headers[1] : path)
    else { return }
    let (place, valuePlace) = (place(rows, column), place(rows, column + 1))
    guard !path.isEmpty else {
      issues.append(.valueWithoutKey(value, at: valuePlace))
      return
    }
    guard let flow = flow(value, BriefKey.kind(of: path), valuePlace) else { return }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if !tree.add(flow, at: parts, keyPlace: place, valuePlace: valuePlace) {
      issues.append(InputIssue(place, .brief(.repeatedBriefKey), value: path))
    }
  }

  private mutating func readQuota(_ rows: borrowing WorkbookRows, _ table: Table) {
    guard table.columns.contains(where: { !isEmpty(rows, $0) }) else { return }
    let cells = table.columns.map { text(rows, $0, table.headers[$0 - table.column]) }
    let places = table.columns.map { place(rows, $0) }
    guard let filter = cells[0], let measure = cells[1], let least = cells[2], let most = cells[3]
    else { return }
    var quota = BriefTree()
    if !filter.isEmpty {
      guard let node = composed(QuotaWords.flow(filter), filter, places[0]) else { return }
      _ = quota.add(
        FlowText.text(QuotaWords.filter(node)), at: ["where"], keyPlace: places[0],
        valuePlace: places[0])
    }
    guard !measure.isEmpty else {
      issues.append(.quotaWithoutMeasure(filter, at: places[1]))
      return
    }
    let name = QuotaWords.measure(measure)
    for (limit, text, place) in [("min", least, places[2]), ("max", most, places[3])]
    where !text.isEmpty {
      guard let flow = flow(text, nil, place) else { return }
      _ = quota.add(flow, at: [name, limit], keyPlace: places[1], valuePlace: place)
    }
    if least.isEmpty && most.isEmpty {
      _ = quota.add("{}", at: [name], keyPlace: places[1], valuePlace: places[1])
    }
    quotasPlace = quotasPlace ?? places[1]
    quotas.append(quota)
  }

  private mutating func addQuotas() {
    guard let place = quotasPlace, !tree.add(quotas, at: "quotas", place: place) else { return }
    issues.append(InputIssue(place, .brief(.repeatedBriefKey), value: "quotas"))
  }

  // MARK: Cells

  private func place(_ rows: borrowing WorkbookRows, _ column: Int) -> InputPlace {
    InputPlace(file: path, line: rows.number, column: column + 1)
  }

  private func isEmpty(_ rows: borrowing WorkbookRows, _ column: Int) -> Bool {
    guard column < rows.cells.count else { return true }
    switch rows.cells[column].kind {
    case .empty: return true
    case .text: return CellText.trimmed(rows.text(column)).isEmpty
    default: return false
    }
  }

  /// The text of a cell, "" where it is empty; nil, with an issue, where nothing can be told of it.
  ///
  /// - Parameter name: what issues call it.
  private mutating func text(
    _ rows: borrowing WorkbookRows, _ column: Int, _ name: String
  ) -> String? {
    guard column < rows.cells.count else { return "" }
    let fault: WorkbookFault
    switch rows.cells[column].kind {
    case .empty: return ""
    case .text, .number, .rate, .measure, .day, .boolean: return CellText.trimmed(rows.text(column))
    case .error: fault = .errorValue(name: name)
    case .unstoredFormula: fault = .unstoredFormula(name: name)
    case .longNumber: fault = .longNumber(name: name)
    case .impossibleDay: fault = .impossibleDay(name: name)
    }
    issues.append(
      InputIssue(place(rows, column), .workbook(fault), value: rows.text(column)))
    return nil
  }

  /// A value as YAML in one line; nil, with an issue, where that cannot be.
  private mutating func flow(
    _ text: String, _ kind: BriefKey.Kind?, _ place: InputPlace
  ) -> String? {
    // A brace begins the first of several parts.
    if kind == .list && !text.hasPrefix("[") { return list(text, place) }
    guard CellText.isYAML(text, isText: kind == .text) else { return FlowText.quoted(text) }
    return composed(text, text, place).map(FlowText.text)
  }

  /// The parts of a list, each a word or YAML.
  private mutating func list(_ text: String, _ place: InputPlace) -> String? {
    var items: [String] = []
    for item in CellText.listItems(text) {
      if CellText.isYAML(item, isText: false) {
        guard let node = composed(item, item, place) else { return nil }
        items.append(FlowText.text(node))
      } else {
        items.append(FlowText.quoted(item))
      }
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private mutating func composed(
    _ text: String, _ written: String, _ place: InputPlace
  ) -> Node? {
    var found = InputIssues()
    if let node = BriefFile.compose(text, path, &found) { return node }
    for var issue in found.kept {
      (issue.line, issue.column) = (place.line, place.column)
      if issue.value.isEmpty { issue.value = written }
      issues.append(issue)
    }
    return nil
  }
}
