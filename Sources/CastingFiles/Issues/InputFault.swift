import Casting
import Tables

/// What is wrong with an input, by what it is about.
public enum InputFault: Equatable, Sendable, Codable {
  /// A file that cannot be read at all.
  case file(FileProblem.Reason)
  /// A workbook, or one of its sheets.
  case workbook(WorkbookFault)
  /// A .npy file.
  case matrix(NPYProblem.Reason)
  /// What a file is, its encoding, and what it is used for.
  case form(FormFault)
  /// Records, headers and ids of a table.
  case table(TableFault)
  /// A single value of a table or a brief.
  case cell(CellFault)
  /// A column that two readings fit.
  case open(OpenReading)
  /// Values that do not go together.
  case row(RowFault)
  /// Keys of a brief and what it asks.
  case brief(BriefFault)
  /// Scenarios, and plans that are asked about.
  case question(QuestionFault)
  /// Sheets of a workbook that are, or should be, inputs.
  case sheet(InputSheetFault)

  /// The fault itself: its code and its arguments.
  public var fact: any Fact {
    switch self {
    case .file(let fault): fault
    case .workbook(let fault): fault
    case .matrix(let fault): fault
    case .form(let fault): fault
    case .table(let fault): fault
    case .cell(let fault): fault
    case .open(let reading): reading
    case .row(let fault): fault
    case .brief(let fault): fault
    case .question(let fault): fault
    case .sheet(let fault): fault
    }
  }
}

// Tables knows of no facts; its reasons are some all the same.
extension FileProblem.Reason: Fact {}
extension NPYProblem.Reason: Fact {}
