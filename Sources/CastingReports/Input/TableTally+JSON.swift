import CastingFiles

extension RowNoun {
  /// The table of such rows, as documents name it.
  package var table: String {
    switch self {
    case .creator: "creators"
    case .product: "products"
    case .deal: "deals"
    case .share: "audiences"
    }
  }
}

extension TableTally {
  /// Rows read, left out, and cells that count as not known, for programs.
  var members: [(key: String, value: JSONValue)] {
    [
      ("read", .number(Double(read))), ("left_out", .number(Double(leftOut))),
      ("cells_blanked", .number(Double(cellsBlanked))),
    ]
  }

  /// The same with the table.
  var document: JSONValue {
    .object([("table", .string(noun.table)), ("path", .string(path))] + members)
  }
}

extension JSONValue {
  /// Faults that are alike: the first with its code and arguments, how many, their values and places.
  init(_ group: FaultGroup) {
    self.init(group.first)
    guard case .object(let members) = self else { return }
    let number = { (count: Int) in JSONValue.number(Double(count)) }
    self = .object(
      members.filter { !["value", "line", "column"].contains($0.key) } + [
        ("field", JSONValue(group.field)),
        ("count", number(group.count)),
        (
          "values",
          .array(
            group.values.mostFrequent(.max).map {
              .object([("value", .string($0.text)), ("count", number($0.count))])
            })
        ),
        ("other_values", number(group.values.rest)),
        (
          "first",
          .array(
            group.issues.map {
              .object([
                ("line", JSONValue($0.line)), ("column", JSONValue($0.column)),
                ("value", $0.value.isEmpty ? .null : .string($0.value)),
              ])
            })
        ),
      ])
  }
}
