/// Mean over creators of 1 / rank of the first product of their own topic, best score first.
///
/// `scores` is creators × products, row-major. A tie counts half a place. Creators without a
/// product of their topic are left out.
package func meanReciprocalRank(
  scores: [Double], creatorTopics: [Int], productTopics: [Int]
) -> Double {
  let columns = productTopics.count
  var (sum, ranked) = (0.0, 0)
  for (creator, topic) in creatorTopics.enumerated() {
    let row = scores[creator * columns..<(creator + 1) * columns]
    let own = zip(row, productTopics).filter { $0.1 == topic }.map(\.0)
    guard let best = own.max() else { continue }
    let others = zip(row, productTopics).filter { $0.1 != topic }.map(\.0)
    let above = others.count { $0 > best }
    let tied = others.count { $0 == best }
    sum += 1 / (1 + Double(above) + Double(tied) / 2)
    ranked += 1
  }
  return ranked > 0 ? sum / Double(ranked) : 0
}
