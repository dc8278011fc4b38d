import Casting

/// Takes the worth of a creator's deal apart, and that of her peers.
///
/// Peers offer the format and are of her platform and tier, or of her tier, or any, whichever are five
/// at least.
struct FactorTable {
  private static let fewestPeers = 5

  let problem: CastingProblem
  let product: Int
  let format: DealFormat
  private let place: Int

  /// Nil where castplan does not work out deals in the format.
  init?(problem: CastingProblem, product: Int, format: DealFormat) {
    guard let place = problem.response.formats.inPlay.firstIndex(of: format) else { return nil }
    self.problem = problem
    self.product = product
    self.format = format
    self.place = place
  }

  func factors(of creator: Int) -> (factors: [DealFactor], peers: PeerGroup) {
    let (peers, group) = peers(of: creator)
    let table = peers.map(values)
    let own = values(creator)
    let factors = DealFactor.Kind.allCases.enumerated().map { number, kind in
      DealFactor(
        kind: kind, value: own[number], typical: Self.median(table.map { $0[number] }),
        grade: grade(kind, creator))
    }
    return (factors, group)
  }

  /// In the order of the kinds.
  private func values(_ creator: Int) -> [Double] {
    let response = problem.response
    let brief = problem.campaign.brief
    let formats = response.formats.inPlay.count
    let row = creator * formats + place
    let (delivery, announcements) = viewFactors(creator, row)
    let affinity = response.affinity(creator: creator, product: product)
    let reach = response.creatorReach[row] * affinity
    let isReach = brief.objective == .reach
    let conversion =
      isReach ? 1 : response.meanConversion(creator: creator, product: product, format: format)
    let worth = response.products.unitValue[product]
    let fee =
      problem.screen.booked.fee(creator: creator, product: product, format: format)
      ?? response.roster.fees[row]
    let cost = response.cost(
      creator: creator, product: product, format: format, fee: fee, reach: reach)
    let value = reach * conversion * worth
    return [
      response.roster.views[row], response.roster.authenticShares[creator],
      delivery, announcements, response.relationship.multipliers[creator], affinity, reach,
      conversion, worth, value, fee, cost, ValuePerYen.ratio(value: value, yen: cost),
    ]
  }

  /// What delivery and announcements make of the views; of a package, of all its viewers together.
  private func viewFactors(
    _ creator: Int, _ row: Int
  ) -> (delivery: Double, announcements: Double) {
    let brief = problem.campaign.brief
    let roster = problem.response.roster
    if let package = format.package {
      let place = roster.packages.row(creator: creator, package)
      let announced = roster.packages.announced[place]
      guard announced > 0 else { return (1, 1) }
      return (roster.packages.delivered[place] / announced, announced / roster.views[row])
    }
    guard format == .live else { return (1, 1) }
    return (
      Delivery.probability(
        requiredUplink: brief.requiredUplink, uplink: problem.campaign.roster.uplinks[creator]),
      brief.announcements?.viewMultiplier ?? 1
    )
  }

  private func grade(_ kind: DealFactor.Kind, _ creator: Int) -> Grade? {
    let response = problem.response
    let roster = problem.campaign.roster
    let row = creator * response.formats.inPlay.count + place
    func known(_ column: NumberColumn) -> Grade { column[creator].isNaN ? .default : .measured }
    switch kind {
    case .expectedViews: return response.roster.viewGrades[row]
    case .authenticShare: return known(roster.authenticShares)
    case .delivery: return format.hasStreams ? known(roster.uplinks) : nil
    case .relationship:
      let signals = [roster.engagementRates, roster.replyRates, roster.repeatViewerShares]
      return signals.contains { !$0[creator].isNaN } ? .measured : .default
    case .affinity:
      return problem.response.affinityGrade(creator: creator, product: product)
    case .conversion:
      return problem.campaign.brief.objective == .reach
        ? nil : response.products.conversionGrade(product: product, format: format)
    case .fee:
      let booked = problem.screen.booked.fee(creator: creator, product: product, format: format)
      return booked == nil ? response.roster.feeGrades[row] : .measured
    default: return nil
    }
  }

  private func peers(of creator: Int) -> (creators: [Int], group: PeerGroup) {
    let roster = problem.campaign.roster
    let tiers = problem.response.roster.tiers
    let formats = problem.response.formats.inPlay.count
    let offering = (0..<roster.count).filter {
      $0 != creator && !problem.response.roster.fees[$0 * formats + place].isNaN
    }
    let sameTier = offering.filter { tiers[$0] == tiers[creator] }
    let code = roster.platforms.codes[creator]
    let near = sameTier.filter { roster.platforms.codes[$0] == code }
    if near.count >= Self.fewestPeers {
      let group = PeerGroup(
        platform: roster.platforms[creator], tier: tiers[creator], count: near.count)
      return (near, group)
    }
    if sameTier.count >= Self.fewestPeers {
      return (sameTier, PeerGroup(platform: "", tier: tiers[creator], count: sameTier.count))
    }
    return (offering, PeerGroup(platform: "", tier: nil, count: offering.count))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
