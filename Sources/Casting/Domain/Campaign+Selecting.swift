extension Campaign {
  /// The same campaign with some of its creators, in the order of `rows`, which ascend.
  func selecting(_ rows: [Int]) -> Campaign {
    var selected = self
    selected.roster = roster.selecting(rows)
    guard !deals.rows.isEmpty else { return selected }
    var places: [Int: Int] = [:]
    for (place, row) in rows.enumerated() { places[row] = place }
    selected.deals.rows = deals.rows.compactMap { deal in
      places[deal.creator].map { place in
        var moved = deal
        moved.creator = place
        return moved
      }
    }
    return selected
  }
}

extension Roster {
  /// Some of the creators, in the order of `rows`.
  func selecting(_ rows: [Int]) -> Roster {
    var selected = self
    for column in Self.textColumns {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
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
    [\.creatorIDs, \.names, \.handles, \.urls, \.niches, \.bios]
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
