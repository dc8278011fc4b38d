import CastingFiles
import CastingReports
import CastingReview
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
      .assumedAudience(file: "a.csv", creators: 2, all: 9),
      .undatedWorks(file: "a.csv", creators: 1), .undatedWorks(file: "a.csv", creators: 2),
      .noRecentWorks(file: "a.csv"), .macros(file: "a.csv"),
      .hiddenRows(file: "a.csv", rows: 1, isFiltered: true),
      .hiddenRows(file: "a.csv", rows: 3, isFiltered: false),
      .mergedRows(file: "a.csv", rows: 4, creators: 2),
      .accounts(file: "a.csv", rows: 4, persons: 2, example: ["memo@x", "memo@y"]),
      .estimatedFollowers(file: "a.csv", creators: 3),
      .hiddenProducts(file: "a.csv", products: 1), .hiddenProducts(file: "a.csv", products: 2),
      .matchesNothing(
        file: "a.csv", line: 2, column: 5, noun: .creator, attribute: "agency", value: "Acme"),
      .matchesNothing(
        file: "a.csv", line: nil, column: nil, noun: .product, attribute: "category", value: "x"),
      .packageNotInPlay(file: "a.csv", package: "memo"),
      .packageNotOffered(file: "a.csv", package: "memo"),
      .unusedSheets(file: "a.csv", sheets: ["memo"]),
      .unusedSheets(file: "a.csv", sheets: ["memo", "people"]),
    ]
    + SheetRole.allCases.flatMap {
      [
        .sheetByHeaders(file: "a.csv", sheet: "memo", role: $0),
        .insteadOfSheet(path: "cells.csv", file: "a.csv", sheet: "memo", role: $0),
      ]
    }

  /// What was decided and on what that rests, each said once.
  static let decisions: [ReadingNote] = {
    let readings: [ReadingDecision.Reading] = [
      .sheet(name: "memo"), .headerRow(line: 3), .endsAtRow(line: 9), .totalRowLeftOut(line: 8),
      .fraction, .perCent, .pointDecimals, .commaDecimals, .scale(power: 4), .currency(code: "JPY"),
      .exchanged(code: "USD", campaign: "JPY", rate: 150.5),
      .taxExcluded, .taxIncluded, .oneCreator(creator: "people", lines: [3, 4]),
      .accounts(person: "people", lines: [3, 4]),
      .identifier(column: "people"), .variants(products: 2, rows: 5), .scale(power: 3),
    ]
    let evidence: [ReadingDecision.Evidence] = [
      .stated, .header, .cells(count: 2, example: "1.5"),
      .aboveOne(count: 3, of: 4, example: "3.8"), .usual(middle: 0.02, other: 2),
      .wholeThings(example: "45.000"), .impossible(example: "16,037 M"), .size(example: "1.5"),
      .headers(found: ["memo"]), .headers(found: []), .anotherTable(text: "memo"),
      .sum(column: "memo"), .word(text: "memo"), .convention, .sameIdentifier, .title(text: "memo"),
      .stated, .header,
    ]
    return zip(readings, evidence).flatMap { reading, evidence in
      ReadingDecision.Basis.allCases.map {
        .decision(
          ReadingDecision(
            table: .creators, file: "a.csv", column: "memo", header: "memo", field: 2, reading, $0,
            evidence))
      }
    }
      + ReadingNote.InexactKind.allCases.flatMap { kind in
        [1, 3].map { .inexactCells(file: "a.csv", header: "memo", kind: kind, cells: $0) }
      }
  }()

  @Test func everyNoteIsSaid() throws {
    try TalkCheck.expectSaid(
      ReadingNote.self, declaredIn: "ReadingNote.swift", Self.notes + Self.decisions,
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
