import Casting
import CastingFiles
import CastingReview

// What was read for a campaign, and how its headers and columns were understood.

extension Wording {
  /// Headings, column titles and short words of an input report.
  package enum CheckLabel: CaseIterable {
    case reading, notes, leftOut, blanked, findings
    case column, measured, least, median, most, unit, whereMissing
    case all
  }

  package func text(_ label: CheckLabel) -> String {
    pick(english: CheckEnglish.text(label), japanese: CheckJapanese.text(label))
  }

  /// A file that was read.
  package func line(_ file: InputReport.File) -> String {
    pick(english: CheckEnglish.line(file), japanese: CheckJapanese.line(file))
  }

  /// What of a table was not used, behind its line.
  package func missing(_ tally: TableTally) -> String {
    pick(english: "; ", japanese: "、")
      + missingRows(leftOut: tally.leftOut, read: tally.read, cells: tally.cellsBlanked)
  }

  /// Rows left out, and cells that count as not known; one of the two at least.
  func missingRows(leftOut: Int, read: Int, cells: Int) -> String {
    pick(
      english: CheckEnglish.missing(leftOut, read, cells),
      japanese: CheckJapanese.missing(leftOut, read, cells))
  }

  /// Objective, budget, and how much else the brief says.
  package func headline(_ campaign: Campaign) -> String {
    pick(english: CheckEnglish.headline(campaign), japanese: CheckJapanese.headline(campaign))
  }

  package func headersHeading(_ table: InputTable) -> String {
    pick(
      english: CheckEnglish.headersHeading(table), japanese: CheckJapanese.headersHeading(table))
  }

  package func columnsHeading(_ role: InputTable.Role, count: Int) -> String {
    pick(
      english: CheckEnglish.columnsHeading(role, count),
      japanese: CheckJapanese.columnsHeading(role, count))
  }

  package func name(_ match: ColumnMatch) -> String {
    pick(english: CheckEnglish.name(match), japanese: CheckJapanese.name(match))
  }

  /// The column; its header where the column's name does not tell it, and its position where the
  /// header does not.
  package func header(_ column: InputColumn, of table: InputTable) -> String {
    let header = column.header.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isAmbiguous = table.columns.count { $0.header == column.header } > 1
    return pick(
      english: CheckEnglish.header(column, header, isAmbiguous: isAmbiguous),
      japanese: CheckJapanese.header(column, header, isAmbiguous: isAmbiguous))
  }

  /// Name of a column, or of those of which one is enough.
  package func title(_ column: ColumnCoverage) -> String {
    pick(english: column.name, japanese: CheckJapanese.title(column))
  }

  /// How many rows know a column that not all know.
  package func known(_ column: ColumnCoverage) -> String {
    if column.known == column.rows { return text(.all) }
    return pick(
      english: CheckEnglish.known(column.known, of: column.rows),
      japanese: CheckJapanese.known(column.known, of: column.rows))
  }

  /// What is counted, where the number as it is shown does not say it.
  package func name(_ unit: ColumnUnit) -> String {
    pick(english: CheckEnglish.name(unit), japanese: CheckJapanese.name(unit))
  }

  /// The grade of what is used where a column is not known, and what that is.
  package func text(_ standIn: StandIn) -> String {
    pick(english: CheckEnglish.text(standIn), japanese: CheckJapanese.text(standIn))
  }

  /// What looks wrong, with the count of rows.
  package func title(_ finding: ReviewFinding) -> String {
    let text = headline(finding)
    if finding.marks.isEmpty { return text }
    return pick(
      english: CheckEnglish.title(text, finding), japanese: CheckJapanese.title(text, finding))
  }

  /// Rows of a finding that are not shown.
  package func moreMarks(_ count: Int, of finding: ReviewFinding) -> String {
    // One creator can have several cells in it.
    let areCells = finding.rowCount != finding.marks.count
    return pick(
      english: CheckEnglish.more(count, areCells: areCells),
      japanese: CheckJapanese.more(count, areCells: areCells))
  }

  package func ruleLine(_ finding: ReviewFinding) -> String {
    pick(
      english: CheckEnglish.ruleLine(rule(finding)),
      japanese: CheckJapanese.ruleLine(rule(finding)))
  }

  /// `line 7`, or `row 7` where the source has no lines.
  package func place(_ number: Int, countsRows: Bool) -> String {
    pick(
      english: CheckEnglish.place(number, countsRows: countsRows),
      japanese: CheckJapanese.place(number, countsRows: countsRows))
  }

  /// A place and who stands there.
  package func place(_ place: String, of id: String) -> String {
    pick(english: "\(place) (\(id))", japanese: "\(place)（\(id)）")
  }

  package func conclusion(_ report: InputReport) -> String {
    pick(english: CheckEnglish.conclusion(report), japanese: CheckJapanese.conclusion(report))
  }
}
