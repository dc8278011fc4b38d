import Allocation
import Casting
import LinearAlgebra

/// Looks at the deals of a long roster at fixed prices, some creators at a time: no deal is kept.
struct RosterSweep: Sendable {
  /// What a look found.
  struct Findings: Sendable {
    /// The most that the creators looked at may bring together at the prices.
    var sum = 0.0
    /// Creators with a deal that pays, or nearly pays; ascending.
    var near: [Int] = []
    /// The same by a wider tolerance, where one was asked for.
    var nearby: [Int] = []
    /// What every creator's best deal earns; −∞ for those without any, and those left aside.
    var earnings: [Double] = []
    /// What she adds at most if she is cast at all.
    var ceilings: [Double] = []
    /// Why deals of every creator were not considered.
    var refusals: [Refusal] = []
    /// Whether she may take several deals.
    var takesSeveral: [Bool] = []
  }

  let campaign: LongCampaign
  let threads: Int

  private var count: Int { campaign.count }

  /// O(n m (k + S)) for embeddings of k dimensions and S audience cells. Throws where creators cannot be
  /// read.
  ///
  /// - Parameters:
  ///   - isLeftAside: creators not to look at; n.
  ///   - tolerance: what a deal may fall short of paying, as a share of its gross worth, for its creator
  ///     to count as near; and `wide`, the same to count as nearby.
  func findings(
    at prices: AllocationPrices, except isLeftAside: [Bool], tolerance: Double, wide: Double? = nil
  ) throws -> Findings {
    var all = Findings()
    all.earnings = [Double](repeating: -.infinity, count: count)
    all.ceilings = all.earnings
    all.refusals = [Refusal](repeating: [], count: count)
    all.takesSeveral = [Bool](repeating: false, count: count)
    var blocks = [(sum: Double, near: [Int], nearby: [Int])](
      repeating: (0, [], []),
      count: Blocks.count(covering: count, blockSize: LongCampaign.creatorsPerBlock))
    try blocks.withUnsafeMutableBufferPointer { blocks in
      try all.withWrites { all in
        let sums = DisjointWrites(blocks)
        try campaign.forEachPart(threads: threads) { rows, frame in
          let maker = frame.maker
          for start in stride(from: 0, to: rows.count, by: LongCampaign.creatorsPerBlock) {
            let creators = start..<min(rows.count, start + LongCampaign.creatorsPerBlock)
            let first = rows.lowerBound + start
            let block = maker.block(
              creators, except: Array(isLeftAside[first..<first + creators.count]))
            let pass = ItemPass(
              over: frame.problem(of: creators, [block]), at: prices, tolerance: tolerance,
              wide: wide)
            all.write(pass, block.refusals, at: first)
            for creator in creators {
              all.takesSeveral.base[rows.lowerBound + creator] =
                frame.response.roster.slots[creator] > 1
            }
            sums.base[first / LongCampaign.creatorsPerBlock] = (
              pass.sum, pass.near.map { first + Int($0) }, pass.nearby.map { first + Int($0) }
            )
          }
        }
      }
    }
    for block in blocks {
      all.sum += block.sum
      all.near += block.near
      all.nearby += block.nearby
    }
    return all
  }

  /// Who is near among some creators; ascending, as they are. Throws where creators cannot be read.
  func near(among rows: [Int], at prices: AllocationPrices, tolerance: Double) throws -> [Int] {
    var near: [Int] = []
    try campaign.forEachPart(of: rows, threads: threads) { rows, problem in
      let pass = ItemPass(over: problem.allocation, at: prices, tolerance: tolerance)
      near += pass.near.map { rows[Int($0)] }
    }
    return near
  }
}

/// Findings that several threads write, each of creators of its own.
private struct FindingWrites: Sendable {
  let earnings: DisjointWrites<Double>
  let ceilings: DisjointWrites<Double>
  let refusals: DisjointWrites<Refusal>
  let takesSeveral: DisjointWrites<Bool>

  func write(_ pass: ItemPass, _ refused: [Refusal], at first: Int) {
    for creator in refused.indices {
      earnings.base[first + creator] = pass.earnings[creator]
      ceilings.base[first + creator] = pass.ceilings[creator]
      refusals.base[first + creator] = refused[creator]
    }
  }
}

extension RosterSweep.Findings {
  fileprivate mutating func withWrites(_ body: (FindingWrites) throws -> Void) rethrows {
    try earnings.withUnsafeMutableBufferPointer { earnings in
      try ceilings.withUnsafeMutableBufferPointer { ceilings in
        try refusals.withUnsafeMutableBufferPointer { refusals in
          try takesSeveral.withUnsafeMutableBufferPointer { takesSeveral in
            try body(
              FindingWrites(
                earnings: DisjointWrites(earnings), ceilings: DisjointWrites(ceilings),
                refusals: DisjointWrites(refusals), takesSeveral: DisjointWrites(takesSeveral)))
          }
        }
      }
    }
  }
}
