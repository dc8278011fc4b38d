import Casting
import Tables

/// Finds the header of a table: the first of its first rows in which the required and most other
/// cells are names of columns. Titles may stand above it.
struct TableHead {
  /// Rows that are looked at.
  static let rowCount = 20

  private let schema: TableSchema
  /// Headers that the brief names, as they are compared.
  private let stated: Set<String>

  init(_ source: TableFile) {
    self.init(schema: source.schema, statements: source.statements)
  }

  init(schema: TableSchema, statements: [String: ColumnStatement]) {
    self.schema = schema
    stated = Set(statements.values.flatMap(\.headers).map(HeaderText.normalized))
  }

  /// How well a row reads as a header.
  struct Fit: Equatable {
    /// Cells that are names of columns, each column once.
    var known = 0
    /// Cells that are filled.
    var filled = 0
    /// Whether every required column is among them.
    var isComplete = false

    /// Whether there is no use in looking further.
    var isHeader: Bool { isComplete && known * 2 >= filled }
  }

  func fit(of cells: [String]) -> Fit {
    var columns: Set<Int> = []
    var fit = Fit()
    var statedCount = 0
    for cell in cells where !cell.isEmpty {
      fit.filled += 1
      if stated.contains(HeaderText.normalized(cell)) {
        statedCount += 1
      } else if let column = schema.column(of: cell) {
        columns.insert(column)
      }
    }
    fit.known = columns.count + statedCount
    let missing = schema.columns.indices.count {
      schema.columns[$0].isRequired && !columns.contains($0) && !schema.hasSubstitute($0, columns)
    }
    fit.isComplete = fit.known > 0 && missing <= statedCount
    if schema.rowNoun == .product, let export = ProductExport.matching(cells) {
      // Its headers are names of columns too, and others of the shop's own are nothing against it.
      let names = Set(export.columns.flatMap(\.headers).map(HeaderText.normalized))
      fit.known = max(fit.known, cells.count { names.contains(HeaderText.normalized($0)) })
      fit.filled = min(fit.filled, fit.known)
      fit.isComplete = true
    }
    return fit
  }

  /// Position of the header among rows that are not blank: the first that is one, else the one in
  /// which most names are known, else the first.
  func header(among rows: [[String]]) -> Int {
    let fits = rows.map(fit)
    if let first = fits.firstIndex(where: \.isHeader) { return first }
    let most = fits.map(\.known).max() ?? 0
    return most >= 2 ? fits.firstIndex { $0.known == most } ?? 0 : 0
  }

  /// A header, and how many rows stand above it.
  struct Found {
    /// Stands at the header.
    var scanner: CSVScanner
    var rowsAbove: Int
    /// Texts of these rows.
    var titles: [String] = []
  }

  /// Finds the header; nil where the text ends before it is known.
  func header(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, delimiter: UInt8, isEnd: Bool
  ) -> Found? {
    var scanner = CSVScanner(bytes: bytes, delimiter: delimiter, range: start..<bytes.count)
    var candidates: [CSVScanner] = []
    var rows: [[String]] = []
    while rows.count < Self.rowCount, scanner.next() {
      if !isEnd && scanner.position >= bytes.count { break }
      if scanner.isBlank { continue }
      let row = (0..<scanner.fieldCount).map { scanner.text($0) }
      if rows.isEmpty && fit(of: row).isHeader { return Found(scanner: scanner, rowsAbove: 0) }
      candidates.append(scanner)
      rows.append(row)
    }
    guard !rows.isEmpty else { return nil }
    let position = header(among: rows)
    return Found(
      scanner: candidates[position], rowsAbove: position, titles: rows[..<position].flatMap { $0 })
  }

  /// Names of columns in the header that the delimiter makes.
  func knownHeaders(of text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Int {
    guard let scanner = header(of: text, delimiter: delimiter, isEnd: true)?.scanner else {
      return 0
    }
    return fit(of: (0..<scanner.fieldCount).map { scanner.text($0) }).known
  }
}
