extension NicheEmbeddings {
  /// Creators whose texts shape the space: beyond this many, an even sample of the roster.
  ///
  /// A niche with a share of one in a thousand still has thirty creators in it.
  static let maximumSampledCreators = 32_768

  /// Vectors from tags, bios, names, descriptions and categories in any language.
  ///
  /// n creators and m products with w terms each: O((n + m) w k). The bytes do not depend on
  /// `threads`.
  static func fromText(
    roster: Roster, products: ProductList, niches: [NicheDefinition], threads: Int
  ) -> NicheEmbeddings {
    let list = products.products
    let sampled = min(roster.count, maximumSampledCreators)
    let model = NicheModel(
      taxonomy: NicheTaxonomy.builtIn.extended(by: niches), documents: sampled + list.count,
      products: sampled..<sampled + list.count, threads: threads
    ) { document, reader in
      if document < sampled {
        reader.read(creator: document * roster.count / sampled, of: roster)
      } else {
        reader.read(list[document - sampled])
      }
    }
    let creators = model.embeddings(documents: roster.count, threads: threads) {
      $1.read(creator: $0, of: roster)
    }
    let goods = model.embeddings(documents: list.count, threads: threads) { $1.read(list[$0]) }
    return NicheEmbeddings(
      source: .text, dimensions: model.dimensions, creators: creators.rows, products: goods.rows,
      creatorIsKnown: creators.isKnown, productIsKnown: goods.isKnown)
  }
}
