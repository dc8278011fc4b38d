import Tables

/// What faults of rows and cells are counted together: those that one sentence tells.
package enum FaultKind: Hashable, Sendable {
  case emptyCell
  case number(NumberFault)
  case outOfRange, unknownWord, badDay, unknownReference
  case fieldCount, duplicateIdentifier
  /// Anything else, by the name of its case: no column has it.
  case other(String)
}

extension InputFault {
  /// What it is counted with.
  package var kind: FaultKind {
    switch self {
    case .cell(let fault): fault.kind
    case .table(.fieldCount): .fieldCount
    case .table(.duplicateIdentifier): .duplicateIdentifier
    case .table(let fault): .other(Self.caseName(fault))
    case .row(let fault): .other(Self.caseName(fault))
    case .workbook(let fault): .other(Self.caseName(fault))
    case .file, .matrix, .form, .open, .brief, .question, .sheet: .other(Self.caseName(fact))
    }
  }

  /// Name of the column or key that it is in; "" for whole rows.
  package var columnName: String {
    switch self {
    case .cell(let fault): fault.name.part == .named ? fault.name.name : ""
    case .table(.duplicateIdentifier(let name, _)), .table(.scatteredRows(let name, _)),
      .table(.binaryValue(let name)):
      name
    default: ""
    }
  }

  private static func caseName(_ fault: Any) -> String {
    String(String(describing: fault).prefix { $0 != "(" })
  }
}

extension CellFault {
  fileprivate var kind: FaultKind {
    switch self {
    case .emptyCell: .emptyCell
    case .badNumber(_, _, let fault, _, _, _): .number(fault)
    case .outOfRange: .outOfRange
    case .unknownWord: .unknownWord
    case .badDay: .badDay
    case .unknownReference, .leftOutReference: .unknownReference
    }
  }

  /// What it is in.
  var name: InputSubject {
    switch self {
    case .emptyCell(let name, _), .badNumber(let name, _, _, _, _, _),
      .outOfRange(let name, _, _), .unknownWord(let name, _), .badDay(let name, _),
      .unknownReference(let name, _, _), .leftOutReference(let name, _, _, _):
      name
    }
  }

  /// The same of another name.
  fileprivate func called(_ name: InputSubject) -> CellFault {
    switch self {
    case .emptyCell(_, let meaning): .emptyCell(name: name, meaning: meaning)
    case .badNumber(_, let meaning, let fault, let isRequired, let percent, let share):
      .badNumber(
        name: name, meaning: meaning, fault: fault, isRequired: isRequired, percent: percent,
        share: share)
    case .outOfRange(_, let meaning, let isRequired):
      .outOfRange(name: name, meaning: meaning, isRequired: isRequired)
    case .unknownWord(_, let words): .unknownWord(name: name, words: words)
    case .badDay(_, let isRequired): .badDay(name: name, isRequired: isRequired)
    case .unknownReference(_, let noun, let table):
      .unknownReference(name: name, noun: noun, table: table)
    case .leftOutReference(_, let noun, let table, let line):
      .leftOutReference(name: name, noun: noun, table: table, line: line)
    }
  }
}

extension InputFault {
  /// The same fault, its column called as the user calls it.
  package func called(_ header: String) -> InputFault {
    switch self {
    case .cell(let fault) where fault.name.part == .named && !fault.name.isKey:
      .cell(fault.called(.named(header)))
    case .table(.duplicateIdentifier(_, let firstLine)):
      .table(.duplicateIdentifier(name: header, firstLine: firstLine))
    case .table(.scatteredRows(_, let firstLine)):
      .table(.scatteredRows(name: header, firstLine: firstLine))
    case .table(.binaryValue): .table(.binaryValue(name: header))
    default: self
    }
  }
}

extension InputFault {
  /// The same fault without what it says of one value.
  package var general: InputFault {
    guard case .cell(.badNumber(let name, let meaning, let fault, let isRequired, _, _)) = self
    else { return self }
    return .cell(
      .badNumber(
        name: name, meaning: meaning, fault: fault, isRequired: isRequired, percent: nil,
        share: nil))
  }

  /// Whether the value alone tells what is wrong with it.
  package var isOfValue: Bool {
    if case .cell = self { true } else { false }
  }

  /// Whether it says what its value would be as a percentage.
  package var tellsPercent: Bool {
    if case .cell(.badNumber(_, _, _, _, let percent, _)) = self { percent != nil } else { false }
  }
}
