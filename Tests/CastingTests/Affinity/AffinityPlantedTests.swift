import Casting
import CastingTestSupport
import Testing

/// Rosters whose topics are known, in words that the taxonomy does not have.
@Suite("Affinities find planted topics", .serialized) struct AffinityPlantedTests {
  static let shapes: [(name: String, shape: PlantedTopics.Shape)] = {
    var even = PlantedTopics.Shape()
    even.taggedShare = 0.5
    var tagged = even
    tagged.taggedShare = 1
    var uneven = even
    uneven.skew = 1
    var many = uneven
    (many.creators, many.topics) = (1000, 40)
    var noisy = even
    (noisy.creators, noisy.wordsInBio, noisy.commonWordsInBio) = (1000, 2, 8)
    var tiny = even
    (tiny.creators, tiny.topics) = (30, 5)
    return [
      ("even", even), ("all tagged", tagged), ("uneven", uneven), ("40 uneven topics", many),
      ("noisy", noisy), ("30 people", tiny),
    ]
  }()

  @Test(
    "a creator's own topic ranks at least as high as by plain TF-IDF", arguments: shapes.indices)
  func reciprocalRank(of index: Int) {
    let (name, shape) = Self.shapes[index]
    for seed in UInt64(1)...3 {
      let planted = PlantedTopics(shape, seed: seed)
      let ours = planted.reciprocalRank(planted.affinities(threads: 2))
      let plain = planted.reciprocalRank(planted.plainCosines)
      print("mean reciprocal rank, \(name), seed \(seed): \(ours), plain TF-IDF \(plain)")
      #expect(ours >= plain, "\(name), seed \(seed)")
      #expect(ours > 0.65, "\(name), seed \(seed)")
    }
  }

  @Test("so does one of a niche of the taxonomy, parents and siblings included")
  func taxonomyNiches() {
    let words = NicheTaxonomy.builtIn.niches.map(\.words)
    var shape = PlantedTopics.Shape()
    (shape.creators, shape.topics, shape.skew) = (600, words.count, 0.5)
    for seed in UInt64(1)...3 {
      let planted = PlantedTopics(shape, vocabularies: words, seed: seed)
      let ours = planted.reciprocalRank(planted.affinities(threads: 2))
      let plain = planted.reciprocalRank(planted.plainCosines)
      print("mean reciprocal rank, taxonomy, seed \(seed): \(ours), plain TF-IDF \(plain)")
      #expect(ours >= plain, "seed \(seed)")
      #expect(ours > 0.95, "seed \(seed)")
    }
  }

  @Test("the same bytes with 1 and 2 threads")
  func determinism() {
    var shape = PlantedTopics.Shape()
    shape.creators = 5000
    let planted = PlantedTopics(shape, seed: 4)
    let one = planted.embeddings(threads: 1)
    let two = planted.embeddings(threads: 2)
    #expect(one.creators == two.creators, "seed 4")
    #expect(one.products == two.products, "seed 4")
    #expect(planted.affinities(threads: 1) == planted.affinities(threads: 2), "seed 4")
  }

  @Test("rows have unit length, or are zero")
  func unitRows() {
    let embeddings = PlantedTopics(.init(), seed: 5).embeddings(threads: 2)
    #expect(embeddings.dimensions == 64)
    let width = embeddings.dimensions
    for row in 0..<embeddings.creatorCount {
      let squares = embeddings.creators[row * width..<(row + 1) * width].reduce(0.0) {
        $0 + Double($1) * Double($1)
      }
      #expect(abs(squares - 1) < 1e-6, "seed 5, row \(row)")
    }
  }
}

extension PlantedTopics {
  func embeddings(threads: Int) -> NicheEmbeddings {
    .make(roster: roster, products: ProductList(products), brief: Brief(), threads: threads)
  }

  func affinities(threads: Int) -> [Double] {
    embeddings(threads: threads).affinities(concentration: 3, threads: threads)
  }

  /// Creators × products.
  var plainCosines: [Double] {
    let plain = PlainTermCosine(documents: documents)
    let (rows, columns) = (roster.count, products.count)
    return (0..<rows * columns).map { plain.cosine($0 / columns, rows + $0 % columns) }
  }

  func reciprocalRank(_ scores: [Double]) -> Double {
    meanReciprocalRank(
      scores: scores, creatorTopics: creatorTopics, productTopics: productTopics)
  }
}
