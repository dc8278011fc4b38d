import Allocation
import Casting
import LinearAlgebra

/// A campaign whose creators are looked at some at a time, and never held all at once.
///
/// n creators, m products, k dimensions.
public struct LongCampaign: Sendable {
  /// All of it but the creators; deals are numbered by rows of the whole roster.
  let campaign: Campaign
  let roster: any RosterSource
  private let norms: RosterNorms
  private let formats: CampaignFormats
  /// Made once: no rule holds rows of the roster, and every part has the same columns.
  let rules: RuleSet
  /// Of all creators, where they are made from texts; nil where creators bring their own.
  private let vectors: NicheEmbeddings?

  /// Creators whose deals stay in the second-level cache while they are priced; a part of the roster is a
  /// whole number of these, so that rounding does not depend on how it is cut.
  static let creatorsPerBlock = OptionMaker.creatorsPerBlock
  /// Creators of whom all is worked out at a time, by each thread.
  package static let creatorsPerPart = 16 * creatorsPerBlock

  /// Looks through the roster where it has texts only: what they are about is worked out once, and held,
  /// 4 k bytes a creator.
  ///
  /// - Parameters:
  ///   - campaign: its own roster is of no account.
  ///   - norms: what is typical of all creators.
  package init(
    _ campaign: Campaign, of roster: any RosterSource, norms: RosterNorms, threads: Int
  ) throws {
    try self.init(campaign, of: roster, norms: norms, rules: .standard, threads: threads)
  }

  /// - Parameter rules: the kinds of rules that there are.
  package init(
    _ campaign: Campaign, of roster: any RosterSource, norms: RosterNorms, rules: RuleCatalogue,
    threads: Int
  ) throws {
    let head = try roster.creators(0..<min(roster.count, 1), .deals)
    self.roster = roster
    self.norms = norms
    formats = CampaignFormats(roster: head, brief: campaign.brief, deals: campaign.deals)
    let hasVectors =
      head.embeddingDimensions > 0 && campaign.products.embeddingDimensions > 0
    WarmBLAS.ensure(threads: threads)
    vectors =
      hasVectors ? nil : try Self.textVectors(campaign, of: roster, threads: threads)
    var campaign = campaign
    campaign.roster = head
    self.rules = RuleSet(campaign, rules)
    campaign.roster = Roster()
    self.campaign = campaign
  }

  /// The campaign of a roster in memory.
  init(_ campaign: Campaign, rules: RuleCatalogue, threads: Int) throws {
    try self.init(
      campaign, of: HeldRoster(roster: campaign.roster), norms: RosterNorms(of: campaign.roster),
      rules: rules, threads: threads)
  }

  private static func textVectors(
    _ campaign: Campaign, of roster: any RosterSource, threads: Int
  ) throws -> NicheEmbeddings {
    let starts = stride(from: 0, to: roster.count, by: 8 * creatorsPerPart)
    func part(_ start: Int) throws -> Roster {
      try roster.creators(start..<min(roster.count, start + 8 * creatorsPerPart), .everything)
    }
    var sample = TextSample()
    for start in starts { sample.add(try part(start)) }
    let model = NicheModel(
      sample: sample, products: campaign.products.products, niches: campaign.brief.niches,
      threads: threads)
    let products = model.embeddings(campaign.products.products, threads: threads)
    var creators: [Float] = []
    creators.reserveCapacity(roster.count * model.dimensions)
    var isKnown: [Bool] = []
    for start in starts {
      let part = NicheEmbeddings(
        model: model, roster: try part(start), products: products, threads: threads)
      creators += part.creators
      isKnown += part.creatorIsKnown
    }
    return NicheEmbeddings(
      source: .text, dimensions: model.dimensions, creators: creators, products: products.rows,
      creatorIsKnown: isKnown, productIsKnown: products.isKnown)
  }

  var count: Int { roster.count }
  /// What is wanted, and the rules.
  public var brief: Brief { campaign.brief }

  /// Deals that creators may be asked for, about.
  var dealCount: Int { count * dealsPerCreator }
  var dealsPerCreator: Int { campaign.products.products.count * formats.inPlay.count }

  /// The same of a roster in memory.
  static func dealCount(of campaign: Campaign) -> Int {
    let formats = CampaignFormats(
      roster: campaign.roster, brief: campaign.brief, deals: campaign.deals)
    return campaign.roster.count * campaign.products.products.count * formats.inPlay.count
  }

  /// The campaign with all creators in memory. Throws where they cannot be read.
  package func held() throws -> Campaign {
    var campaign = campaign
    campaign.roster = try roster.everybody()
    return campaign
  }

  // MARK: Parts

  /// Some creators in a row, without what the brief asks of single ones.
  ///
  /// Works on the calling thread. Throws `PlannerError`, and where creators cannot be read.
  func part(_ rows: Range<Int>) throws -> CastingFrame {
    try frame(
      of: roster.creators(rows, .deals), rows: Array(rows), namesCreators: false, threads: 1)
  }

  /// The problem of some creators, without what the brief asks of single ones.
  ///
  /// - Parameter rows: ascending. Throws as `part` does.
  func problem(of rows: [Int], threads: Int) throws -> CastingProblem {
    CastingProblem(
      try frame(
        of: roster.creators(rows), rows: rows, namesCreators: false, threads: threads),
      threads: threads)
  }

  /// The problem of listed creators, among them all whom the brief names. Throws as `part` does.
  ///
  /// - Parameter rows: ascending.
  func listed(_ rows: [Int], threads: Int) throws -> CastingProblem {
    CastingProblem(
      try frame(of: roster.creators(rows), rows: rows, namesCreators: true, threads: threads),
      threads: threads, selectedFrom: rows)
  }

  private func frame(
    of creators: Roster, rows: [Int], namesCreators: Bool, threads: Int
  ) throws -> CastingFrame {
    var part = campaign
    part.roster = creators
    part.deals = campaign.deals.selecting(rows)
    return try CastingFrame(
      part, rules: rules, asksOfSingleCreators: namesCreators, threads: threads,
      reusing: ResponseModel(
        campaign: part, norms: norms,
        embeddings: vectors?.selecting(rows)
          ?? NicheEmbeddings(
            ownCreators: creators.embeddings, ownProducts: part.products.embeddings,
            dimensions: creators.embeddingDimensions, threads: threads),
        formats: formats, threads: threads))
  }

  /// Calls `body` with the problems of some creators, a part of them at a time, in order.
  ///
  /// - Parameter rows: ascending. Throws as `part` and `body` do.
  func forEachPart(
    of rows: [Int], threads: Int, _ body: ([Int], CastingProblem) throws -> Void
  ) throws {
    for start in stride(from: 0, to: rows.count, by: Self.creatorsPerPart) {
      let part = Array(rows[start..<min(rows.count, start + Self.creatorsPerPart)])
      try body(part, problem(of: part, threads: threads))
    }
  }

  /// Calls `body` with every part of the roster, from several threads, and waits.
  ///
  /// - Parameter body: gets the rows of a part and its creators. Throws what the first part in the order
  ///   of the roster throws.
  func forEachPart(
    threads: Int, _ body: @Sendable (Range<Int>, CastingFrame) throws -> Void
  ) throws {
    var failures = [(any Error)?](
      repeating: nil, count: Blocks.count(covering: count, blockSize: Self.creatorsPerPart))
    failures.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: count, blockSize: Self.creatorsPerPart, threads: threads) {
        do { try body($1, part($1)) } catch { output.base[$0] = error }
      }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
  }
}
