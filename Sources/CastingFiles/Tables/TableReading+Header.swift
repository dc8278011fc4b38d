import CastingReview
import Tables

extension TableReading {
  /// Matches the header that `scanner` stands at; false, with issues, when it cannot be used.
  mutating func readHeader(_ found: TableHead.Found, lineOffset: Int = 0) -> Bool {
    let scanner = found.scanner
    for fault in scanner.faults {
      let place = InputPlace(
        file: file.path, line: scanner.line(at: fault.offset) + lineOffset,
        column: fault.field + 1)
      issues.append(.structure(fault, text: scanner.text(fault.field), at: place))
    }
    guard scanner.faults.isEmpty else { return false }
    guard scanner.position - scanner.recordStart <= TextBlock.maximumRecord else {
      reportEndlessRecord(line: scanner.line + lineOffset)
      return false
    }
    let line = scanner.line + lineOffset
    match(headers: (0..<scanner.fieldCount).map { scanner.text($0) }, line: line)
    if found.rowsAbove > 0 { noteTitleRows(header: line) }
    table.titleUnits = TitleUnits(found.titles)
    return true
  }

  /// Says that the header is not the first row there is.
  mutating func noteTitleRows(header line: Int) {
    let known = table.match.map { match in
      zip(match.headers, match.columnOfField).filter { $0.1 != nil }.map(\.0)
    }
    table.decisions.append(
      ReadingDecision(
        table: source.schema.role, file: file.path, .headerRow(line: line), .certain,
        .headers(found: known ?? [])))
  }

  /// Starts the table with these headers.
  ///
  /// - Parameters:
  ///   - places: the file of places in the table, where that is not its path.
  ///   - columns: column of each field in the file, from 0, where the file has others between.
  mutating func match(
    headers: [String], line: Int?, places: String? = nil, columns: [Int]? = nil
  ) {
    let export = source.schema.rowNoun == .product ? ProductExport.matching(headers) : nil
    let schema = export?.schema(source.schema) ?? source.schema
    var match = HeaderMatch(
      headers: headers, schema: schema,
      statements: export?.statements(headers, but: source.statements) ?? source.statements,
      file: file.path, line: line, carriesUnknown: source.carriesUnknown, issues: &issues,
      notes: &notes)
    match.export = export
    for (field, column) in match.columnOfField.enumerated() {
      guard let column, column < schema.columns.count,
        source.ignoredColumns.contains(schema.columns[column].name)
      else { continue }
      match.columnOfField[field] = nil
    }
    table = TypedTable(
      schema: schema.carrying(match.carriedHeaders), match: match,
      file: places ?? file.path)
    table.conventions = source.conventions
    table.statesFormats = source.statesFormats
    table.values = source.values
    table.terms = source.terms
    table.isReread = source.isReread
    table.columnsOfFields = columns
    table.faultSettings = source.faultSettings
  }

  /// The delimiter of a delimited text: of `,` `;` and tab the one that makes the most of its
  /// headers known; on a tie the most frequent in the first line that has any.
  mutating func delimiter(of text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let frequent = CSVScanner.detectDelimiter(text)
    let head = TableHead(source)
    var best = (delimiter: frequent, known: head.knownHeaders(of: text, frequent))
    for candidate in Delimiter.all where candidate != frequent {
      let known = head.knownHeaders(of: text, candidate)
      if known > best.known { best = (candidate, known) }
    }
    hasSemicolons = best.delimiter == UInt8(ascii: ";")
    return best.delimiter
  }

  /// Says what was found out about the file, where it is not the usual.
  ///
  /// - name: of the list or the column that a form of JSON goes by.
  mutating func noteForm(
    _ form: ReadingNote.Form?, name: String? = nil, encoding: TextEncoding, isCompressed: Bool
  ) {
    guard isCompressed || encoding != .utf8 || form != nil else { return }
    notes.append(
      .readAs(
        file: file.path, isGzip: isCompressed, encoding: encoding == .utf8 ? nil : encoding,
        form: form, table: name))
  }

  /// The same for delimited text.
  mutating func noteForm(
    _ delimiter: UInt8, _ separator: SeparatorLine?, encoding: TextEncoding, isCompressed: Bool
  ) {
    let form = source.isConverted ? .parquet : separator == nil ? Delimiter.form(delimiter) : nil
    noteForm(form, encoding: encoding, isCompressed: isCompressed)
    guard separator != nil else { return }
    notes.append(
      .statedDelimiter(
        file: file.path, delimiter: String(decoding: [delimiter], as: UTF8.self)))
  }
}

/// The characters that part fields.
enum Delimiter {
  static let comma = UInt8(ascii: ",")
  static let all = [comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// What a table with it is; nil for the usual.
  static func form(_ delimiter: UInt8) -> ReadingNote.Form? {
    switch delimiter {
    case comma: nil
    case UInt8(ascii: "\t"): .tabs
    default: .semicolons
    }
  }
}
