import Allocation
import Casting
import LinearAlgebra

/// A rule of the brief that is not a sum over deals, and can only be lifted whole.
enum LiftedRule: Sendable, Equatable {
  case exclusiveCategories
  case spendPerCreator
  /// A creator must be cast, for any product or for one.
  case lock(creator: Int, product: Int?)
  /// By its place in the brief.
  case ban(Int)
  /// By its place among the groups.
  case group(Int)
}

/// By how much the bound at a plan's prices would rise if a rule were lifted.
///
/// The prices stay as they are, so the best plan without the rule gains at most so much (and the
/// plan's own gap).
struct RulePrices: Sendable {
  let problem: CastingProblem
  let priced: PricedDeals
  let threads: Int

  private static let creatorsPerBlock = 512

  /// In the unit of the objective, never negative; 0 for a difference of rounding alone.
  func price(lifting rule: LiftedRule) -> Double {
    let parts = self.parts(touchedBy: rule)
    var differences = [Double](repeating: 0, count: parts.count)
    differences.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: parts.count, blockSize: Self.creatorsPerBlock, threads: threads) {
        for part in $1 { output.base[part] = difference(parts[part], rule) }
      }
    }
    return differences.reduce(0, +)
  }

  private func difference(_ part: [Int], _ rule: LiftedRule) -> Double {
    if part.count == 1, isIndifferent(part[0], rule) { return 0 }
    let with = earnings(part, lifting: nil)
    let without = earnings(part, lifting: rule)
    guard with.isFinite, without.isFinite else { return 0 }
    let rise = without - with
    return rise > 1e-10 * max(with.magnitude, without.magnitude) ? rise : 0
  }

  /// Whether the rule certainly costs nothing of a creator: she may take what she likes, brings back
  /// no deal without it, and likes one deal at most, which breaks no rule on several.
  private func isIndifferent(_ creator: Int, _ rule: LiftedRule) -> Bool {
    guard rule == .spendPerCreator || rule == .exclusiveCategories,
      rule != .spendPerCreator || !problem.refusals[creator].contains(.overSpendLimit)
    else { return false }
    let terms = problem.terms(ofCreator: creator)
    return !terms.mustBeCast && CreatorChoice.gainfulDeals(terms, priced: priced) < 2
  }

  // MARK: Who is touched

  /// Creators whose choice the rule limits, each with those whose choice depends on hers.
  private func parts(touchedBy rule: LiftedRule) -> [[Int]] {
    var touched: [Int]
    switch rule {
    case .lock(let creator, _): touched = [creator]
    case .group(let number): touched = [problem.links.groups[number].members[0]]
    case .ban(let number):
      let ban = problem.screen.bans[number]
      touched = creators.filter {
        (ban.creators.isEmpty || ban.creators[$0]) && problem.refusals[$0].contains(.banned)
      }
    case .spendPerCreator:
      touched = creators.filter {
        problem.allocation.items[$0].slots > 1 || problem.refusals[$0].contains(.overSpendLimit)
      }
    case .exclusiveCategories:
      touched = creators.filter { problem.allocation.items[$0].slots > 1 }
    }
    var parts: [[Int]] = []
    let components = problem.links.components
    for component in components where !Set(touched).isDisjoint(with: component) {
      parts.append(component)
    }
    let linked = Set(components.joined())
    if !linked.isEmpty { touched.removeAll { linked.contains($0) } }
    return parts + touched.map { [$0] }
  }

  private var creators: Range<Int> { 0..<problem.allocation.itemCount }

  // MARK: What they earn

  /// The most that creators who depend on each other earn together at the prices.
  private func earnings(_ part: [Int], lifting rule: LiftedRule?) -> Double {
    var groups = problem.links.groups
    if case .group(let lifted) = rule { groups.remove(at: lifted) }
    let members = part.map { creator -> PartyChoice.Member in
      let terms = terms(creator, lifting: rule)
      return PartyChoice.Member(
        creator: creator,
        earnings: CreatorChoice.earnings(terms, problem: problem, priced: priced),
        isRequired: terms.mustBeCast)
    }
    return PartyChoice.most(members, groups: part.count > 1 ? groups : [])
  }

  private func terms(_ creator: Int, lifting rule: LiftedRule?) -> CreatorTerms {
    var terms = problem.terms(ofCreator: creator, deals: deals(creator, lifting: rule))
    switch rule {
    case .lock(creator, let product?): terms.requiredProducts.removeAll { $0 == product }
    case .lock(creator, nil): terms.isRequired = false
    case .spendPerCreator: terms.spendLimit = .infinity
    case .exclusiveCategories:
      terms.keys = terms.keys.indices.map { Int32(problem.kinds.product(ofKind: $0)) }
    case .lock, .ban, .group, nil: break
    }
    return terms
  }

  private func deals(_ creator: Int, lifting rule: LiftedRule?) -> [DealCandidate] {
    let refusals = problem.refusals[creator]
    var ban: Int?
    var withoutLimit = false
    switch rule {
    case .ban(let number) where refusals.contains(.banned): ban = number
    case .spendPerCreator where refusals.contains(.overSpendLimit): withoutLimit = true
    default:
      return problem.bookableDeals(ofCreator: creator)
    }
    return problem.offeredDeals(ofCreator: creator).filter {
      problem.admits($0, withoutBan: ban, withoutSpendLimit: withoutLimit)
    }
  }
}
