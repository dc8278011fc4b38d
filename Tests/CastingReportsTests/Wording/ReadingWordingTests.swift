import CastingFiles
import CastingReports
import Tables
import Testing

@Suite struct ReadingWordingTests {
  static let notes: [ReadingNote] =
    ReadingNote.Form.allCases.map {
      .readAs(file: "a.csv", isGzip: true, encoding: .cp932, form: $0, table: "people")
    }
    + ReadingNote.AudienceTrait.allCases.flatMap { trait in
      [2, 3].map { .unweighedCells(file: "a.csv", cells: $0, all: 3, trait: trait) }
    }
    + [true, false].flatMap {
      [
        .unknownColumn(file: "a.csv", header: "memo", field: 4, isCarried: $0),
        .unknownColumn(file: "a.csv", header: "", field: 4, isCarried: false),
        .surplusFields(file: "a.csv", rows: $0 ? 9 : 2, all: 9, headers: 5),
      ]
    } + [
      .readAs(file: "a.csv", isGzip: false, encoding: .utf16BigEndian, form: nil, table: nil),
      .statedDelimiter(file: "a.csv", delimiter: ";"),
      .statedDelimiter(file: "a.csv", delimiter: "\t"),
      .replacedAudience(file: "a.csv", audience: "cells.csv"),
      .matchesNothing(
        file: "a.csv", line: 2, column: 5, noun: .creator, attribute: "agency", value: "Acme"),
      .matchesNothing(
        file: "a.csv", line: nil, column: nil, noun: .product, attribute: "category", value: "x"),
      .unusedSheets(file: "a.csv", sheets: ["memo"]),
      .unusedSheets(file: "a.csv", sheets: ["memo", "people"]),
    ]
    + SheetRole.allCases.flatMap {
      [
        .sheetByHeaders(file: "a.csv", sheet: "memo", role: $0),
        .insteadOfSheet(path: "cells.csv", file: "a.csv", sheet: "memo", role: $0),
      ]
    }

  @Test func everyNoteIsSaid() throws {
    try TalkCheck.expectSaid(
      ReadingNote.self, declaredIn: "ReadingNote.swift", Self.notes,
      names: ["a.csv", "cells.csv", "memo", "people"]
    ) { wording, note in
      #expect(wording.text(note).hasPrefix("a.csv:"))
      #expect(wording.line(note: note).hasSuffix(wording.text(note)))
      return wording.text(note)
    }
    for note in Self.notes { #expect(Wording.japanese.text(note).hasSuffix("。")) }
  }

  /// Notes are kept with rosters that were read before.
  @Test func notesAreKeptWhole() throws {
    for note in Self.notes { #expect(try Codec.copy(note) == note) }
  }
}
