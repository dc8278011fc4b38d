/// What a number of a column counts.
package enum ColumnUnit: String, Sendable {
  case people, viewers, yen, share, posts, deals, units, creators, orders
  case megabits = "Mbit/s"
  /// Multiplies something.
  case factor
  /// In the unit of the objective.
  case value
  /// No number.
  case none
}

/// How many rows know a column, where its numbers lie, and what stands in where it is empty.
package struct ColumnCoverage: Sendable {
  package var name: String
  package var known: Int
  package var rows: Int
  package var unit: ColumnUnit
  /// Nil for texts, and where no row knows the column.
  package var range: NumberRange?
  /// What is used instead; nil where every row has to know it.
  package var standIn: StandIn?

  init(
    _ name: String, _ unit: ColumnUnit, known: Int, of rows: Int, range: NumberRange? = nil,
    standIn: StandIn? = nil
  ) {
    self.name = name
    self.unit = unit
    self.known = known
    self.rows = rows
    self.range = range
    self.standIn = standIn
  }

  /// A column of numbers as its table has it.
  init(
    _ name: String, _ unit: ColumnUnit, in table: InputTable, of rows: Int, standIn: StandIn?
  ) {
    let range = table.column(name)?.range
    self.init(
      name, unit, known: range?.known ?? 0, of: rows, range: range, standIn: standIn)
  }
}
