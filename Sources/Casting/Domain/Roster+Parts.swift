extension Roster {
  /// Some of the creators, in the order of `rows`.
  package func selecting(_ rows: [Int], _ detail: RosterDetail = .everything) -> Roster {
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
    for column in numberColumns {
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
    let rows = (before: creatorIDs.count - next.count, added: next.count)
    for column in numberColumns {
      self[keyPath: column].append(next[keyPath: column], of: rows.added, behind: rows.before)
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

  /// Those of this roster, fees of packages among them.
  package var numberColumns: [WritableKeyPath<Roster, NumberColumn>] {
    Self.numberColumns(packages: packageFees.count)
  }

  /// - Parameter packages: that the roster has fees of.
  package static func numberColumns(packages: Int) -> [WritableKeyPath<Roster, NumberColumn>] {
    [
      \.followers, \.averageViews, \.engagementRates, \.postsSampled, \.replyRates,
      \.repeatViewerShares, \.authenticShares, \.fees, \.commissions, \.guarantees,
      \.activationCosts, \.slots, \.uplinks, \.femaleShares, \.paysPerOrder, \.extras,
      \.usageFees, \.usageMonths, \.feeLows,
    ]
      + DealFormat.simple.flatMap { format in
        [
          \.formatViews[format.index], \.formatFees[format.index],
          \.formatFeeLows[format.index],
        ]
      } + AudienceCells.ageBands.indices.map { band in \.ageShares[band] }
      + (0..<packages).flatMap { place in
        [\.packageFees[place].fees, \.packageFees[place].lows]
      }
  }

  package static var dayColumns: [WritableKeyPath<Roster, [CalendarDay?]>] {
    [\.availableFrom, \.availableTo]
  }
}
