/// What makes columns no roster: they do not fit each other.
public enum RosterFault: Error, Sendable, Equatable {
  /// A column has neither no rows nor one for each creator.
  case wrongLength(column: String, count: Int, expected: Int)
  /// Followers of a creator are missing, negative or infinite.
  case wrongFollowers(creator: Int, value: Double)
  /// Shares of audience cells have another shape than creators × cells.
  case wrongShape(column: String, count: Int, rows: Int, columns: Int)
}

extension Roster {
  /// The roster with every text and category column present: those that nobody filled get empty cells.
  ///
  /// A roster that was read from a file is complete already. Throws where a column has some other
  /// number of rows. O(creators).
  public func completed() throws(RosterFault) -> Roster {
    var roster = self
    let rows = count
    for (column, name) in Self.namedTextColumns where roster[keyPath: column].count != rows {
      guard roster[keyPath: column].count == 0 else {
        throw .wrongLength(column: name, count: roster[keyPath: column].count, expected: rows)
      }
      roster[keyPath: column] = TextColumn(emptyRows: rows)
    }
    for (column, name) in Self.namedCategoryColumns where roster[keyPath: column].count != rows {
      guard roster[keyPath: column].count == 0 else {
        throw .wrongLength(column: name, count: roster[keyPath: column].count, expected: rows)
      }
      roster[keyPath: column] = CategoryColumn(repeating: "", count: rows)
    }
    try roster.validateNumbers()
    return roster
  }

  private func validateNumbers() throws(RosterFault) {
    let rows = count
    guard followers.values.count == rows else {
      throw .wrongLength(column: "followers", count: followers.values.count, expected: rows)
    }
    for (row, number) in followers.values.enumerated() where !(number >= 0 && number.isFinite) {
      throw .wrongFollowers(creator: row, value: number)
    }
    for (place, column) in numberColumns.enumerated() {
      let length = self[keyPath: column].values.count
      guard length == 0 || length == rows else {
        throw .wrongLength(column: "number column \(place)", count: length, expected: rows)
      }
    }
    for (column, name) in [
      (\Roster.availableFrom, "availableFrom"), (\.availableTo, "availableTo"),
    ] {
      let length = self[keyPath: column].count
      guard length == 0 || length == rows else {
        throw .wrongLength(column: name, count: length, expected: rows)
      }
    }
    guard cellShares.isEmpty || cellShares.count == rows * audienceCells.count else {
      throw .wrongShape(
        column: "cellShares", count: cellShares.count, rows: rows, columns: audienceCells.count)
    }
    guard embeddings.count == (embeddingDimensions == 0 ? 0 : rows * embeddingDimensions) else {
      throw .wrongShape(
        column: "embeddings", count: embeddings.count, rows: rows, columns: embeddingDimensions)
    }
  }

  private static var namedTextColumns: [(WritableKeyPath<Roster, TextColumn>, String)] {
    [
      (\.names, "names"), (\.persons, "persons"), (\.handles, "handles"), (\.urls, "urls"),
      (\.niches, "niches"), (\.exclusions, "exclusions"),
      (\.recentWorks, "recentWorks"),
      (\.bios, "bios"),
    ]
  }

  private static var namedCategoryColumns: [(WritableKeyPath<Roster, CategoryColumn>, String)] {
    [
      (\.platforms, "platforms"), (\.regions, "regions"), (\.languages, "languages"),
      (\.agencies, "agencies"), (\.employments, "employments"),
      (\.certifications, "certifications"), (\.statedTiers, "statedTiers"),
    ]
  }
}
