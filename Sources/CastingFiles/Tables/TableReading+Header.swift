import Tables

extension TableReading {
  /// Matches the header that `scanner` stands at; false, with issues, when it cannot be used.
  mutating func readHeader(_ scanner: CSVScanner, lineOffset: Int = 0) -> Bool {
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
    match(
      headers: (0..<scanner.fieldCount).map { scanner.text($0) }, line: scanner.line + lineOffset)
    return true
  }

  /// Starts the table with these headers.
  mutating func match(headers: [String], line: Int?) {
    var match = HeaderMatch(
      headers: headers, schema: source.schema, columnMap: source.columnMap, file: file.path,
      line: line, carriesUnknown: source.carriesUnknown, issues: &issues, notes: &notes)
    for (field, column) in match.columnOfField.enumerated() {
      guard let column, column < source.schema.columns.count,
        source.ignoredColumns.contains(source.schema.columns[column].name)
      else { continue }
      match.columnOfField[field] = nil
    }
    table = TypedTable(
      schema: source.schema.carrying(match.carriedHeaders), match: match, file: file.path)
  }

  /// The delimiter of a delimited text: of `,` `;` and tab the one that makes the most of its
  /// headers known; on a tie the most frequent in the first line that has any.
  func delimiter(of text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let frequent = CSVScanner.detectDelimiter(text)
    var best = (delimiter: frequent, known: knownHeaders(text, frequent))
    for candidate in Delimiter.all where candidate != frequent {
      let known = knownHeaders(text, candidate)
      if known > best.known { best = (candidate, known) }
    }
    return best.delimiter
  }

  private func knownHeaders(_ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Int {
    var scanner = CSVScanner(bytes: text, delimiter: delimiter)
    repeat {
      guard scanner.next() else { return 0 }
    } while scanner.isBlank
    let mapped = Set(source.columnMap.values.map(HeaderText.normalized))
    return (0..<scanner.fieldCount).count { field in
      let header = HeaderText.normalized(scanner.text(field))
      return source.schema.columnOfHeader[header] != nil || mapped.contains(header)
    }
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
