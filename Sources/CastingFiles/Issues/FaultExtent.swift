/// The least that has to be left out for an input to be sound.
public enum FaultExtent: String, CaseIterable, Codable, Sendable {
  /// No part of it would mend it.
  case input
  case row, cell
}

extension InputFault {
  /// What the fault takes of a table: its row where the row cannot be used without the cell.
  var extent: FaultExtent {
    switch self {
    case .cell(let fault): fault.extent
    case .row(let fault): fault.extent
    // A cell that every row needs has an issue of its own.
    case .workbook: .cell
    case .table, .file, .matrix, .form, .open, .brief, .question, .sheet: .row
    }
  }
}

extension CellFault {
  fileprivate var extent: FaultExtent {
    switch self {
    case .emptyCell, .unknownReference, .leftOutReference: .row
    case .badNumber(_, _, _, let isRequired, _, _), .outOfRange(_, _, let isRequired),
      .badDay(_, let isRequired):
      isRequired ? .row : .cell
    case .unknownWord: .cell
    }
  }
}

extension RowFault {
  fileprivate var extent: FaultExtent {
    switch self {
    // All these cells may be missing.
    case .ageSum, .dayOrder, .creatorLimits: .cell
    case .cellSum, .duplicateAudienceCell, .tooManyCells, .audienceOfOtherCells, .duplicateDeal,
      .dealPrediction, .bookingWithoutProduct, .bookedFormatNotInPlay, .bookedOutside, .twoBookings:
      .row
    }
  }
}
