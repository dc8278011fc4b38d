extension Campaign {
  /// The same campaign with some of its creators, in the order of `rows`, which ascend.
  func selecting(_ rows: [Int]) -> Campaign {
    var selected = self
    selected.roster = roster.selecting(rows)
    selected.deals = deals.selecting(rows)
    return selected
  }
}

extension Roster {
  /// Some of the creators, in the order of `rows`.
  func selecting(_ rows: [Int], _ detail: RosterDetail = .everything) -> Roster {
    var selected = self
    for column in Self.textColumns {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
    }
    for column in Self.describingColumns {
      selected[keyPath: column] =
        detail == .everything
        ? self[keyPath: column].selecting(rows) : TextColumn(emptyRows: rows.count)
    }
    for column in Self.categoryColumns {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
    }
    for column in Self.numberColumns {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
    }
    for lists in Self.numberColumnLists {
      selected[keyPath: lists] = self[keyPath: lists].map { $0.selecting(rows) }
    }
    if !cellShares.isEmpty {
      selected.cellShares = cellShares.selecting(rows, width: audienceCells.count)
    }
    if !availableFrom.isEmpty { selected.availableFrom = availableFrom.selecting(rows) }
    if !availableTo.isEmpty { selected.availableTo = availableTo.selecting(rows) }
    if embeddingDimensions > 0 {
      selected.embeddings = embeddings.selecting(rows, width: embeddingDimensions)
    }
    return selected
  }

  private static var textColumns: [WritableKeyPath<Roster, TextColumn>] {
    [\.creatorIDs, \.niches]
  }

  /// Those that no deal is made from.
  private static var describingColumns: [WritableKeyPath<Roster, TextColumn>] {
    [\.names, \.handles, \.urls, \.bios]
  }

  private static var categoryColumns: [WritableKeyPath<Roster, CategoryColumn>] {
    [
      \.platforms, \.regions, \.languages, \.agencies, \.employments, \.certifications,
      \.statedTiers,
    ]
  }

  private static var numberColumns: [WritableKeyPath<Roster, NumberColumn>] {
    [
      \.followers, \.averageViews, \.engagementRates, \.postsSampled, \.replyRates,
      \.repeatViewerShares, \.authenticShares, \.fees, \.commissions, \.guarantees,
      \.activationCosts, \.slots, \.uplinks, \.femaleShares,
    ]
  }

  private static var numberColumnLists: [WritableKeyPath<Roster, [NumberColumn]>] {
    [\.formatViews, \.formatFees, \.ageShares]
  }
}

extension DealTable {
  /// The deals of some creators, numbered by their places in `rows`, which ascend.
  func selecting(_ rows: [Int]) -> DealTable {
    guard let first = rows.first, !self.rows.isEmpty else { return DealTable() }
    var selected: [Row] = []
    var place = 0
    for deal in self.rows[index(ofFirstFrom: first)...] {
      while place < rows.count, rows[place] < deal.creator { place += 1 }
      if place == rows.count { break }
      guard rows[place] == deal.creator else { continue }
      var moved = deal
      moved.creator = place
      selected.append(moved)
    }
    return DealTable(rows: selected)
  }

  /// Where the deals of a creator begin, or would.
  private func index(ofFirstFrom creator: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].creator < creator { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
