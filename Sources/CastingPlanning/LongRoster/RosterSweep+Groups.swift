import Allocation
import LinearAlgebra
import Synchronization

extension RosterSweep {
  /// What the creators who are not left aside may take, divided among products.
  ///
  /// - Parameter first: number of the first creator among all who are looked at. Throws where creators
  ///   cannot be read.
  func shares(_ look: GroupLook, except isLeftAside: [Bool], first: Int) throws -> GroupShares? {
    var parts = [GroupShares?](
      repeating: nil,
      count: Blocks.count(covering: campaign.count, blockSize: LongCampaign.creatorsPerPart))
    try parts.withUnsafeMutableBufferPointer { parts in
      let parts = DisjointWrites(parts)
      try campaign.forEachPart(threads: threads) { rows, frame in
        guard !look.isOverfull else { return }
        let maker = frame.maker
        for start in stride(from: 0, to: rows.count, by: LongCampaign.creatorsPerBlock) {
          let creators = start..<min(rows.count, start + LongCampaign.creatorsPerBlock)
          let row = rows.lowerBound + start
          let block = maker.block(creators, except: Array(isLeftAside[row..<row + creators.count]))
          let shares = look.shares(of: frame.problem(of: creators, [block]), first: first + row)
          let place = parts.base + rows.lowerBound / LongCampaign.creatorsPerPart
          if place.pointee == nil {
            place.pointee = shares
          } else {
            place.pointee!.append(shares)
          }
        }
      }
    }
    var all: GroupShares?
    for case .some(let part) in parts {
      if all == nil { all = part } else { all!.append(part) }
    }
    return all
  }
}

/// Everybody who is not on a list, for the solver of the list; keeps what went wrong.
final class ListedOut: Sendable {
  private let sweep: RosterSweep
  private let list: Shortlist
  private let isListed: [Bool]
  private let failure = Mutex<(any Error)?>(nil)

  init(_ list: Shortlist, sweep: RosterSweep) {
    self.list = list
    self.sweep = sweep
    isListed = list.isListed(of: sweep.campaign.count)
  }

  /// Numbered after those on the list; nil where they cannot be read.
  func shares(_ look: GroupLook) -> GroupShares? {
    do {
      return try sweep.shares(look, except: isListed, first: list.rows.count)
    } catch {
      failure.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  /// Throws what went wrong, if anything did.
  func check() throws {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
