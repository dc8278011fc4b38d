/// What scoring takes from a roster as a whole: what is typical of its creators, and the space in
/// which texts are compared.
///
/// Kept in a file it gives tomorrow's creators, few as they may be, the same measure and the same
/// space.
public struct ScoringModel: Sendable {
  package let norms: RosterNorms
  /// Niches of the brief that the space was made with.
  public let niches: [NicheDefinition]
  /// Creators that were read.
  public let creatorCount: Int
  /// Nil where creators and products bring embeddings of their own.
  let space: NicheModel?

  /// Groups that audiences were divided into.
  public var audienceCells: AudienceCells { norms.audience.cells }

  /// Whether texts can be compared.
  public var hasSpace: Bool { space != nil }

  init(norms: RosterNorms, niches: [NicheDefinition], creatorCount: Int, space: NicheModel?) {
    self.norms = norms
    self.niches = niches
    self.creatorCount = creatorCount
    self.space = space
  }
}

/// Gathers a scoring model from a roster of any length, part after part, in bounded memory.
public struct RosterSurvey: Sendable {
  private var norms = RosterNorms()
  private var sample = TextSample()
  /// Creators in the parts added so far.
  public private(set) var creatorCount = 0

  /// Nothing seen yet.
  public init() {}

  /// Adds the next part of the roster; the result does not depend on how it is cut.
  public mutating func add(_ roster: Roster) {
    norms.add(roster)
    sample.add(roster)
    creatorCount += roster.count
  }

  /// Fits the space, where the products have no embeddings of their own; its bits do not depend on
  /// `threads`.
  public func model(
    products: ProductList, niches: [NicheDefinition], threads: Int
  ) -> ScoringModel {
    ScoringModel(
      norms: norms, niches: niches, creatorCount: creatorCount,
      space: products.embeddingDimensions > 0
        ? nil
        : NicheModel(
          sample: sample, products: products.products, niches: niches, threads: threads))
  }
}
