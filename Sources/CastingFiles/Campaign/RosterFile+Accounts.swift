import Casting
import CastingReview

extension RosterFile {
  /// Makes accounts of rows that name the same person on several platforms: each has an id of its own, as
  /// `C1@tiktok`, and `person` says whose they are.
  ///
  /// Rows stay as they are where one of them names no platform, or where they state several persons: then
  /// the id is repeated.
  ///
  /// - Parameter index: of the ids as written.
  static func nameAccounts(
    _ table: inout TypedTable, _ index: IdentifierIndex, _ context: inout ReadingContext
  ) {
    guard table.has("platform"), !index.duplicates.isEmpty else { return }
    let persons = accounts(table, in: groups(index))
    guard !persons.isEmpty else { return }
    for person in persons.prefix(ReadingDecision.mostOfRows) {
      context.decisions.append(decision(person, table))
    }
    context.notes.append(note(persons, table))
    rename(persons, in: &table)
  }

  /// Rows that are accounts of one person.
  struct AccountRows {
    var person: String
    /// In the order of the table.
    var rows: [Int]
    /// Ids of their own; the same where rows repeat an account.
    var ids: [String]
  }

  /// Rows of the ids that stand in several, by their first rows.
  private static func groups(_ index: IdentifierIndex) -> [[Int]] {
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for (first, second) in index.duplicates {
      if let place = places[first] {
        groups[place].append(second)
      } else {
        places[first] = groups.count
        groups.append([first, second])
      }
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// - Parameter groups: rows of one id each.
  static func accounts(_ table: TypedTable, in groups: [[Int]]) -> [AccountRows] {
    guard table.has("platform"), !groups.isEmpty else { return [] }
    let platforms = table.category("platform")
    let stated = table.text("person")
    let ids = table.text("creator_id")
    return groups.compactMap { rows in
      let names = rows.map { platforms[$0].lowercased() }
      let persons = Set(rows.lazy.map { stated[$0] }.filter { !$0.isEmpty })
      guard Set(names).count > 1, !names.contains(""), persons.count < 2 else { return nil }
      let id = ids[rows[0]]
      return AccountRows(
        person: persons.first ?? id, rows: rows, ids: names.map { "\(id)@\($0)" })
    }
  }

  static func rename(_ persons: [AccountRows], in table: inout TypedTable) {
    guard !persons.isEmpty, let column = table.schema.identifierColumn,
      let place = table.schema.index(of: "person")
    else { return }
    var account: [Int: (id: String, person: String)] = [:]
    for person in persons {
      for (row, id) in zip(person.rows, person.ids) { account[row] = (id, person.person) }
    }
    let (written, stated) = (table.text("creator_id"), table.text("person"))
    table.writtenIdentifiers = written
    table.texts[column] = TextColumn(
      (0..<table.rows).lazy.map { account[$0]?.id ?? written[$0] })
    table.texts[place] = TextColumn(
      (0..<table.rows).lazy.map { account[$0]?.person ?? stated[$0] })
    table.madeColumns.insert(place)
    for (row, names) in account {
      var id = names.id
      table.identifierHashes[row] = id.withUTF8 { IdentifierIndex.hash($0) }
    }
  }

  static func decision(_ person: AccountRows, _ table: TypedTable) -> ReadingDecision {
    ReadingDecision(
      table: .creators, file: SheetPlace.shown(table.file),
      .accounts(person: person.person, lines: person.rows.map { Int(table.lines[$0]) }),
      .certain, .sameIdentifier)
  }

  static func note(_ persons: [AccountRows], _ table: TypedTable) -> ReadingNote {
    .accounts(
      file: SheetPlace.shown(table.file), rows: persons.reduce(0) { $0 + $1.rows.count },
      persons: persons.count, example: persons.first?.ids ?? [])
  }
}
