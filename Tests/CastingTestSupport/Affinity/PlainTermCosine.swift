import Foundation

/// The yardstick for niche embeddings: cosines of plain TF-IDF vectors.
///
/// Shares no code with the product: NFKC by Foundation, words of letters and digits, 2–3-grams of
/// everything else that is a letter, raw counts × (ln((1 + N) / (1 + df)) + 1).
package struct PlainTermCosine {
  private typealias Entry = (term: Int, weight: Double)

  /// By document, unit length, ascending terms: every sum and with it every tie is reproducible.
  private let vectors: [[Entry]]

  package init(documents: [String]) {
    let counts = documents.map(Self.counts)
    var documentFrequency: [String: Double] = [:]
    for term in counts.flatMap(\.keys) { documentFrequency[term, default: 0] += 1 }
    let terms = documentFrequency.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(terms, terms.indices))
    let total = Double(documents.count)
    vectors = counts.map { counts in
      let entries = counts.map { term, count -> Entry in
        (numbers[term]!, count * (log((1 + total) / (1 + documentFrequency[term]!)) + 1))
      }.sorted { $0.term < $1.term }
      let norm = entries.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return entries.map { ($0.term, $0.weight / norm) }
    }
  }

  /// The cosine of two documents; 0 when either is empty.
  package func cosine(_ left: Int, _ right: Int) -> Double {
    let (left, right) = (vectors[left], vectors[right])
    var (sum, i, j) = (0.0, 0, 0)
    while i < left.count, j < right.count {
      if left[i].term == right[j].term { sum += left[i].weight * right[j].weight }
      let (one, other) = (left[i].term, right[j].term)
      if one <= other { i += 1 }
      if other <= one { j += 1 }
    }
    return sum
  }

  private static func counts(_ text: String) -> [String: Double] {
    var counts: [String: Double] = [:]
    let normal = text.decomposedStringWithCompatibilityMapping
      .precomposedStringWithCanonicalMapping.lowercased()
    for run in normal.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "ー" }) {
      for term in terms(Array(run)) { counts[term, default: 0] += 1 }
    }
    return counts
  }

  private static func terms(_ run: [Character]) -> [String] {
    if run.allSatisfy(\.isASCII) { return [String(run)] }
    return (2...3).flatMap { length in
      run.count < length
        ? [] : (0...run.count - length).map { String(run[$0..<$0 + length]) }
    }
  }
}
