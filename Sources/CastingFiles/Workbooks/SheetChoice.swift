import Tables

/// Which sheet of a workbook holds what: by its name, else by its headers.
///
/// Hidden sheets are not searched.
struct SheetChoice {
  /// Role to the name of its sheet.
  private(set) var sheets: [SheetRole: String] = [:]
  /// Roles that are not wanted, to the first sheet that has them.
  private(set) var passedOver: [SheetRole: String] = [:]
  /// Roles whose sheets were told by their headers.
  private(set) var byHeaders: [SheetRole] = []
  /// Sheets with something in them that hold nothing of the kind.
  private(set) var unused: [String] = []

  /// Rows among which a header is looked for.
  static let headerRows = TableHead.rowCount

  /// - Parameter roles: those that are wanted; what others hold is not told apart.
  init(_ file: WorkbookFile, roles: [SheetRole] = SheetRole.allCases, _ issues: inout InputIssues) {
    let visible = file.book.sheets.filter { !$0.isHidden }
    var taken: Set<String> = []
    for role in SheetRole.allCases {
      let named = visible.filter { role.names.contains(HeaderText.normalized($0.name)) }
      taken.formUnion(named.map(\.name))
      if roles.contains(role) {
        take(named, role, file, &issues)
      } else {
        passedOver[role] = named.first?.name
      }
    }
    var fitting: [SheetRole: [WorkbookSheet]] = [:]
    for sheet in visible where !taken.contains(sheet.name) {
      if SheetRole.otherNames.contains(HeaderText.normalized(sheet.name)) { continue }
      let head = SheetHead(file, sheet, &issues)
      if let role = head.role {
        fitting[role, default: []].append(sheet)
      } else if !head.isEmpty {
        unused.append(sheet.name)
      }
    }
    for role in roles where sheets[role] == nil {
      take(fitting[role] ?? [], role, file, &issues)
      if sheets[role] != nil { byHeaders.append(role) }
    }
    for role in SheetRole.allCases where !byHeaders.contains(role) {
      var others = (fitting[role] ?? []).map(\.name)
      if !roles.contains(role), passedOver[role] == nil, !others.isEmpty {
        passedOver[role] = others.removeFirst()
      }
      unused += others
    }
  }

  private mutating func take(
    _ found: [WorkbookSheet], _ role: SheetRole, _ file: WorkbookFile, _ issues: inout InputIssues
  ) {
    guard let first = found.first else { return }
    sheets[role] = first.name
    if found.count > 1 { issues.append(.severalSheets(file.path, role, found.map(\.name))) }
  }
}

/// What the first rows of a sheet tell of it.
private struct SheetHead {
  private(set) var role: SheetRole?
  private(set) var isEmpty = true

  init(_ file: WorkbookFile, _ sheet: WorkbookSheet, _ issues: inout InputIssues) {
    do throws(WorkbookProblem) {
      var rows = try file.book.rows(of: sheet)
      var most = 0
      var seen = 0
      while seen < SheetChoice.headerRows, try rows.next() {
        if rows.isBlank { continue }
        isEmpty = false
        seen += 1
        let cells = rows.cells.indices.map { rows.text($0) }
        for role in SheetRole.allCases {
          let fit = Self.fit(cells, role)
          if fit > most { (most, self.role) = (fit, role) }
        }
      }
    } catch {
      issues.append(.unusable(error, file: file.path))
    }
  }

  /// How many headers of a row mean columns of such a table; 0 where required ones are missing, or most mean none.
  private static func fit(_ cells: [String], _ role: SheetRole) -> Int {
    guard let schema = role.schema else {
      return BriefHeader.isKeyTable(cells.map(HeaderText.normalized)) ? 2 : 0
    }
    let fit = TableHead(schema: schema, statements: [:]).fit(of: cells)
    return fit.isHeader ? fit.known : 0
  }
}
