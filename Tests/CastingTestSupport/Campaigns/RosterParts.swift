import Casting

extension Roster {
  /// Some rows of the roster as a roster of their own.
  package func part(_ rows: Range<Int>) -> Roster {
    func texts(_ column: TextColumn) -> TextColumn { TextColumn(rows.map { column[$0] }) }
    func levels(_ column: CategoryColumn) -> CategoryColumn {
      CategoryColumn(rows.map { column[$0] })
    }
    func numbers(_ column: NumberColumn) -> NumberColumn {
      column.isPresent ? NumberColumn(Array(column.values[rows])) : column
    }
    var part = self
    for path in [\Roster.creatorIDs, \.names, \.handles, \.urls, \.niches, \.bios] {
      part[keyPath: path] = texts(self[keyPath: path])
    }
    for path in [
      \Roster.platforms, \.regions, \.languages, \.agencies, \.employments, \.certifications,
      \.statedTiers,
    ] { part[keyPath: path] = levels(self[keyPath: path]) }
    for path in [
      \Roster.followers, \.averageViews, \.engagementRates, \.postsSampled, \.replyRates,
      \.repeatViewerShares, \.authenticShares, \.fees, \.commissions, \.guarantees,
      \.activationCosts, \.slots, \.uplinks, \.femaleShares, \.paysPerOrder, \.extras,
      \.usageFees, \.usageMonths,
    ] { part[keyPath: path] = numbers(self[keyPath: path]) }
    part.formatViews = formatViews.map(numbers)
    part.formatFees = formatFees.map(numbers)
    part.ageShares = ageShares.map(numbers)
    let cells = cellShares.isEmpty ? 0 : audienceCells.count
    part.cellShares = Array(cellShares[rows.lowerBound * cells..<rows.upperBound * cells])
    part.availableFrom = availableFrom.isEmpty ? [] : Array(availableFrom[rows])
    part.availableTo = availableTo.isEmpty ? [] : Array(availableTo[rows])
    let width = embeddingDimensions
    part.embeddings = Array(embeddings[rows.lowerBound * width..<rows.upperBound * width])
    return part
  }
}
