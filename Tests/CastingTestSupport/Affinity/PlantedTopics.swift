import Casting
import Foundation

/// A roster and products whose topics are known, by default in words that no taxonomy has.
///
/// Every topic has its own vocabulary, of which a text uses a few words: two texts of one topic
/// often share none, and are related only through third ones. Everybody also uses common words and
/// now and then a word of another topic.
package struct PlantedTopics {
  package var roster = Roster()
  package var products: [Product] = []
  package var creatorTopics: [Int] = []
  package var productTopics: [Int] = []

  package struct Shape: Sendable {
    package var creators = 300
    package var topics = 20
    /// Words that mean a topic.
    package var vocabulary = 12
    /// Of which a bio uses so many.
    package var wordsInBio = 4
    package var commonWordsInBio = 4
    package var foreignWordsInBio = 1
    /// Chance that a creator tags herself with two words of her topic.
    package var taggedShare = 0.5
    /// Topic t has a share proportional to (t + 1)^−skew of the roster.
    package var skew = 0.0

    package init() {}
  }

  private var generator: SplitMix
  private let shape: Shape

  /// `vocabularies` are the words of each topic; made-up ones unless given.
  package init(_ shape: Shape, vocabularies: [[String]]? = nil, seed: UInt64) {
    self.shape = shape
    generator = SplitMix(state: seed)
    var words: Set<String> = []
    func word(_ generator: inout SplitMix) -> String {
      while true {
        let word = Self.madeUpWord(&generator)
        if words.insert(word).inserted { return word }
      }
    }
    let vocabularies =
      vocabularies
      ?? (0..<shape.topics).map { _ in
        (0..<shape.vocabulary).map { _ in word(&generator) }
      }
    let common = (0..<60).map { _ in word(&generator) }
    for creator in 0..<shape.creators { addCreator(creator, vocabularies, common) }
    for topic in 0..<shape.topics { addProduct(topic, vocabularies, common) }
  }

  /// Tags and bio of every creator, then the texts of every product, for a plain comparison.
  package var documents: [String] {
    (0..<roster.count).map { roster.niches[$0] + " " + roster.bios[$0] }
      + products.map { "\($0.niche) \($0.category) \($0.name) \($0.description)" }
  }

  private mutating func addCreator(
    _ creator: Int, _ vocabularies: [[String]], _ common: [String]
  ) {
    let topic = skewedTopic()
    var bio = picks(shape.wordsInBio, vocabularies[topic])
    bio += picks(shape.commonWordsInBio, common)
    for _ in 0..<shape.foreignWordsInBio {
      bio += picks(1, vocabularies[Int(generator.next() % UInt64(shape.topics))])
    }
    let isTagged = generator.uniform() < shape.taggedShare
    roster.creatorIDs.append("C\(creator)")
    roster.niches.append(isTagged ? picks(2, vocabularies[topic]).joined(separator: ";") : "")
    roster.bios.append(bio.shuffled(using: &generator).joined(separator: "、"))
    creatorTopics.append(topic)
  }

  private mutating func addProduct(
    _ topic: Int, _ vocabularies: [[String]], _ common: [String]
  ) {
    var product = Product(id: "P\(topic)", price: 1000)
    product.name = picks(2, vocabularies[topic]).joined(separator: " ")
    product.description = (picks(2, vocabularies[topic]) + picks(3, common)).joined(separator: "、")
    products.append(product)
    productTopics.append(topic)
  }

  private mutating func skewedTopic() -> Int {
    let weights = (1...shape.topics).map { pow(Double($0), -shape.skew) }
    var rest = generator.uniform() * weights.reduce(0, +)
    for (topic, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return topic }
    }
    return shape.topics - 1
  }

  private mutating func picks(_ count: Int, _ words: [String]) -> [String] {
    Array(words.shuffled(using: &generator).prefix(count))
  }

  /// Four katakana, or a Latin word of three syllables.
  private static func madeUpWord(_ generator: inout SplitMix) -> String {
    let kana = Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ")
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    if generator.uniform() < 0.5 {
      return String((0..<4).map { _ in kana.randomElement(using: &generator)! })
    }
    return (0..<3).map { _ in
      "\(consonants.randomElement(using: &generator)!)\(vowels.randomElement(using: &generator)!)"
    }.joined()
  }
}

/// A reproducible generator, so that a failing seed can be run again.
package struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
