/// Which products each creator does not promote, by what her roster says of her.
///
/// A word means a product by its id, its brand, its category, one of its tags, or a niche that one of its tags
/// belongs to. m products.
package struct ExcludedProducts: Sendable {
  /// By creator, for those who exclude some: the word for each product, nil for products she takes; m.
  private var words: [Int: [String?]] = [:]

  package var isEmpty: Bool { words.isEmpty }

  package init(_ campaign: Campaign, taxonomy: NicheTaxonomy) {
    let exclusions = campaign.roster.exclusions
    guard exclusions.count > 0, exclusions.byteCount > 0 else { return }
    let matcher = ProductWords(campaign.products.products, taxonomy)
    // Many creators of one agency exclude the same.
    var known: [String: [String?]] = [:]
    for creator in 0..<exclusions.count where !exclusions.isEmpty(creator) {
      let text = exclusions[creator]
      let found = known[text] ?? matcher.excluded(text, campaign.brief.window)
      known[text] = found
      if found.contains(where: { $0 != nil }) { words[creator] = found }
    }
  }

  /// The word that keeps a creator from a product; nil where none does.
  package func word(creator: Int, product: Int) -> String? { words[creator]?[product] }
}

/// What words mean a product.
private struct ProductWords {
  private let own: [Set<String>]
  private let ids: [String]

  init(_ products: [Product], _ taxonomy: NicheTaxonomy) {
    ids = products.map(\.id)
    let parents = taxonomy.parents
    let wordsOfNiche = taxonomy.niches.map { niche in
      Set((niche.words + [niche.id]).map { NicheTags.comparable(word: $0) })
    }
    own = products.map { product in
      var words = Set(
        NicheTags.split(product.niche)
          + [product.brand, product.category].map { NicheTags.comparable(word: $0) })
      words.remove("")
      // A niche's own words mean it, and those of the niches that it belongs to.
      for (place, ofNiche) in wordsOfNiche.enumerated() where !ofNiche.isDisjoint(with: words) {
        var next: Int? = place
        var depth = 0
        while let niche = next, depth < wordsOfNiche.count {
          words.formUnion(wordsOfNiche[niche])
          next = parents[niche]
          depth += 1
        }
      }
      return words
    }
  }

  func excluded(_ text: String, _ window: CampaignWindow?) -> [String?] {
    let stated = CreatorExclusion.list(plain: text).filter { $0.meets(window) }
    return own.indices.map { product in
      stated.first { exclusion in
        exclusion.word == ids[product]
          || own[product].contains(NicheTags.comparable(word: exclusion.word))
      }?.word
    }
  }
}
