import Allocation
import Casting

/// A problem as rules make it, one after the other: rows, limits of items, links, and which deals
/// there are at all.
package struct ProblemDraft: Sendable {
  package let frame: RuleFrame
  /// In the order of the rules.
  private(set) var rows: [AllocationRow] = []
  private(set) var book = RuleBook()
  /// Number of the row of each rule that has one.
  private(set) var rowOfRule: [Int: Int] = [:]
  /// Which deals may not be, by the numbers of the rules that say so.
  private(set) var bans: [(rule: Int, match: FilterMatch)] = []
  private(set) var locks = CampaignLocks()
  private(set) var groups: [CampaignLinks.Group] = []
  /// A creator has one deal of each key; by kind.
  package var exclusionKeys: [Int32]
  /// Money for all.
  package var budget = Double.infinity
  /// Money that deals of one creator may cost together.
  package var spendLimit = Double.infinity
  /// Orders that can be served, by product.
  package var stock: [Double]
  package var orderCapacity = Double.infinity
  private var itemLimits: [@Sendable (Int, inout AllocationItem) -> Void] = []
  private var rule = (number: 0, name: "")

  private init(_ frame: RuleFrame) {
    self.frame = frame
    exclusionKeys = (0..<frame.kinds.count).map { Int32(frame.kinds.product(ofKind: $0)) }
    stock = [Double](repeating: .infinity, count: frame.kinds.productCount)
  }

  /// The draft with all rules in it. Throws `PlannerError`.
  ///
  /// - Parameter asksOfSingleCreators: whether rules on single creators are put in.
  init(_ rules: RuleSet, in frame: RuleFrame, asksOfSingleCreators: Bool = true) throws {
    self.init(frame)
    for (number, rule) in rules.rules.enumerated()
    where asksOfSingleCreators || !rule.isOfSingleCreators {
      self.rule = (number, rule.name)
      try rule.compile(into: &self)
    }
  }

  /// A sum over deals between two limits.
  package mutating func add(_ row: AllocationRow, share: Double? = nil, offset: Double = 0) {
    rowOfRule[rule.number] = rows.count
    rows.append(row)
    book.entries.append(RuleBook.Entry(name: rule.name, share: share, offset: offset))
  }

  /// No plan holds these deals.
  package mutating func ban(_ deals: FilterMatch) { bans.append((rule.number, deals)) }

  /// The creator must be cast, for the product or for any.
  mutating func lock(creator: Int, product: Int?) { locks.add(creator: creator, product: product) }

  /// Creators who are cast together or apart, or accounts that share limits.
  mutating func link(
    _ members: [Int], _ kind: ItemLink.Rule, named ids: [String], person: String? = nil
  ) {
    groups.append(
      CampaignLinks.Group(
        members: members, rule: kind, creatorIDs: ids, person: person, number: rule.number))
  }

  /// Narrows what single creators may take.
  ///
  /// - Parameter limit: gets a creator's row and what she may take so far.
  package mutating func limitItems(
    _ limit: @escaping @Sendable (_ creator: Int, inout AllocationItem) -> Void
  ) {
    itemLimits.append(limit)
  }

  // MARK: What comes of it

  /// What keeps deals out of every plan, for the screen that sorts them out.
  var dealLimits: DealLimits {
    DealLimits(
      bans: bans.map(\.match), budget: budget, spendPerCreator: spendLimit,
      agency: frame.campaign.brief.terms.agency)
  }

  /// - Parameter creators: all when nil.
  func items(_ roster: ResolvedRoster, _ creators: Range<Int>? = nil) -> [AllocationItem] {
    (creators ?? 0..<roster.count).map { creator in
      var item = AllocationItem(
        slots: max(0, roster.slots[creator]), fixedCost: roster.activationCosts[creator],
        spendLimit: spendLimit)
      for limit in itemLimits { limit(creator, &item) }
      return item
    }
  }

  /// What is asked of single creators: who must be cast, and who goes together or apart.
  func addSingleCreators(to problem: inout AllocationProblem) {
    locks.apply(to: &problem.items, kinds: frame.kinds)
    problem.links = CampaignLinks(groups).itemLinks
  }
}
