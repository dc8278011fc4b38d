/// Niches with their parents and the words, in any language, that mean them.
package struct NicheTaxonomy: Sendable {
  /// In a fixed order; ids are unique.
  package private(set) var niches: [NicheDefinition]

  /// The taxonomy that ships with the program (`niches.tsv`).
  package static let builtIn = NicheTaxonomy(table: PackageResources.niches_tsv)

  package init(_ niches: [NicheDefinition]) { self.niches = niches }

  /// Reads a table of id, parent id, Japanese words and English words, tab-separated, words
  /// separated by `;`. Lines that start with `#` are comments.
  init(table utf8: [UInt8]) {
    let lines = String(decoding: utf8, as: UTF8.self).split(separator: "\n")
    niches = lines.filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      precondition(cells.count == 4, "niches.tsv has 4 columns, not \(cells.count): \(line)")
      let words = cells[2...].flatMap { $0.split(separator: ";").map(String.init) }
      return NicheDefinition(id: String(cells[0]), parent: String(cells[1]), words: words)
    }
  }

  /// This taxonomy with a brief's own niches.
  ///
  /// A new id adds a niche. A known id gains the words, and the parent if one is given. A word that
  /// the brief claims no longer means the niche it meant before.
  package func extended(by definitions: [NicheDefinition]) -> NicheTaxonomy {
    guard !definitions.isEmpty else { return self }
    let claimed = Set(definitions.flatMap(\.words).map { NormalizedText($0).scalars })
    var result = self
    for index in result.niches.indices {
      result.niches[index].words.removeAll { claimed.contains(NormalizedText($0).scalars) }
    }
    for definition in definitions { result.add(definition) }
    return result
  }

  private mutating func add(_ definition: NicheDefinition) {
    guard let index = niches.firstIndex(where: { $0.id == definition.id }) else {
      niches.append(definition)
      return
    }
    niches[index].words += definition.words
    if !definition.parent.isEmpty { niches[index].parent = definition.parent }
  }

  /// Position of each niche's parent, nil for a niche without a known one.
  package var parents: [Int?] {
    let position = Dictionary(
      niches.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return niches.map { position[$0.parent] }
  }
}
