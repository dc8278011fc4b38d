import Casting
import Testing

@Suite("Niche taxonomy") struct AffinityTaxonomyTests {
  private func niches(in text: String, _ taxonomy: NicheTaxonomy = .builtIn) -> [String] {
    NicheMatcher(taxonomy).niches(in: text).map { taxonomy.niches[$0].id }
  }

  @Test func everyNicheHasItsOwnIDAndAKnownParentWithoutCircles() {
    let niches = NicheTaxonomy.builtIn.niches
    let ids = Set(niches.map(\.id))
    #expect(ids.count == niches.count)
    #expect((55...70).contains(niches.count))
    let parents = Dictionary(uniqueKeysWithValues: niches.map { ($0.id, $0.parent) })
    for niche in niches where !niche.parent.isEmpty {
      #expect(ids.contains(niche.parent), "\(niche.id)")
      #expect(parents[niche.parent] == "", "\(niche.id): parents have no parents")
    }
  }

  @Test("eight words and more in each language, each of which means one niche")
  func everyWordMeansOneNiche() {
    let taxonomy = NicheTaxonomy.builtIn
    for niche in taxonomy.niches {
      let english = niche.words.filter { $0.allSatisfy(\.isASCII) }
      #expect(english.count >= 8, "\(niche.id)")
      #expect(niche.words.count - english.count >= 8, "\(niche.id)")
      for word in niche.words {
        let found = niches(in: word)
        #expect(found == [niche.id], "\(word) of \(niche.id) means \(found)")
      }
    }
  }

  @Test(
    "words as people write them",
    arguments: [
      ("ﾌﾟﾁﾌﾟﾗｺｽﾒ", ["beauty"]), ("ＳＫＩＮＣＡＲＥ lover", ["skincare"]), ("Skin  care", []),
      ("高保湿化粧水セット", ["skincare", "skincare"]), ("dogs and cats", ["dog", "cat"]), ("catalog", []),
      ("パンツ", []), ("パン、パンツ", ["bread"]), ("ウイスキー", ["alcohol"]), ("犬種", []),
      ("犬と猫", ["dog", "cat"]), ("いぬのねこ", ["dog"]), ("ラテアート", ["coffee"]), ("スーツケース", ["travel"]),
      ("自作pc", ["gadgets"]), ("", []), ("もういぬ", []),
    ])
  func matching(text: String, expected: [String]) {
    #expect(niches(in: text) == expected, "\(text)")
  }

  @Test("a brief adds niches and words, and takes words over")
  func extending() {
    let taxonomy = NicheTaxonomy.builtIn.extended(by: [
      NicheDefinition(id: "sumo", parent: "sports", words: ["相撲", "sumo"]),
      NicheDefinition(id: "skincare", parent: "", words: ["つるすべ"]),
    ])
    #expect(niches(in: "相撲", .builtIn) == ["sports"])
    #expect(niches(in: "相撲とsumo", taxonomy) == ["sumo", "sumo"])
    #expect(niches(in: "つるすべの化粧水", taxonomy) == ["skincare", "skincare"])
    let skincare = taxonomy.niches.first { $0.id == "skincare" }
    #expect(skincare?.parent == "beauty")
    #expect(taxonomy.niches.last?.parent == "sports")
  }
}
