import CastingFiles

/// A JSON value that keeps the order of its keys, which Foundation's encoder does not.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// Not finite: written as null.
  case number(Double)
  case integer(UInt64)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// An amount of the campaign's currency, without the rounding of what it is the sum of.
  static func money(_ amount: Double) -> JSONValue { .number(Amount.currency.snapped(amount)) }

  init(_ cell: ReportTable.Cell) {
    switch cell {
    case .text(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .bool(flag)
    case .missing: self = .null
    }
  }

  /// An object per row, keyed by column.
  init(rows table: ReportTable) {
    self = .array(table.rows.map { .object(Self.members(of: $0, in: table)) })
  }

  static func members(
    of row: [ReportTable.Cell], in table: ReportTable, except keys: Set<String> = []
  ) -> [(key: String, value: JSONValue)] {
    zip(table.columns, row).filter { !keys.contains($0.0.key) }
      .map { (key: $0.key, value: JSONValue($1)) }
  }
}
