import Allocation
import LinearAlgebra

/// Looks at the deals of a long roster at fixed prices, some creators at a time: no deal is kept.
struct RosterSweep: Sendable {
  /// What a look found.
  struct Findings: Sendable {
    /// The most that the creators looked at may bring together at the prices.
    var sum = 0.0
    /// Creators with a deal that pays, or nearly pays; ascending.
    var near: [Int] = []
    /// What every creator's best deal earns; −∞ for those without any, and those left aside.
    var earnings: [Double] = []
    /// What she adds at most if she is cast at all.
    var ceilings: [Double] = []
    /// Why deals of every creator were not considered.
    var refusals: [Refusal] = []
  }

  let frame: CastingFrame
  let threads: Int

  /// Their deals stay in the second-level cache while they are priced.
  private static let creatorsPerPart = OptionMaker.creatorsPerBlock

  /// O(n m (k + S)) for embeddings of k dimensions and S audience cells.
  ///
  /// - Parameters:
  ///   - isLeftAside: creators not to look at; n.
  ///   - tolerance: what a deal may fall short of paying, as a share of its gross worth, for its creator
  ///     to count as near.
  func findings(
    at prices: AllocationPrices, except isLeftAside: [Bool], tolerance: Double
  ) -> Findings {
    let count = frame.response.roster.count
    let maker = frame.maker
    var parts = [Findings](
      repeating: Findings(),
      count: Blocks.count(covering: count, blockSize: Self.creatorsPerPart))
    parts.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: count, blockSize: Self.creatorsPerPart, threads: threads) {
        part, creators in
        let block = maker.block(creators, except: isLeftAside)
        let pass = ItemPass(
          over: frame.problem(of: creators, [block]), at: prices, tolerance: tolerance)
        output.base[part] = Findings(
          sum: pass.sum, near: pass.near.map { creators.lowerBound + Int($0) },
          earnings: pass.earnings, ceilings: pass.ceilings, refusals: block.refusals)
      }
    }
    var all = Findings()
    all.earnings.reserveCapacity(count)
    all.ceilings.reserveCapacity(count)
    all.refusals.reserveCapacity(count)
    for part in parts {
      all.sum += part.sum
      all.near += part.near
      all.earnings += part.earnings
      all.ceilings += part.ceilings
      all.refusals += part.refusals
    }
    return all
  }
}
