extension AllocationProblem {
  /// The option's amount in every list.
  package func amounts(of option: Int) -> [Double] { amounts.map { $0[option] } }

  /// The option's amount in the list that a row names; 0 where it names none.
  @inline(__always)
  package func amount(of option: Int, in row: AllocationRow) -> Double {
    row.amount.map { amounts[$0][option] } ?? 0
  }

  /// What an option of an item adds to a row's sum, without fixed costs and touched items.
  package func weight(of option: Int, ofItem item: Int, in row: AllocationRow) -> Double {
    row.weight(
      isInside: row.isInside(item: item, kind: Int(optionKind[option])), cost: optionCost[option],
      amount: amount(of: option, in: row))
  }
}

extension AllocationRow {
  /// The one of an option's amounts that the row counts; 0 where it names no list.
  package func amount(among amounts: [Double]) -> Double { amount.map { amounts[$0] } ?? 0 }
}
