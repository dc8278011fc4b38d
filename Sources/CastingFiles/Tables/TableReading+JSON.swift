import Tables

extension TableReading {
  /// Reads the objects of a JSON text; their keys are the headers.
  ///
  /// Keys may differ from object to object, so the text is read twice: first for all keys, in the order
  /// of first appearance, then for the rows. A text that may be a single object is looked through before.
  mutating func readJSON(_ text: TextBlock) {
    guard let layout = layout(of: text) else { return }
    guard var text = open() else { return }
    text.readMore()
    var keys = JSONKeys()
    var reader = JSONObjectReader()
    JSONText.forEachObject(of: &text, layout) { object in
      // What cannot be read is reported with the rows.
      guard (try? reader.read(object.bytes)) != nil else { return true }
      keys.add(reader)
      return keys.names.count <= JSONKeys.maximumCount
    }
    guard keys.names.count <= JSONKeys.maximumCount else {
      issues.append(.tooManyKeys(file.path, maximum: JSONKeys.maximumCount))
      return
    }
    let identifier = layout == .map ? identifierField(keys.names) : nil
    // Without any key there is no object that could be read, and the faults say all.
    if !keys.names.isEmpty {
      match(headers: keys.names + (identifier?.isAdded == true ? [identifierName] : []), line: nil)
    }
    table.hasFieldPlaces = false
    readRows(
      JSONRows(
        keys: keys, identifier: identifier, chunk: TableChunk(table), source.faultSettings), layout)
  }

  /// How the objects lie in the text, of which the first block was read; nil, with an issue, where that
  /// cannot be told.
  private mutating func layout(of text: TextBlock) -> JSONLayout? {
    var text = text
    let layout: JSONLayout
    if text.bytes.first(where: { !JSONText.isBlank($0) }) == UInt8(ascii: "[") {
      layout = .list
    } else {
      var survey = JSONLayoutSurvey()
      while true {
        text.bytes.withUnsafeBufferPointer { survey.look(at: $0) }
        text.consumed = text.bytes.count
        if survey.layout != nil || text.isEnd { break }
        text.readMore()
      }
      layout = survey.conclusion()
    }
    if case .severalLists(let names) = layout {
      issues.append(.severalLists(file.path, names: names))
      return nil
    }
    noteForm(
      Self.form(layout), name: name(layout), encoding: text.stream.encoding,
      isCompressed: text.stream.isCompressed)
    return layout
  }

  private static func form(_ layout: JSONLayout) -> ReadingNote.Form {
    switch layout {
    case .lines: .jsonLines
    case .objects: .jsonObjects
    case .list, .severalLists: .jsonList
    case .wrapped: .jsonWrapper
    case .map: .jsonMap
    }
  }

  private func name(_ layout: JSONLayout) -> String? {
    switch layout {
    case .lines, .objects, .list, .severalLists: nil
    case .wrapped(let name, _): name
    case .map: identifierName
    }
  }

  private mutating func readRows(_ rows: JSONRows, _ layout: JSONLayout) {
    guard var text = open() else { return }
    text.readMore()
    var rows = rows
    let (stop, place) = JSONText.forEachObject(of: &text, layout) { object in
      rows.read(object, file: file.path)
      if object.isLastOfBlock || rows.isFull { rows.flush(into: &self) }
      return rows.isText && !isStopped
    }
    rows.flush(into: &self)
    switch stop {
    case .end: break
    case .endlessObject:
      reportEndlessRecord(line: place.line, column: place.characters + 1)
      return
    case .fault(let fault):
      if text.problem == nil {
        let place = InputPlace(
          file: file.path, line: place.line, column: place.characters + 1)
        issues.append(.jsonLayout(fault, at: place))
        table.isWhole = false
      }
    }
    report(text.problem, line: line(behind: text, from: place))
  }

  /// The line on which the text that could be read ends.
  private func line(behind text: TextBlock, from place: TextPlace) -> Int {
    var place = place
    text.bytes.withUnsafeBufferPointer { place.move(over: $0[text.consumed...]) }
    return place.line
  }
}

extension TableReading {
  /// The column that tells rows apart; where none is made for that, the first that every row needs.
  private var identifierColumn: Int {
    let columns = source.schema.columns
    let identifier = columns.firstIndex { if case .identifier = $0.kind { true } else { false } }
    return identifier ?? columns.firstIndex(where: \.isRequired) ?? 0
  }

  private var identifierName: String { source.schema.columns[identifierColumn].name }

  /// The header that means this column; one behind the others where none does.
  private func identifierField(_ headers: [String]) -> JSONRows.Identifier {
    var (issues, notes) = (InputIssues(), [ReadingNote]())
    let match = HeaderMatch(
      headers: headers, schema: source.schema, statements: source.statements, file: file.path,
      line: nil, issues: &issues, notes: &notes)
    let field = match.columnOfField.firstIndex(of: identifierColumn)
    return JSONRows.Identifier(
      name: identifierName, field: field ?? headers.count, isAdded: field == nil)
  }
}
