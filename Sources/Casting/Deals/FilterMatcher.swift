/// The deals a filter selects: creators × kinds; an empty list means all of them.
package struct FilterMatch: Sendable {
  package var creators: [Bool]
  package var kinds: [Bool]

  package func includes(creator: Int, kind: Int) -> Bool {
    includes(creator: creator) && (kinds.isEmpty || kinds[kind])
  }

  /// Whether it may select some deal of the creator.
  package func includes(creator: Int) -> Bool { creators.isEmpty || creators[creator] }

  /// Whether there is a creator, and a product and format, that it selects.
  package var includesSome: Bool {
    (creators.isEmpty || creators.contains(true)) && (kinds.isEmpty || kinds.contains(true))
  }
}

/// Evaluates filters over a roster and its products.
///
/// Ids are compared as they are; everything else in normal form (NFKC, lower case).
package struct FilterMatcher: Sendable {
  let roster: Roster
  let tiers: [Tier]
  let audience: AudienceEstimate
  let products: [Product]
  let kinds: DealKinds
  /// The built-in niches and the brief's own.
  let taxonomy: NicheTaxonomy

  package init(
    roster: Roster, tiers: [Tier], audience: AudienceEstimate, products: [Product],
    kinds: DealKinds, taxonomy: NicheTaxonomy
  ) {
    self.roster = roster
    self.tiers = tiers
    self.audience = audience
    self.products = products
    self.kinds = kinds
    self.taxonomy = taxonomy
  }

  package func match(_ filter: DealFilter) -> FilterMatch {
    FilterMatch(creators: creators(filter), kinds: kinds(filter))
  }

  private func creators(_ filter: DealFilter) -> [Bool] {
    var mask: [Bool] = []
    func keep(_ passes: (Int) -> Bool) {
      if mask.isEmpty { mask = [Bool](repeating: true, count: roster.count) }
      for creator in 0..<roster.count where mask[creator] { mask[creator] = passes(creator) }
    }
    for attribute in DealFilter.Attribute.allCases where attribute.isOfCreator {
      guard let values = filter.values[attribute] else { continue }
      keep(test(attribute, values))
    }
    if let range = filter.followers { keep { range.contains(roster.followers[$0]) } }
    if let range = filter.engagementRate { keep { range.contains(roster.engagementRates[$0]) } }
    if let wanted = filter.audience {
      let cells = audience.cells.cells(called: wanted.cells)
      keep { wanted.admits(audience.share(of: $0, in: cells)) }
    }
    return mask
  }

  /// The deals of creators whose audience is not as it is wanted.
  package func missing(_ wanted: AudienceShare) -> FilterMatch {
    let cells = audience.cells.cells(called: wanted.cells)
    return FilterMatch(
      creators: (0..<roster.count).map { !wanted.admits(audience.share(of: $0, in: cells)) },
      kinds: [])
  }

  /// All that keeps deals out by the brief alone.
  func bars(of brief: Brief) -> [FilterMatch] {
    brief.bans.map { match($0) }
      + [
        brief.competitors.map { RecentCompetitors($0).deals(of: roster) },
        brief.audienceTarget.map { missing($0) },
      ].compactMap { $0 }
  }

  /// What of a creator's audience the condition is about, 0…1.
  package func share(of creator: Int, _ wanted: AudienceShare) -> Double {
    audience.share(of: creator, in: audience.cells.cells(called: wanted.cells))
  }

  private func test(_ attribute: DealFilter.Attribute, _ values: [String]) -> (Int) -> Bool {
    switch attribute {
    case .tier:
      let wanted = Self.normalized(values)
      return { wanted.contains(tiers[$0].rawValue) }
    case .niche: return nicheTest(values)
    case .creator:
      let wanted = Set(values)
      guard roster.persons.byteCount > 0 else {
        return { wanted.contains(roster.creatorIDs[$0]) }
      }
      // Who names a person means all of her accounts.
      return {
        wanted.contains(roster.creatorIDs[$0])
          || (!roster.persons.isEmpty($0) && wanted.contains(roster.persons[$0]))
      }
    case .platform: return levelTest(roster.platforms, values)
    case .language: return levelTest(roster.languages, values)
    case .region: return levelTest(roster.regions, values)
    case .agency: return levelTest(roster.agencies, values)
    case .employment: return levelTest(roster.employments, values, missing: "external")
    case .certification: return levelTest(roster.certifications, values, missing: "none")
    case .product, .category, .format: return { _ in true }
    }
  }

  /// A column of few values is compared level by level, once.
  private func levelTest(
    _ column: CategoryColumn, _ values: [String], missing: String = ""
  ) -> (Int) -> Bool {
    let wanted = Self.normalized(values)
    let passes = column.levels.map {
      wanted.contains(NormalizedText($0.isEmpty ? missing : $0).string)
    }
    return { passes[Int(column.codes[$0])] }
  }

  /// A tag passes when it is written like a value, or is a word of the same niche as one.
  private func nicheTest(_ values: [String]) -> (Int) -> Bool {
    let wanted = Self.tags(values)
    var words = wanted
    for niche in taxonomy.niches {
      let ofNiche = Self.tags(niche.words + [niche.id])
      if !ofNiche.isDisjoint(with: wanted) { words.formUnion(ofNiche) }
    }
    return { creator in
      NicheTags.split(roster.niches[creator]).contains { words.contains($0) }
    }
  }

  private static func tags(_ values: [String]) -> Set<String> {
    Set(values.map { NicheTags.comparable(word: $0) })
  }

  private func kinds(_ filter: DealFilter) -> [Bool] {
    let ids = filter.values[.product].map { Set($0) }
    let categories = filter.values[.category].map(Self.normalized)
    let formats = filter.values[.format].map(Self.normalized)
    guard ids != nil || categories != nil || formats != nil else { return [] }
    return (0..<kinds.count).map { kind in
      let product = products[kinds.product(ofKind: kind)]
      return (ids?.contains(product.id) ?? true)
        && (categories?.contains(NormalizedText(product.category).string) ?? true)
        && (formats?.contains(NormalizedText(kinds.format(ofKind: kind).rawValue).string) ?? true)
    }
  }

  private static func normalized(_ values: [String]) -> Set<String> {
    Set(values.map { NormalizedText($0).string })
  }
}
