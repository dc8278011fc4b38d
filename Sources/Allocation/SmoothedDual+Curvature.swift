import LinearAlgebra

extension SmoothedDual {
  /// Hessian at the point evaluated last, upper triangle, K × K row-major.
  func hessian(at point: [Double], into matrix: inout [Double]) {
    let count = core.variables.count
    for position in matrix.indices { matrix[position] = 0 }
    let bounds = partBounds
    // A part of its own pays only when there is much to sum.
    let parts = core.choiceCount < Self.leastShared ? 1 : Self.parts
    var partial = [Double](repeating: 0, count: parts == 1 ? 0 : parts * count * count)
    let dual = self
    if parts == 1 {
      matrix.withUnsafeMutableBufferPointer {
        dual.sumCurvature(items: 0..<core.items.count, into: $0.baseAddress!)
      }
    } else {
      partial.withUnsafeMutableBufferPointer { partial in
        nonisolated(unsafe) let partial = partial
        Blocks.forEach(count: parts, blockSize: 1, threads: threads) { part, _ in
          dual.sumCurvature(
            items: bounds[part]..<bounds[part + 1],
            into: partial.baseAddress! + part * count * count)
        }
      }
      for part in 0..<parts {
        for position in 0..<count * count {
          matrix[position] += partial[part * count * count + position]
        }
      }
    }
    addSharedCurvature(at: point, into: &matrix)
  }

  /// Σ over items of (Σ x g gᵀ − ḡ ḡᵀ) / τ, where g are the choices' coefficients, x their weights.
  private func sumCurvature(items: Range<Int>, into matrix: UnsafeMutablePointer<Double>) {
    let count = core.variables.count
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
