/// An .xlsx or .xlsm workbook: which sheets it has, and the rows of each as a stream.
///
/// Of ECMA-376 part 1 (SpreadsheetML), transitional and strict, what tables are made of is read: values, number
/// formats and merged cells; formulas by their stored values. Macros are never looked at.
package struct Workbook: Sendable {
  /// In the order of the tabs; those of cells alone, no charts.
  package private(set) var sheets: [WorkbookSheet] = []
  /// Whether days are counted from 1904 rather than from 1900.
  package private(set) var countsFrom1904 = false
  /// Whether there are macros, which are ignored.
  package let hasMacros: Bool
  private let archive: ZipArchive
  private let strings: SharedStrings
  private let styles: CellStyles

  /// Reads the list of sheets and the texts that they share.
  package init(_ file: MappedFile) throws(WorkbookProblem) {
    guard FileSignature(file.bytes) == .zip else { throw WorkbookContent.problem(of: file) }
    let archive = try ZipArchive(file)
    let root = try PartRelations(of: "", in: archive)
    guard let part = root.target("officeDocument"), !part.hasSuffix(".bin") else {
      throw .notWorkbook(archive.otherContent)
    }
    let relations = try PartRelations(of: part, in: archive)
    hasMacros = relations.target("vbaProject") != nil
    if let name = relations.target("sharedStrings") {
      strings = try SharedStrings(archive.reader(name))
    } else {
      strings = SharedStrings()
    }
    if let name = relations.target("styles") {
      styles = try CellStyles(archive.reader(name))
    } else {
      styles = CellStyles()
    }
    self.archive = archive
    try readSheets(part, relations)
  }

  /// The sheet with a name, whatever its case where no other differs by that alone.
  package func sheet(_ name: String) throws(WorkbookProblem) -> WorkbookSheet {
    let found =
      sheets.first { $0.name == name }
      ?? sheets.first { $0.name.lowercased() == name.lowercased() }
    guard let found else { throw .noSuchSheet(name, sheets: sheets.map(\.name)) }
    return found
  }

  /// The rows of a sheet, from the first; any number of sheets may be read, also at the same time.
  package func rows(of sheet: WorkbookSheet) throws(WorkbookProblem) -> WorkbookRows {
    try WorkbookRows(
      try archive.reader(sheet.part), strings: strings, styles: styles,
      countsFrom1904: countsFrom1904)
  }

  private mutating func readSheets(
    _ part: String, _ relations: PartRelations
  ) throws(WorkbookProblem) {
    var xml = try XMLScanner(try archive.reader(part))
    var isInSheets = false
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1:
        guard xml.isNamed("workbook") else { throw .notWorkbook(archive.otherContent) }
      case .start where xml.depth == 2:
        isInSheets = xml.isNamed("sheets")
        if xml.isNamed("workbookPr") { countsFrom1904 = xml.isTrue("date1904") }
      case .start where xml.depth == 3 && isInSheets && xml.isNamed("sheet"):
        guard let name = xml.value(of: "name"), let id = xml.value(of: "id", prefixed: true),
          let relation = relations[id]
        else { throw xml.damage(.malformed) }
        guard relation.kind == "worksheet" else { continue }
        let state = xml.value(of: "state") ?? "visible"
        sheets.append(
          WorkbookSheet(name: name, isHidden: state != "visible", part: relation.target))
      case .start, .end, .text: break
      case .finished: return
      }
    }
  }
}

/// A sheet of a workbook.
package struct WorkbookSheet: Sendable, Equatable {
  /// As on its tab.
  package var name: String
  package var isHidden: Bool
  /// Name of its part in the archive.
  var part: String
}
