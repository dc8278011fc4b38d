extension Roster {
  /// Some of the creators, in the order of `rows`.
  func selecting(_ rows: [Int], _ detail: RosterDetail = .everything) -> Roster {
    var selected = self
    for column in Self.textColumns {
      // Made in code, a roster may know of no persons.
      selected[keyPath: column] =
        self[keyPath: column].count == 0
        ? TextColumn(emptyRows: rows.count) : self[keyPath: column].selecting(rows)
    }
    for column in Self.describingColumns {
      selected[keyPath: column] =
        detail == .everything
        ? self[keyPath: column].selecting(rows) : TextColumn(emptyRows: rows.count)
    }
    // What the only fees pay for is known where a table was read, and nowhere else.
    for column in Self.categoryColumns where self[keyPath: column].count > 0 {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
    }
    for column in Self.numberColumns {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
    }
    if !cellShares.isEmpty {
      selected.cellShares = cellShares.selecting(rows, width: audienceCells.count)
    }
    for column in Self.dayColumns where !self[keyPath: column].isEmpty {
      selected[keyPath: column] = self[keyPath: column].selecting(rows)
    }
    if embeddingDimensions > 0 {
      selected.embeddings = embeddings.selecting(rows, width: embeddingDimensions)
    }
    return selected
  }

  /// Appends creators of the same columns, who follow.
  package mutating func append(contentsOf next: Roster) {
    if count == 0 {
      self = next
      return
    }
    for column in Self.textColumns + Self.describingColumns {
      self[keyPath: column].append(contentsOf: next[keyPath: column])
    }
    for column in Self.categoryColumns {
      self[keyPath: column].append(contentsOf: next[keyPath: column])
    }
    for column in Self.numberColumns {
      self[keyPath: column].values.append(contentsOf: next[keyPath: column].values)
    }
    cellShares += next.cellShares
    for column in Self.dayColumns { self[keyPath: column] += next[keyPath: column] }
    embeddings += next.embeddings
  }

  // MARK: Columns

  package static var textColumns: [WritableKeyPath<Roster, TextColumn>] {
    [\.creatorIDs, \.niches, \.exclusions, \.recentWorks, \.persons]
  }

  /// Those that no deal is made from.
  package static var describingColumns: [WritableKeyPath<Roster, TextColumn>] {
    [\.names, \.handles, \.urls, \.bios]
  }

  package static var categoryColumns: [WritableKeyPath<Roster, CategoryColumn>] {
    [
      \.platforms, \.regions, \.languages, \.agencies, \.employments, \.certifications,
      \.statedTiers, \.feeFormats,
    ]
  }

  package static var numberColumns: [WritableKeyPath<Roster, NumberColumn>] {
    [
      \.followers, \.averageViews, \.engagementRates, \.postsSampled, \.replyRates,
      \.repeatViewerShares, \.authenticShares, \.fees, \.commissions, \.guarantees,
      \.activationCosts, \.slots, \.uplinks, \.femaleShares, \.paysPerOrder, \.extras,
      \.usageFees, \.usageMonths,
    ]
      + DealFormat.allCases.flatMap { format in
        [\.formatViews[format.index], \.formatFees[format.index]]
      } + AudienceCells.ageBands.indices.map { band in \.ageShares[band] }
  }

  package static var dayColumns: [WritableKeyPath<Roster, [CalendarDay?]>] {
    [\.availableFrom, \.availableTo]
  }
}
