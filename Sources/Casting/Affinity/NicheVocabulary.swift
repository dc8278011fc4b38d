#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The features by which documents are compared: every niche of the taxonomy, then the terms that
/// at least two documents share, the most frequent first.
struct NicheVocabulary: Sendable {
  /// Most terms kept: a basis of 64 dimensions over them stays within 8 MB, near the caches.
  /// Frequent terms are kept, because a rare one brings few pairs together.
  static let maximumTerms = 32_768

  let nicheCount: Int
  /// Positions of parents in the taxonomy.
  let parents: [Int?]
  let terms: TermTable
  /// Weight by rarity of every feature: ln((1 + N) / (1 + df)) + 1 for a term, N documents of
  /// which df have it. The sums with 1 keep terms that everybody has (Salton, Buckley 1988,
  /// smoothed). Niches weigh 1: how many others share a niche says nothing about how well it fits.
  let rarity: [Float]

  var count: Int { rarity.count }

  func feature(ofTerm key: UInt64) -> Int? {
    let number = terms.number(of: key)
    return number < 0 ? nil : nicheCount + Int(number)
  }

  /// Counts how many documents have each term.
  struct Counter {
    private let parents: [Int?]
    private var terms = TermTable(minimumCapacity: 1 << 16)
    private var termDocuments: [Int32] = []
    private var lastDocumentOfTerm: [Int32] = []
    private var documents: Int32 = 0

    init(parents: [Int?]) { self.parents = parents }

    mutating func count(_ reader: TextReader) {
      for key in reader.termKeys {
        let term = Int(terms.insert(key))
        if term == termDocuments.count {
          termDocuments.append(0)
          lastDocumentOfTerm.append(-1)
        }
        if lastDocumentOfTerm[term] != documents {
          lastDocumentOfTerm[term] = documents
          termDocuments[term] += 1
        }
      }
      documents += 1
    }

    func vocabulary() -> NicheVocabulary {
      let kept = termDocuments.indices.filter { termDocuments[$0] > 1 }.sorted {
        (-termDocuments[$0], terms.keys[$0]) < (-termDocuments[$1], terms.keys[$1])
      }.prefix(NicheVocabulary.maximumTerms)
      var table = TermTable(minimumCapacity: kept.count)
      for term in kept { _ = table.insert(terms.keys[term]) }
      let total = Double(documents)
      let rarity = kept.map { Float(log((1 + total) / (1 + Double(termDocuments[$0]))) + 1) }
      return NicheVocabulary(
        nicheCount: parents.count, parents: parents, terms: table,
        rarity: [Float](repeating: 1, count: parents.count) + rarity)
    }
  }

  /// A niche and its ancestors, nearest first; a circle of parents ends where it closes.
  static func lineage(_ niche: Int, _ parents: [Int?]) -> [Int] {
    var line = [niche]
    while let parent = parents[line[line.count - 1]], !line.contains(parent) { line.append(parent) }
    return line
  }
}
