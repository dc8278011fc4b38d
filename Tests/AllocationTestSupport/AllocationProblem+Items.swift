import Allocation

extension AllocationProblem {
  /// The problem of some of its items, in order, with all its rows; without links.
  package func keeping(_ kept: Range<Int>) -> AllocationProblem {
    var part = self
    let options = optionStart[kept.lowerBound]..<optionStart[kept.upperBound]
    part.items = Array(items[kept])
    part.links = []
    part.segmentShares = Array(
      segmentShares[kept.lowerBound * segmentCount..<kept.upperBound * segmentCount])
    part.optionStart = optionStart[kept.lowerBound...kept.upperBound].map {
      $0 - options.lowerBound
    }
    part.optionKind = Array(optionKind[options])
    part.optionReach = Array(optionReach[options])
    part.optionCost = Array(optionCost[options])
    part.optionValue = optionValue.isEmpty ? [] : Array(optionValue[options])
    part.amounts = amounts.map { Array($0[options]) }
    for row in rows.indices where !rows[row].memberItems.isEmpty {
      part.rows[row].memberItems = Array(rows[row].memberItems[kept])
    }
    return part
  }

  /// Prices drawn at random, with signs that the rows' sides allow.
  package func anyPrices(_ draw: (Double) -> Double) -> AllocationPrices {
    AllocationPrices(
      pool: poolYield.indices.map { pool in
        poolCapacity[pool] == 0
          ? 0 : draw(1.2) * poolYield[pool] * groupWorth[pool / segmentCount] + 1e-6
      },
      row: rows.map { row in
        let size = draw(3)
        let presses = draw(1) < 0.5
        if presses && row.upper.isFinite { return size }
        return row.lower.isFinite ? -size : 0
      },
      groupOutput: groupOutputLimit.map { $0.isFinite ? draw(5) : 0 },
      totalOutput: totalOutputLimit.isFinite ? draw(5) : 0)
  }
}
