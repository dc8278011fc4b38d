import CastingFiles

/// Columns of the creator table that have no meaning to a plan and stand behind its own.
package struct CarriedCells: Sendable {
  /// As written in the creator table; they may repeat.
  package var headers: [String]
  /// By creator id, a text for each header.
  package var cellsOfCreator: [String: [String]]

  /// Nothing is carried unless it is given.
  package init(headers: [String] = [], cellsOfCreator: [String: [String]] = [:]) {
    self.headers = headers
    self.cellsOfCreator = cellsOfCreator
  }

  /// A column for each header; one whose name is taken is numbered, as `rank (2)`.
  func columns(behind taken: [String]) -> [ReportTable.Column] {
    var taken = Set(taken)
    return headers.map { header in
      var name = header
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(header) (\(number))"
        number += 1
      }
      return ReportTable.Column(name, name, .text)
    }
  }

  func cells(of creatorID: String) -> [ReportTable.Cell] {
    let cells = cellsOfCreator[creatorID] ?? Array(repeating: "", count: headers.count)
    return cells.map { .text($0) }
  }
}
