import Casting
import CastingTestSupport
import Testing

@Suite("Affinities bridge words and languages") struct AffinityLanguageTests {
  private func affinities(_ roster: Roster, _ products: [Product]) -> [Double] {
    NicheEmbeddings.make(
      roster: roster, products: ProductList(products), brief: Brief(), threads: 2
    ).affinities(concentration: 3, threads: 2)
  }

  /// Mean over products of the share of their own topic among as many best creators as it has.
  private func precision(
    _ spoken: SpokenTopics, _ products: [Product], among creators: [Int]
  ) -> Double {
    let table = affinities(spoken.roster, products)
    let shares = products.indices.map { product in
      let own = creators.count { spoken.creatorTopics[$0] == product }
      let best = creators.sorted {
        (-table[$0 * products.count + product], $0) < (-table[$1 * products.count + product], $1)
      }.prefix(own)
      return Double(best.count { spoken.creatorTopics[$0] == product }) / Double(own)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  @Test("a Japanese product finds creators who use other words of its topic")
  func japaneseProducts() {
    let spoken = SpokenTopics()
    let japanese = spoken.isJapanese.indices.filter { spoken.isJapanese[$0] }
    let found = precision(spoken, spoken.japaneseProducts, among: japanese)
    print("Japanese products, Japanese creators: precision \(found)")
    #expect(found >= 0.9)
  }

  @Test("an English product finds Japanese creators, with whom it shares no word")
  func englishProducts() {
    let spoken = SpokenTopics()
    let japanese = spoken.isJapanese.indices.filter { spoken.isJapanese[$0] }
    let texts = (0..<spoken.roster.count).map { spoken.roster.bios[$0] }
    let goods = spoken.englishProducts.map { "\($0.name) \($0.description)" }
    let plain = PlainTermCosine(documents: texts + goods)
    for creator in japanese {
      for product in goods.indices { #expect(plain.cosine(creator, texts.count + product) == 0) }
    }
    let found = precision(spoken, spoken.englishProducts, among: japanese)
    print("English products, Japanese creators: precision \(found)")
    #expect(found >= 0.9)
  }

  @Test("own topics rank above others, at least as high as by plain TF-IDF")
  func reciprocalRank() {
    let spoken = SpokenTopics()
    let products = spoken.japaneseProducts
    let documents =
      (0..<spoken.roster.count).map { spoken.roster.bios[$0] }
      + products.map { "\($0.name) \($0.description)" }
    let plain = PlainTermCosine(documents: documents)
    let plainScores = (0..<spoken.roster.count * products.count).map {
      plain.cosine($0 / products.count, spoken.roster.count + $0 % products.count)
    }
    func rank(_ scores: [Double]) -> Double {
      meanReciprocalRank(
        scores: scores, creatorTopics: spoken.creatorTopics,
        productTopics: Array(products.indices))
    }
    let (ours, theirs) = (rank(affinities(spoken.roster, products)), rank(plainScores))
    print("mean reciprocal rank, written by hand: \(ours), plain TF-IDF \(theirs)")
    #expect(ours >= theirs)
    #expect(ours >= 0.9)
  }

  @Test("美容, skincare and コスメ meet in a roster of thirty people")
  func thirtyPeople() {
    var roster = Roster()
    func add(_ niche: String, _ bio: String) {
      roster.creatorIDs.append("C\(roster.count)")
      roster.niches.append(niche)
      roster.bios.append(bio)
    }
    add("美容", "毎日21時から配信しています")
    add("skincare", "Streaming every night from Osaka")
    add("コスメ", "仕事のご依頼はメールまで")
    for other in ["釣り", "camping", "犬", "筋トレ", "ゲーム", "coffee", "日本酒", "鉄道", "投資"] {
      add(other, "毎日21時から配信しています")
      add(other, "Streaming every night from Osaka")
      add(other, "仕事のご依頼はメールまで")
    }
    var products: [Product] = []
    for (name, niche) in [("新作セット", "美容"), ("Starter kit", "skincare"), ("限定", "コスメ")] {
      var product = Product(id: niche, price: 1000)
      product.name = name
      product.niche = niche
      products.append(product)
    }
    let table = affinities(roster, products)
    for product in 0..<3 {
      let scores = (0..<30).map { table[$0 * 3 + product] }
      let (own, others) = (scores[..<3].min()!, scores[3...].max()!)
      #expect(own > 2 * others, "product \(product): \(own) against \(others)")
      // A niche that fits is worth more than knowing nothing.
      #expect(own > NicheEmbeddings.unknownAffinity(concentration: 3), "product \(product)")
    }
  }

  @Test("one creator, one product, and people who say nothing")
  func tinyRosters() {
    var roster = Roster()
    roster.creatorIDs.append("C1")
    roster.niches.append("釣り")
    roster.bios.append("")
    var product = Product(id: "P1", price: 1000)
    product.niche = "fishing"
    #expect(affinities(roster, [product])[0] > 0.8)
    product.niche = ""
    let unknown = NicheEmbeddings.unknownAffinity(concentration: 3)
    #expect(affinities(roster, [product]) == [unknown])
    roster.creatorIDs.append("C2")
    roster.niches.append(" ;、| ")
    roster.bios.append("✨🎣✨")
    product.niche = "釣り"
    let table = affinities(roster, [product])
    #expect(table[0] > 0.99)
    #expect(table[1] == unknown)
    #expect(affinities(Roster(), [product]).isEmpty)
    #expect(affinities(roster, []).isEmpty)
  }

  @Test("words that nobody shares are known, and far from everything")
  func nothingInCommon() {
    var roster = Roster()
    roster.creatorIDs.append("C1")
    roster.niches.append("")
    roster.bios.append("wibble")
    var product = Product(id: "P1", price: 1000)
    product.name = "wobble"
    let embeddings = NicheEmbeddings.make(
      roster: roster, products: ProductList([product]), brief: Brief(), threads: 1)
    #expect(embeddings.isKnown(creator: 0, product: 0))
    #expect(embeddings.affinity(creator: 0, product: 0, concentration: 0) == 1)
    let table = embeddings.affinities(concentration: 3, threads: 1)
    #expect(table[0] < 0.0498)
    #expect(table[0] == embeddings.affinity(creator: 0, product: 0, concentration: 3))
  }

  @Test("a brief's own niches join words the taxonomy does not know")
  func niches() {
    var roster = Roster()
    for (index, niche) in ["つるすべ", "釣り", "犬"].enumerated() {
      roster.creatorIDs.append("C\(index)")
      roster.niches.append(niche)
      roster.bios.append("")
    }
    var product = Product(id: "P1", price: 1000)
    product.niche = "ぷるもち"
    var brief = Brief()
    let products = ProductList([product])
    let before = NicheEmbeddings.make(
      roster: roster, products: products, brief: brief, threads: 1)
    #expect(before.affinity(creator: 0, product: 0, concentration: 3) < 0.06)
    brief.niches = [NicheDefinition(id: "jelly", parent: "beauty", words: ["つるすべ", "ぷるもち"])]
    let after = NicheEmbeddings.make(roster: roster, products: products, brief: brief, threads: 1)
    #expect(after.affinity(creator: 0, product: 0, concentration: 3) > 0.8)
    #expect(after.affinity(creator: 1, product: 0, concentration: 3) < 0.06)
  }
}
