import Casting

extension LeftOutCreator {
  /// What was found out about a creator, with ids in place of rows.
  ///
  /// - Parameter cast: the campaign whose creators the reason names, where that is another.
  private init(_ finding: LeftOutFinding, in campaign: Campaign, cast: Campaign? = nil) {
    let product = finding.product.map { campaign.products.products[$0].id } ?? ""
    self.init(
      creatorID: campaign.roster.creatorIDs[finding.creator],
      name: campaign.roster.names[finding.creator], bestProductID: product,
      bestFormat: finding.format,
      reason: finding.told(product: product, (cast ?? campaign).roster, campaign.money),
      pricedFee: finding.pricedFee, feeFinding: finding.fee)
  }
}

extension LeftOutCreator {
  /// The same with what the roster says of her, and what her best deal costs.
  ///
  /// - Parameter problem: whose creators the finding numbers.
  init(_ finding: LeftOutFinding, of problem: CastingProblem, cast: Campaign? = nil) {
    self.init(finding, in: problem.campaign, cast: cast)
    let roster = problem.campaign.roster
    platform = roster.platforms[finding.creator]
    tier = problem.response.roster.tiers[finding.creator]
    profile = CreatorProfile(roster, creator: finding.creator)
    guard let deal = finding.deal else { return }
    fee = problem.parts(of: deal).fee
    cost = deal.cost
  }
}

extension LeftOutFinding {
  /// What solving again told goes before what the plan's prices tell.
  fileprivate func told(product: String, _ roster: Roster, _ money: Money) -> LeftOutFact {
    switch reason {
    case .tooDear, .neverPays, .nextInLine: break
    default: return reason.told(product: product, roster)
    }
    switch fee {
    case .threshold(let most):
      return .feeTooHigh(by: missing(most, money), product: product, isAtMost: false)
    case .atLeast(let most, _):
      return .feeTooHigh(by: missing(most, money), product: product, isAtMost: true)
    case .todaysFee, .everyFee: return .nextAtTodaysFee(product: product)
    case .noFee: return .noFeeIsLowEnough(product: product)
    case .notSolved, .locked: return reason.told(product: product, roster)
    }
  }

  /// Up to the next smallest amount, rounding apart.
  private func missing(_ fee: Double, _ money: Money) -> Double {
    max(money.least, money.up(statedFee - fee - 1e-6 * max(1, fee)))
  }
}

extension LeftOutReason {
  fileprivate func told(product: String, _ roster: Roster) -> LeftOutFact {
    func id(_ creator: Int) -> String { roster.creatorIDs[creator] }
    return switch self {
    case .banned: .banned
    case .barred(.competitor(let work, let first, let days)):
      .competitor(brand: work.word, from: work.from, to: work.to, days: days, before: first)
    case .barred(.audience(let share, let least, let isAssumed)):
      .audience(share: share, least: least, isAssumed: isAssumed)
    case .unavailable: .unavailable
    case .offersNoFormat: .offersNoFormat
    case .excluded(let word): .ng(word: word, product: product)
    case .declined: .declined
    case .ask: .ask
    case .askWithoutRate: .askWithoutRate
    case .overSpendLimit(let cost, let limit): .overSpendLimit(cost: cost, limit: limit)
    case .overBudget(let cost, let budget): .overBudget(cost: cost, budget: budget)
    case .overRule(let name, let cost, let limit):
      .overRule(rule: name, cost: cost, limit: limit)
    case .moreThanRule(let name): .moreThanRule(rule: name)
    case .reachesNobody: .reachesNobody(product: product)
    case .audienceReached(let rivals, let cell):
      .audienceReached(product: product, by: rivals.map(id), cell: cell)
    case .outputSold: .outputSold(product: product)
    case .ruleFull(let name): .ruleFull(rule: name, product: product)
    case .keptApart(let rival): .keptApart(from: id(rival))
    case .personFull(let account): .personFull(as: id(account))
    case .tornApart: .tornApart
    case .companionTooDear(let other): .companionTooDear(with: id(other))
    case .companionOut(let other, let obstacle):
      .companionOut(with: id(other), because: obstacle)
    case .tooDear: .tooDear(product: product)
    case .neverPays: .neverPays(product: product)
    case .nextInLine: .nextInLine(product: product)
    }
  }
}
