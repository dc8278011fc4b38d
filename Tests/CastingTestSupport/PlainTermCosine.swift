import Foundation

/// The yardstick for niche embeddings: cosines of plain TF-IDF vectors.
///
/// Shares no code with the product: NFKC by Foundation, words of letters and digits, 2–3-grams of
/// everything else that is a letter, raw counts × (ln((1 + N) / (1 + df)) + 1).
public struct PlainTermCosine {
  private let vectors: [[String: Double]]

  public init(documents: [String]) {
    let counts = documents.map(Self.counts)
    var documentFrequency: [String: Double] = [:]
    for term in counts.flatMap(\.keys) { documentFrequency[term, default: 0] += 1 }
    let total = Double(documents.count)
    vectors = counts.map { counts in
      var vector: [String: Double] = [:]
      for (term, count) in counts {
        vector[term] = count * (log((1 + total) / (1 + documentFrequency[term]!)) + 1)
      }
      return vector
    }
  }

  /// The cosine of two documents; 0 when either is empty.
  public func cosine(_ left: Int, _ right: Int) -> Double {
    let (short, long) = (vectors[left], vectors[right])
    // Sorted, so that the sum and with it every tie is the same in every run.
    let dot = short.keys.sorted().reduce(0.0) { $0 + short[$1]! * (long[$1] ?? 0) }
    let norms = norm(short) * norm(long)
    return norms > 0 ? dot / norms : 0
  }

  private func norm(_ vector: [String: Double]) -> Double {
    vector.keys.sorted().reduce(0.0) { $0 + vector[$1]! * vector[$1]! }.squareRoot()
  }

  private static func counts(_ text: String) -> [String: Double] {
    var counts: [String: Double] = [:]
    let normal = text.precomposedStringWithCompatibilityMapping.lowercased()
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
