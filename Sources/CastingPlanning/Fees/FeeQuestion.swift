import Allocation
import Casting

/// A creator's deals when one fee of hers is another: what a user would edit in the roster.
///
/// A format with a fee column of its own has that fee; the common fee stands for every format in
/// play without one, and packages without a column follow the fees of their parts. All products are alike.
/// A deal of the table of predictions is edited alone.
struct FeeQuestion: Sendable {
  /// Money: no fee is asked beyond, where the brief limits nothing.
  private static let highest = 1e12

  let creator: Int
  private let problem: CastingProblem
  /// Every deal she offers that no ban, format or day rules out, at the fees she asks now.
  private let offered: [DealCandidate]
  /// Kinds whose fee is the one in question.
  private let edited: Set<Int>
  private let isPredicted: Bool
  /// The format whose fee it is.
  private let format: DealFormat
  /// Her row alone, where fees of packages follow from it.
  private let herself: Roster?

  init(problem: CastingProblem, about deal: DealCandidate) {
    self.problem = problem
    creator = deal.creator
    let product = problem.kinds.product(ofKind: deal.kind)
    isPredicted = problem.predicted.contains(creator: creator, product: product)
    edited =
      isPredicted ? [deal.kind] : Self.kinds(sharingFeeOf: deal.kind, creator: creator, problem)
    format = problem.kinds.format(ofKind: deal.kind)
    herself =
      Self.followers(of: format, problem).isEmpty
      ? nil : problem.campaign.roster.selecting([creator])
    let booked = problem.options(ofCreator: deal.creator).map {
      problem.candidate(option: $0, creator: deal.creator)
    }
    let tooDear: Refusal = [.overSpendLimit, .overBudget]
    guard !problem.refusals[creator].isDisjoint(with: tooDear) else {
      offered = booked
      return
    }
    let known = Set(booked.map(\.kind))
    offered =
      (booked
      + problem.offeredDeals(ofCreator: creator).filter { !known.contains($0.kind) })
      .sorted { $0.kind < $1.kind }
  }

  private static func kinds(
    sharingFeeOf kind: Int, creator: Int, _ problem: CastingProblem
  ) -> Set<Int> {
    let own = problem.kinds.format(ofKind: kind)
    let formats = sharing(feeOf: own, problem) + followers(of: own, problem)
    return Set(
      (0..<problem.kinds.count).filter {
        formats.contains(problem.kinds.format(ofKind: $0))
          && problem.screen.bookedFee(creator: creator, kind: $0) == nil
          && !problem.predicted.contains(
            creator: creator, product: problem.kinds.product(ofKind: $0))
      })
  }

  /// Formats that have the same fee: of a package it becomes her own.
  private static func sharing(
    feeOf format: DealFormat, _ problem: CastingProblem
  ) -> [DealFormat] {
    let roster = problem.campaign.roster
    if format.package != nil || roster.ownFees(format).isPresent { return [format] }
    return problem.response.formats.inPlay.filter {
      $0.package == nil && !roster.ownFees($0).isPresent
    }
  }

  /// Packages whose fee follows from that of the format.
  private static func followers(
    of format: DealFormat, _ problem: CastingProblem
  ) -> [DealFormat] {
    guard format.package == nil else { return [] }
    let roster = problem.campaign.roster
    let isCommon = !roster.ownFees(format).isPresent
    return problem.response.formats.inPlay.filter { other in
      other.package != nil && !roster.ownFees(other).isPresent
        && other.partFormats.contains {
          $0 == format || (isCommon && !roster.ownFees($0).isPresent)
        }
    }
  }

  /// Whether the fee in question is that of a deal.
  func isEdited(_ kind: Int) -> Bool { edited.contains(kind) }

  /// Her deals that a plan could hold if the fee were this, ascending by kind.
  ///
  /// - Parameter fee: Money; of a predicted deal, its cost.
  func deals(atFee fee: Double) -> [DealCandidate] {
    offered.compactMap { deal in
      var deal = deal
      if edited.contains(deal.kind) {
        deal.cost = cost(of: deal, fee: fee)
        deal.amounts = problem.amounts(of: deal)
      }
      return problem.admits(deal, withoutBansOf: nil, withoutSpendLimit: false) ? deal : nil
    }
  }

  private func cost(of deal: DealCandidate, fee: Double) -> Double {
    if isPredicted { return problem.response.money.up(fee) }
    let own = problem.kinds.format(ofKind: deal.kind)
    return problem.response.cost(
      creator: creator, product: problem.kinds.product(ofKind: deal.kind), format: own,
      fee: self.fee(of: own, fee), reach: deal.reach)
  }

  /// What a format of hers costs when the fee in question is this, by the same sums as in a roster.
  private func fee(of own: DealFormat, _ fee: Double) -> Double {
    guard var herself, own.package != nil, own != format else { return fee }
    herself.setFee(fee, ofCreator: 0, in: format, problem.campaign.brief.terms)
    return OfferedFees(herself, problem.campaign.brief.terms).fee(creator: 0, format: own)
  }

  /// The highest fee at which the deal is within every limit on a single deal.
  func highestFee(of deal: DealCandidate) -> Double {
    let most = problem.highestCost(of: deal)
    return min(Self.highest, max(0, problem.fee(of: deal, costing: most) ?? 0))
  }
}
