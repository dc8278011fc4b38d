import LinearAlgebra

extension SmoothedDual {
  /// Rows of the matrix that a thread adds up at a time.
  private static let rowsPerBlock = 64

  /// Hessian at the point evaluated last, K × K row-major; what is below the diagonal is left as it is.
  ///
  /// - Parameter parts: room for sums over parts of the items, kept from step to step.
  func hessian(at point: [Double], into matrix: inout [Double], parts: inout [Double]) {
    let count = core.variables.count
    // A part of its own pays only when there is much to sum.
    if core.choiceCount < Self.leastShared {
      matrix.withUnsafeMutableBufferPointer {
        sumCurvature(items: 0..<core.items.count, into: $0.baseAddress!)
      }
    } else {
      if parts.isEmpty { parts = [Double](repeating: 0, count: Self.parts * count * count) }
      sumParts(into: &matrix, &parts)
    }
    addSharedCurvature(at: point, into: &matrix)
  }

  private func sumParts(into matrix: inout [Double], _ parts: inout [Double]) {
    let (bounds, count) = (partBounds, core.variables.count)
    parts.withUnsafeMutableBufferPointer { parts in
      matrix.withUnsafeMutableBufferPointer { matrix in
        let (parts, matrix) = (DisjointWrites(parts), DisjointWrites(matrix))
        Blocks.forEach(count: Self.parts, blockSize: 1, threads: threads) { part, _ in
          sumCurvature(
            items: bounds[part]..<bounds[part + 1], into: parts.base + part * count * count)
        }
        Blocks.forEach(count: count, blockSize: Self.rowsPerBlock, threads: threads) { _, rows in
          for row in rows {
            for position in row * count + row..<(row + 1) * count {
              var sum = parts.base[position]
              for part in 1..<Self.parts { sum += parts.base[part * count * count + position] }
              matrix.base[position] = sum
            }
          }
        }
      }
    }
  }

  /// Σ over items of (Σ x g gᵀ − ḡ ḡᵀ) / τ, where g are the choices' coefficients, x their weights; what
  /// is on the diagonal and above it is written over.
  private func sumCurvature(items: Range<Int>, into matrix: UnsafeMutablePointer<Double>) {
    let count = core.variables.count
    for row in 0..<count {
      (matrix + row * count + row).update(repeating: 0, count: count - row)
    }
    var mean = [Double](repeating: 0, count: count)
    var touched: [Int32] = []
    core.coefficientVariable.withUnsafeBufferPointer { variable in
      core.coefficientValue.withUnsafeBufferPointer { value in
        for item in items {
          let range = core.choiceStart[item]..<core.choiceStart[item + 1]
          let inverse = 1 / temperature[item]
          var largest = 0.0
          var sum = 0.0
          for choice in range {
            largest = max(largest, weight[choice])
            sum += weight[choice]
          }
          // Settled to rounding: nothing bends.
          if sum < 1e-13 || largest > 1 - 1e-13 { continue }
          touched.removeAll(keepingCapacity: true)
          for choice in range where weight[choice] > 1e-14 {
            let entries = core.coefficientStart[choice]..<core.coefficientStart[choice + 1]
            for first in entries {
              let row = Int(variable[first])
              if mean[row] == 0 { touched.append(variable[first]) }
              mean[row] += weight[choice] * value[first]
              let factor = weight[choice] * value[first] * inverse
              for second in entries where variable[second] >= variable[first] {
                matrix[row * count + Int(variable[second])] += factor * value[second]
              }
            }
          }
          for first in touched {
            let factor = mean[Int(first)] * inverse
            for second in touched where second >= first {
              matrix[Int(first) * count + Int(second)] -= factor * mean[Int(second)]
            }
          }
          for variable in touched { mean[Int(variable)] = 0 }
        }
      }
    }
  }

  private func addSharedCurvature(at point: [Double], into matrix: inout [Double]) {
    let variables = core.variables
    let problem = variables.index.problem
    let count = variables.count
    let worth = variables.netWorth(at: point)
    func add(_ first: Int, _ second: Int, _ amount: Double) {
      matrix[min(first, second) * count + max(first, second)] += amount
    }
    for pool in variables.poolVariable.indices where variables.poolVariable[pool] >= 0 {
      let group = pool / problem.segmentCount
      let variable = Int(variables.poolVariable[pool])
      let price = point[variable]
      let yield = problem.poolYield[pool]
      let top = worth[group] * yield
      guard price <= top * (1 + 1e-12) else { continue }
      let capacity = core.scale * problem.poolCapacity[pool]
      let outputs = variables.outputTerms(of: group)
      let curvature: (price: Double, cross: Double, worth: Double)
      switch problem.curve {
      case .exponential:
        curvature = (capacity / price, -capacity / top, capacity * price / (top * top))
      case .logarithmic:
        curvature = (capacity * top / (price * price), -capacity / price, capacity / top)
      case .linear: curvature = (0, 0, 0)
      }
      add(variable, variable, curvature.price)
      for (number, output) in outputs.enumerated() {
        add(variable, output.variable, -output.sign * curvature.cross * yield)
        for other in outputs[number...] {
          add(
            output.variable, other.variable,
            output.sign * other.sign * curvature.worth * yield * yield)
        }
      }
    }
    for variable in ridge.indices where ridge[variable] > 0 {
      add(variable, variable, ridge[variable])
    }
    for variable in 0..<count where isBarred(variable) {
      add(variable, variable, barrier / (point[variable] * point[variable]))
    }
    for group in 0..<problem.groupCount where variables.hasOutputPrice(group) {
      let outputs = variables.outputTerms(of: group)
      for (number, output) in outputs.enumerated() {
        for other in outputs[number...] {
          add(
            output.variable, other.variable,
            output.sign * other.sign * barrier / (worth[group] * worth[group]))
        }
      }
    }
  }
}

extension PriceVariables {
  /// Whether a variable is the price of a pool; pools come first.
  func isPool(_ variable: Int) -> Bool { variable < pricedPoolCount }
}
