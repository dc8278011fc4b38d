extension ChoiceSimplex {
  /// Moves the working column at a position out of the basis and the column of least loss in; false
  /// when there is none.
  mutating func pivot(at position: Int, isAbove: Bool) -> Bool {
    let row = tableauRow(at: position)
    let sign = isAbove ? 1.0 : -1.0
    guard let entering = entering(row, sign: sign) else { return false }
    let theta = reduced[entering] / row[entering]
    let rows = rows
    // Prices move along the leaving row; reduced worths follow.
    for v in 0..<rows { price[v] += theta * inverse[position * rows + v] }
    let leaving = Int(working[position])
    reduced.withUnsafeMutableBufferPointer { reduced in
      row.withUnsafeBufferPointer { row in
        for column in 0..<reduced.count { reduced[column] -= theta * row[column] }
      }
    }
    for column in working { reduced[Int(column)] = 0 }
    reduced[leaving] = -theta
    reduced[entering] = 0
    place[leaving] = -1
    place[entering] = Int32(position)
    renew(leaving)
    renew(entering)
    working[position] = Int32(entering)
    updateInverse(entering: entering, at: position)
    pivots += 1
    pivotsSinceInversion += 1
    return true
  }

  /// The leaving row of the tableau over all columns; keys have 0.
  func tableauRow(at position: Int) -> [Double] {
    let program = program
    let rows = rows
    var tableau = [Double](repeating: 0, count: program.columnCount + rows)
    tableau.withUnsafeMutableBufferPointer { tableau in
      for row in 0..<rows {
        let factor = inverse[position * rows + row]
        tableau[program.columnCount + row] = factor
        guard abs(factor) > 1e-14 else { continue }
        program.byRow.addMultiple(of: row, factor, to: tableau.baseAddress!)
      }
      for item in 0..<program.itemCount {
        let own = tableau[Int(key[item])]
        guard own != 0 else { continue }
        for column in program.columnStart[item]..<program.columnStart[item + 1] {
          tableau[column] -= own
        }
      }
    }
    return tableau
  }

  /// Ratio test in two passes (Harris, 1973): among columns of nearly least loss the largest pivot.
  func entering(_ row: [Double], sign: Double) -> Int? {
    var candidates: [Int32] = []
    var least = Double.infinity
    row.withUnsafeBufferPointer { row in
      mayEnter.withUnsafeBufferPointer { mayEnter in
        reduced.withUnsafeBufferPointer { reduced in
          for column in 0..<row.count where mayEnter[column] {
            let entry = sign * row[column]
            guard entry > Self.smallestPivot else { continue }
            candidates.append(Int32(truncatingIfNeeded: column))
            least = min(least, (max(0, -reduced[column]) + Self.harris) / entry)
          }
        }
      }
    }
    var chosen: Int?
    var chosenEntry = 0.0
    for candidate in candidates {
      let column = Int(candidate)
      let entry = sign * row[column]
      if max(0, -reduced[column]) <= least * entry && entry > chosenEntry {
        chosenEntry = entry
        chosen = column
      }
    }
    return chosen
  }

  /// Whether a column may enter: outside the basis, allowed, and no slack of an equality.
  mutating func renew(_ column: Int) {
    mayEnter[column] = place[column] == -1 && !isFixed(column)
  }

  mutating func updateInverse(entering: Int, at position: Int) {
    let rows = rows
    var direction = [Double](repeating: 0, count: rows)
    forEachEntry(ofWorking: Int32(entering)) { row, value in
      for other in 0..<rows { direction[other] += value * inverse[other * rows + row] }
    }
    let pivot = direction[position]
    inverse.withUnsafeMutableBufferPointer { inverse in
      let own = inverse.baseAddress! + position * rows
      for column in 0..<rows { own[column] /= pivot }
      for other in 0..<rows where other != position && direction[other] != 0 {
        let factor = direction[other]
        let target = inverse.baseAddress! + other * rows
        for column in 0..<rows { target[column] -= factor * own[column] }
      }
    }
  }
}

extension SparseLists {
  /// Adds a multiple of a list to dense numbers.
  @inline(__always)
  func addMultiple(of list: Int, _ factor: Double, to target: UnsafeMutablePointer<Double>) {
    item.withUnsafeBufferPointer { item in
      value.withUnsafeBufferPointer { value in
        for entry in start[list]..<start[list + 1] {
          target[Int(item[entry])] += factor * value[entry]
        }
      }
    }
  }
}
