/// A running sum whose rounding error does not grow with the number of terms.
///
/// Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54
/// (1974).
package struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  package var total: Double { sum.isFinite ? sum + lost : sum }

  package mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}
