import Casting
import Tables

/// Audiences of creators, told cell by cell in a table of their own.
struct AudienceTable {
  /// By name, in the order of their Unicode scalars: rows may come in any order.
  private(set) var cells: AudienceCells
  /// Shares of one audience after another, S each; they add to 1.
  private var shares: [Double]
  /// Position of an audience by the id of its creator.
  private let places: [String: Int]
  /// An id, and where it stands first; by position.
  private let first: [Cell]
  /// Lines of its rows; by position.
  private let lines: [[UInt32]]
  let file: String

  init(
    cells: AudienceCells, shares: [Double], places: [String: Int], first: [Cell],
    lines: [[UInt32]], file: String
  ) {
    self.cells = cells
    self.shares = shares
    self.places = places
    self.first = first
    self.lines = lines
    self.file = file
  }

  /// Rows of all audiences.
  var rows: Int { lines.reduce(0) { $0 + $1.count } }

  /// Arranges the shares by other cells, with 0 for those that the table does not have; false, and
  /// nothing done, where it has cells that are not among them.
  mutating func arrange(by others: AudienceCells) -> Bool {
    if cells == others { return true }
    let targets = cells.names.compactMap { others.names.firstIndex(of: $0) }
    guard targets.count == cells.count else { return false }
    var arranged = [Double](repeating: 0, count: first.count * others.count)
    for audience in first.indices {
      for (cell, target) in targets.enumerated() {
        arranged[audience * others.count + target] = shares[audience * cells.count + cell]
      }
    }
    (cells, shares) = (others, arranged)
    return true
  }

  /// Gives the creators of a roster, or of a part of it, their audiences in place of ages and
  /// genders, and marks those that were met.
  func attach(to roster: inout Roster, met: inout Set<Int>) {
    let width = cells.count
    var columns = [Double](repeating: .nan, count: roster.count * width)
    for creator in 0..<roster.count {
      guard let audience = places[roster.creatorIDs[creator]] else { continue }
      met.insert(audience)
      for cell in 0..<width { columns[creator * width + cell] = shares[audience * width + cell] }
    }
    roster.audienceCells = cells
    roster.cellShares = columns
    roster.femaleShares = NumberColumn()
    roster.ageShares = roster.ageShares.map { _ in NumberColumn() }
  }

  /// An issue for each audience whose creator was not met.
  func issuesOfStrangers(
    met: Set<Int>, roster: String, _ settings: FaultSettings
  ) -> InputIssues {
    var issues = InputIssues(settings)
    for audience in first.indices where !met.contains(audience) {
      issues.appendRow(
        .unknownReference(first[audience], .creator, file: roster),
        cells: lines[audience].map { (first[audience].place.moved(to: $0), first[audience].text) })
    }
    return issues
  }

  /// Tells of the audiences whose creators were not met, and leaves them out if that is asked for.
  func reportStrangers(met: Set<Int>, roster: String, _ context: inout ReadingContext) {
    let strangers = issuesOfStrangers(met: met, roster: roster, context.faultSettings)
    context.rejects?.append(strangers.journal)
    guard context.leavesOut else {
      context.issues.append(contentsOf: strangers)
      return
    }
    context.skipped.append(contentsOf: strangers)
    context.tallies.leaveOut(rowsOfStrangers(met: met), of: .share)
  }

  /// Rows of the audiences whose creators were not met.
  func rowsOfStrangers(met: Set<Int>) -> Int {
    lines.indices.reduce(0) { $0 + (met.contains($1) ? 0 : lines[$1].count) }
  }

  /// What is to be said where the brief or the products weigh ages or genders and cells tell none.
  func weightNotes(_ brief: Brief, _ products: ProductList) -> [ReadingNote] {
    var notes: [ReadingNote] = []
    let weighsAges =
      brief.ageWeights.contains { $0 != 1 }
      || products.products.contains { $0.appealByAge.contains { $0 != 1 } }
    let silent = cells.ageOfCell.count { $0 == nil }
    if weighsAges && silent > 0 {
      notes.append(
        .unweighedCells(file: file, cells: silent, all: cells.count, trait: .age))
    }
    let weighsGenders = products.products.contains { $0.appealFemale != 1 || $0.appealMale != 1 }
    let genderless = cells.genderOfCell.count { $0 == nil }
    if weighsGenders && genderless > 0 {
      notes.append(
        .unweighedCells(file: file, cells: genderless, all: cells.count, trait: .gender))
    }
    return notes
  }

  /// What is to be said where the roster itself tells of audiences; nil where it does not.
  func replacementNote(_ roster: Roster, file rosterFile: String) -> ReadingNote? {
    guard roster.femaleShares.isPresent || roster.ageShares.contains(where: \.isPresent) else {
      return nil
    }
    return .replacedAudience(file: rosterFile, audience: file)
  }
}

extension TableSchema {
  /// Columns of a table of audiences: a row for each cell of each creator.
  static let audience = TableSchema(
    rowNoun: .share,
    columns: [
      .init(
        name: "creator_id", kind: .text, isRequired: true,
        aliases: ["creator", "クリエイターID", "インフルエンサーID"]),
      .init(
        name: "cell", kind: .category, isRequired: true,
        aliases: ["audience_cell", "segment", "セル", "区分", "セグメント"]),
      .init(
        name: "share", kind: .number(.rate(usual: 0.02...1)), isRequired: true,
        aliases: ["audience_share", "比率", "割合", "構成比"]),
    ])
}
