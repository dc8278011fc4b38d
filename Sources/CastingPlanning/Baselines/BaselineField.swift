import Allocation
import Casting
import LinearAlgebra

/// What rules of thumb look at: creators who can be cast, their order of choice, their niches.
final class BaselineField: Sendable {
  let problem: CastingProblem
  let empty: AllocationState
  /// Creators with at least one deal; ascending.
  let creators: [Int]
  /// Best value per yen of a creator's deals when nothing is booked yet; n, −∞ without deals.
  let freshReturns: [Double]
  /// What a deal adds when nothing is booked yet; by option. Later it adds less, but for what its creator
  /// was paid for by then.
  private let freshGains: [Double]
  /// First niche tag of every creator, numbered in order of appearance; n.
  let niches: [Int]
  let nicheCount: Int
  /// Who comes with whom, and who is kept apart.
  let parties: CastParties

  private static let creatorsPerBlock = 512

  init(problem: CastingProblem, empty: AllocationState, threads: Int) {
    self.problem = problem
    self.empty = empty
    parties = CastParties(problem.links.groups)
    let count = problem.allocation.itemCount
    creators = (0..<count).filter { !problem.options(ofCreator: $0).isEmpty }
    var returns = [Double](repeating: -.infinity, count: count)
    var gains = [Double](repeating: 0, count: problem.allocation.optionCount)
    returns.withUnsafeMutableBufferPointer { returns in
      gains.withUnsafeMutableBufferPointer { gains in
        let (returns, gains) = (DisjointWrites(returns), DisjointWrites(gains))
        Blocks.forEach(count: count, blockSize: Self.creatorsPerBlock, threads: threads) {
          for creator in $1 {
            for option in problem.options(ofCreator: creator) {
              gains.base[option] = empty.gain(adding: option)
              let ratio = ValuePerYen.ratio(
                value: gains.base[option], yen: ValuePerYen.addedSpend(option, to: empty))
              returns.base[creator] = max(returns.base[creator], ratio)
            }
          }
        }
      }
    }
    freshReturns = returns
    freshGains = gains
    var numbers: [String: Int] = [:]
    var niches: [Int] = []
    niches.reserveCapacity(count)
    for creator in 0..<count {
      let tag = NicheTags.split(problem.campaign.roster.niches[creator]).first ?? ""
      let number = numbers[tag] ?? numbers.count
      numbers[tag] = number
      niches.append(number)
    }
    self.niches = niches
    nicheCount = numbers.count
  }

  /// Gains are sums, so two orders of adding up may differ by so much of one.
  private static let rounding = 1e-9

  /// No state of a plan lets the deal add more.
  func mostGain(_ option: Int, of creator: Int) -> Double {
    let allocation = problem.allocation
    let fresh = freshGains[option]
    return fresh + Self.rounding * abs(fresh)
      + allocation.costWeight * allocation.items[creator].fixedCost
  }

  /// No choice of deals of the creator adds more.
  func mostGain(of creator: Int) -> Double {
    let gains = problem.options(ofCreator: creator).map { max(0, mostGain($0, of: creator)) }
    return gains.sorted(by: >).prefix(problem.allocation.items[creator].slots).reduce(0, +)
  }

  /// Creators in the order a rule of thumb would ask them; ties keep roster order.
  func order(_ rule: RuleOfThumb) -> [Int] {
    let roster = problem.campaign.roster
    switch rule {
    case .topFollowers: return creators(by: { roster.followers[$0] })
    case .bestEngagement: return creators(by: { roster.engagementRates.value($0, default: -1) })
    case .valuePerYen, .equalSplitOverNiches: return creators(by: { freshReturns[$0] })
    case .oneStar: return creators(by: { mostGain(of: $0) })
    }
  }

  private func creators(by score: (Int) -> Double) -> [Int] {
    creators.map { (score: score($0), creator: $0) }
      .sorted { ($1.score, $0.creator) < ($0.score, $1.creator) }.map(\.creator)
  }
}
