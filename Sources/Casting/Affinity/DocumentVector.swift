#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The weighted features of one document, at unit length.
///
/// Made once per thread and used again for every document.
struct DocumentVector {
  /// Features of the document, each once, in order of first appearance.
  private(set) var features: [Int32] = []
  private(set) var values: [Float] = []

  /// Weight by feature, zero but for the features of the document.
  private var weights: [Float]
  private let vocabulary: NicheVocabulary
  /// By niche: the features it raises and by how much.
  private let lineages: [[(feature: Int, share: Float)]]

  /// Share of the squared length that niches have, where a document has niches and terms: what a
  /// creator is about decides, the choice of words settles the order within a niche. Judgement:
  /// with 0.8, two who share a niche and no word have a cosine of 0.8.
  static let nicheEnergy: Float = 0.8
  /// How much of a niche its parent is. Judgement: with 1, niches alone give a cosine of 0.71 with
  /// the parent and of 0.5 with a sibling, which is the one assumed of strangers.
  static let parentShare: Float = 1

  init(_ vocabulary: NicheVocabulary) {
    self.vocabulary = vocabulary
    weights = [Float](repeating: 0, count: vocabulary.count)
    lineages = (0..<vocabulary.nicheCount).map { niche in
      var share: Float = 1 / Self.parentShare
      return NicheVocabulary.lineage(niche, vocabulary.parents).map { feature in
        share *= Self.parentShare
        return (feature, share)
      }
    }
  }

  mutating func replace(by reader: TextReader) {
    for feature in features { weights[Int(feature)] = 0 }
    features.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    for (niche, weight) in zip(reader.niches, reader.nicheWeights) {
      for (feature, share) in lineages[Int(niche)] { add(feature, weight * share) }
    }
    let nicheFeatures = features.count
    for (key, weight) in zip(reader.termKeys, reader.termWeights) {
      if let feature = vocabulary.feature(ofTerm: key) { add(feature, weight) }
    }
    for feature in features {
      values.append(log(1 + weights[Int(feature)]) * vocabulary.rarity[Int(feature)])
    }
    scale(nicheFeatures)
  }

  private mutating func add(_ feature: Int, _ weight: Float) {
    if weights[feature] == 0 { features.append(Int32(feature)) }
    weights[feature] += weight
  }

  /// Brings niches and terms to their shares of the squared length.
  private mutating func scale(_ nicheFeatures: Int) {
    let hasBoth = nicheFeatures > 0 && nicheFeatures < features.count
    normalize(0..<nicheFeatures, energy: hasBoth ? Self.nicheEnergy : 1)
    normalize(nicheFeatures..<features.count, energy: hasBoth ? 1 - Self.nicheEnergy : 1)
  }

  private mutating func normalize(_ range: Range<Int>, energy: Float) {
    var sum: Float = 0
    for index in range { sum += values[index] * values[index] }
    guard sum > 0 else { return }
    let factor = (energy / sum).squareRoot()
    for index in range { values[index] *= factor }
  }
}
