extension DualBound {
  /// Prices whose bound is no looser, with those of rows that allow nothing brought down to earth.
  ///
  /// A row whose upper limit is 0 costs the bound nothing at any price, so its price may run away.
  /// The price that makes each of its options worthless is enough, and says what the row holds back.
  func tempered(
    _ prices: AllocationPrices, bound: Double
  ) -> (prices: AllocationPrices, bound: Double) {
    let rows = index.problem.rows.indices.filter {
      prices.row[$0] > 0 && index.problem.rows[$0].allowsNothing
    }
    guard !rows.isEmpty else { return (prices, bound) }
    var result = prices
    for (row, price) in zip(rows, worthlessPrices(of: rows, at: prices)) {
      result.row[row] = min(prices.row[row], price)
    }
    guard result.row != prices.row else { return (prices, bound) }
    let reached = self.bound(at: result)
    return reached <= bound + 1e-9 * abs(bound) ? (result, min(reached, bound)) : (prices, bound)
  }

  /// For every given row the least price at which none of its options is worth anything, when all
  /// else that presses from above is free; as many as `rows`.
  private func worthlessPrices(of rows: [Int], at prices: AllocationPrices) -> [Double] {
    let problem = index.problem
    var free = prices
    for row in free.row.indices { free.row[row] = min(0, free.row[row]) }
    let tables = PriceTables(index: index, prices: free)
    var placeOfRow = [Int](repeating: -1, count: problem.rows.count)
    for (place, row) in rows.enumerated() { placeOfRow[row] = place }
    var highest = [Double](repeating: 0, count: rows.count)
    var reachPrices = [Double](repeating: 0, count: problem.groupCount)
    var touched = [Double](repeating: 0, count: rows.count)
    for item in problem.items.indices {
      reachPrices.withUnsafeMutableBufferPointer {
        tables.priceReach(ofItem: item, into: $0.baseAddress!)
      }
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        let profit =
          reachPrices.withUnsafeBufferPointer {
            tables.gross(option: option, reachPrices: $0.baseAddress!)
          } - tables.payment(option: option, item: item)
        for term in index.terms[index.termRange(item: item, kind: problem.optionKind[option])] {
          let place = placeOfRow[Int(term.row)]
          let weight = index.weight(term, of: option)
          if place >= 0, weight > 0 { highest[place] = max(highest[place], profit / weight) }
        }
        for touch in index.touches[index.touchRange(item: item, kind: problem.optionKind[option])] {
          let place = placeOfRow[Int(touch.row)]
          if place >= 0 { touched[place] += max(0, profit) / touch.perOption }
        }
      }
      for place in touched.indices {
        highest[place] = max(highest[place], touched[place])
        touched[place] = 0
      }
    }
    return highest
  }
}

extension AllocationRow {
  /// Whether no option with a weight in this row may be taken.
  var allowsNothing: Bool {
    let weights = [inside, outside].flatMap { [$0.perOption, $0.perCost, $0.perAmount] }
    return upper == 0 && perTouchedItem >= 0 && perFixedCost == 0 && weights.allSatisfy { $0 >= 0 }
  }
}
