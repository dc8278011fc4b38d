extension NicheEmbeddings {
  /// Vectors from tags, bios, names, descriptions and categories in any language.
  ///
  /// n creators and m products with w terms each: O((n + m) w k). The bytes do not depend on
  /// `threads`.
  static func fromText(
    roster: Roster, products: ProductList, niches: [NicheDefinition], threads: Int
  ) -> NicheEmbeddings {
    let model = NicheModel(
      sample: TextSample(of: roster), products: products.products, niches: niches,
      threads: threads)
    return NicheEmbeddings(
      model: model, roster: roster, products: model.embeddings(products.products, threads: threads),
      threads: threads)
  }

  /// Vectors of a roster in a space that is there already.
  ///
  /// - Parameter products: their unit rows in the space, and whether each says anything.
  package init(
    model: NicheModel, roster: Roster, products: (rows: [Float], isKnown: [Bool]), threads: Int
  ) {
    let creators = model.embeddings(documents: roster.count, threads: threads) {
      $1.read(creator: $0, tags: roster.niches, bios: roster.bios)
    }
    self.init(
      source: .text, dimensions: model.dimensions, creators: creators.rows,
      products: products.rows, creatorIsKnown: creators.isKnown, productIsKnown: products.isKnown)
  }
}

extension NicheModel {
  /// Fits the space to a sample of the creators and to all products.
  package init(
    sample: TextSample, products list: [Product], niches: [NicheDefinition], threads: Int
  ) {
    let creators = sample.count
    self.init(
      taxonomy: NicheTaxonomy.builtIn.extended(by: niches), documents: creators + list.count,
      products: creators..<creators + list.count, threads: threads
    ) { document, reader in
      if document < creators {
        reader.read(creator: document, tags: sample.niches, bios: sample.bios)
      } else {
        reader.read(list[document - creators])
      }
    }
  }

  /// Unit rows of products, m × `dimensions`, and whether each says anything.
  package func embeddings(_ products: [Product], threads: Int) -> (rows: [Float], isKnown: [Bool]) {
    embeddings(documents: products.count, threads: threads) { $1.read(products[$0]) }
  }
}
