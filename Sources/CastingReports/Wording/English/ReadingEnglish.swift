import CastingFiles

/// What was found out while inputs were read, in English.
enum ReadingEnglish {
  static func label(_ label: Wording.TalkLabel) -> String {
    switch label {
    case .note: "note: "
    case .leftOut: "left out: "
    case .blanked: "not known: "
    }
  }

  static func text(_ note: ReadingNote) -> String {
    switch note {
    case .unknownColumn(let file, let header, let field, let isCarried):
      if header.isEmpty { return "\(file): column \(field) has no header and was not used" }
      let name = header.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(file): the column \"\(name)\" is not one that castplan knows and was "
        + (isCarried ? "carried through" : "not used")
    case .unweighedCells(let file, let cells, let all, let trait):
      let (noun, weights) = words(trait)
      return
        "\(file): the names of \(cells == all ? "all \(all)" : "\(cells) of \(all)") cells tell "
        + "no \(noun); \(weights) do not count for them"
    case .replacedAudience(let file, let audience):
      return
        "\(file): its ages and genders of audiences are not used; \(audience) takes their place"
    case .surplusFields(let file, let rows, let all, let headers):
      return "\(file): \(rows == all ? "every row ends" : "\(rows) of \(all) rows end") with empty "
        + "fields beyond the \(headers) headers; they were dropped, as if each row ended with a "
        + "delimiter. If the header lacks its first column, add it"
    case .readAs(let file, let isGzip, let encoding, let form, let table):
      let parts = [
        isGzip ? "gzip" : nil, encoding.map(IssueEnglish.encoding),
        form.map { words($0, table: table ?? "") },
      ]
      return "\(file): read as \(parts.compactMap { $0 }.joined(separator: ", "))"
    case .hiddenRows(let file, let rows, let isFiltered):
      return "\(file): \(LabelEnglish.counted(rows, "hidden row")) "
        + "\(rows == 1 ? "was" : "were") read\(isFiltered ? ", those that the filter hides too" : "")"
    case .estimatedFollowers(let file, let creators):
      return "\(file): the followers of \(LabelEnglish.counted(creators, "creator")) are estimated "
        + "from tier or views"
    case .hiddenProducts(let file, let products):
      return "\(file): \(LabelEnglish.counted(products, "product")) not on sale (drafts, archived) "
        + "\(products == 1 ? "was" : "were") left out"
    case .mergedRows(let file, let rows, let creators):
      return "\(file): \(LabelEnglish.counted(rows, "row")) were taken for "
        + "\(LabelEnglish.counted(creators, "creator")) with a fee for each format"
    case .accounts(let file, let rows, let persons, let example):
      return "\(file): \(LabelEnglish.counted(rows, "row")) were taken for accounts of "
        + "\(LabelEnglish.counted(persons, "person")), with ids such as "
        + example.prefix(3).joined(separator: ", ")
    case .macros(let file): return "\(file): its macros were ignored"
    case .decision(let decision): return "\(decision.file): " + DecisionEnglish.text(decision)
    case .inexactCells(let file, let header, let kind, let cells):
      return "\(file): \"\(header)\": " + inexact(kind, cells)
    case .statedDelimiter(let file, let delimiter):
      let shown = delimiter == "\t" ? "a tab" : "\"\(delimiter)\""
      return "\(file): the first line, sep=, says that \(shown) stands between the fields"
    case .matchesNothing(let file, let line, let column, let noun, let attribute, let value):
      let place = Wording.place(file: file, line: line, column: column)
      return "\(place): no \(IssueEnglish.noun(noun)) has \(attribute) \"\(value)\""
    case .packageNotInPlay(let file, let package):
      return "\(file): the package \(package) is not used, as formats does not name it"
    case .packageNotOffered(let file, let package):
      return "\(file): nobody offers the package \(package): no creator has a fee for it"
    case .undatedWorks(let file, let creators):
      return
        "\(file): \(LabelEnglish.counted(creators, "creator")) worked for a competitor on a day "
        + "that recent does not say: that counts as recent"
    case .noRecentWorks(let file):
      return "\(file): the brief names competitors, and no recent says for whom creators worked: "
        + "nobody is left out for that"
    case .assumedAudience(let file, let creators, let all):
      return
        "\(file): of the audience of \(creators) of \(all) creators not all is known; where the "
        + "brief asks of audiences, the default mix stands in"
    case .sheetByHeaders(let file, let sheet, let role):
      return "\(file): by its headers, the sheet \"\(sheet)\" has \(IssueEnglish.role(role))"
    case .unusedSheets(let file, let sheets):
      return "\(file): \(sheets.count == 1 ? "the sheet was" : "these sheets were") not used: "
        + IssueEnglish.list(sheets)
    case .insteadOfSheet(let path, let file, let sheet, let role):
      return "\(file): \(path), given with \(IssueEnglish.option(role)), is read instead of the "
        + "sheet \"\(sheet)\""
    }
  }

  private static func inexact(_ kind: ReadingNote.InexactKind, _ cells: Int) -> String {
    let (count, verb) = (LabelEnglish.counted(cells, "cell"), cells == 1 ? "holds" : "hold")
    return switch kind {
    case .amounts:
      "\(count) \(verb) a range; its upper end counts, so that the budget holds"
    case .middleAmounts: "\(count) \(verb) a range; its middle counts, as the brief asks"
    case .lowAmounts: "\(count) \(verb) a range; its lower end counts, as the brief asks"
    case .ranges: "\(count) \(verb) a range; its middle counts"
    case .approximate: "\(count) \(verb) an approximate number; it counts as it is written"
    case .asks:
      "\(count) \(cells == 1 ? "is" : "are") to be asked for; a fee is estimated there"
    case .unpricedAsks:
      "\(count) \(cells == 1 ? "is" : "are") to be asked for; no deal is offered there, as estimates are in yen "
        + "and exchange_rates has no rate of JPY"
    case .excludedAsks:
      "\(count) \(cells == 1 ? "is" : "are") to be asked for; no deal is offered there, as the brief asks"
    }
  }

  private static func words(
    _ trait: ReadingNote.AudienceTrait
  ) -> (noun: String, weights: String) {
    switch trait {
    case .age: ("age", "age weights and appeals by age")
    case .gender: ("gender", "appeals to women and men")
    }
  }

  private static func words(_ form: ReadingNote.Form, table: String) -> String {
    switch form {
    case .semicolons: "\";\" between the fields"
    case .tabs: "tabs between the fields"
    case .sqlite: "SQLite table \(table)"
    case .workbook: "the sheet \(table)"
    case .jsonList: "a JSON list"
    case .parquet: "Parquet, by duckdb"
    case .jsonLines: "JSON Lines"
    case .jsonObjects: "JSON objects one after the other"
    case .jsonWrapper: "the JSON list \"\(table)\""
    case .jsonMap: "JSON objects by their keys, which are taken as \(table)"
    }
  }
}
