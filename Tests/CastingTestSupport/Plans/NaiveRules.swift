import Casting

/// The rules (9)–(13) of the model asked of a set of deals, in plain loops over the inputs.
package struct NaiveRules {
  package let naive: NaivePlanValue
  /// JPY of every deal asked about; by the order of `deals`.
  private var campaign: Campaign { naive.campaign }

  package init(_ campaign: Campaign) { naive = NaivePlanValue(campaign: campaign) }

  /// Every deal that is offered and not banned.
  package func offeredDeals() -> [NaivePlanValue.Deal] {
    let roster = campaign.roster
    let formats =
      campaign.brief.formats
      ?? DealFormat.simple.filter { !roster.formatFees[$0.index].values.isEmpty }
    var deals: [NaivePlanValue.Deal] = []
    for creator in 0..<roster.count {
      for product in 0..<campaign.products.count {
        for format in formats.isEmpty ? [.live] : formats {
          let deal = NaivePlanValue.Deal(creator: creator, product: product, format: format)
          if naive.isOff(deal) { continue }
          if naive.booked(deal)?.fee == nil && naive.fee(creator, format) == nil { continue }
          if isBarred(deal) { continue }
          deals.append(deal)
        }
      }
    }
    return deals
  }

  private func isBarred(_ deal: NaivePlanValue.Deal) -> Bool {
    let brief = campaign.brief
    if let terms = brief.competitors, NaiveWorks.areBarred(campaign.roster, deal.creator, terms) {
      return true
    }
    if let target = brief.audienceTarget, !admits(target, deal.creator) { return true }
    return brief.bans.contains { hits($0, deal) }
  }

  /// Whether so much of a creator's audience is of the people meant; every cell counts once.
  package func admits(_ wanted: AudienceShare, _ creator: Int) -> Bool {
    let names = naive.hasOwnCells ? NaivePlanValue.ownCells : AudienceCells.ageByGender.names
    let shares = naive.audience(creator)
    var sum = 0.0
    for (cell, name) in names.enumerated() {
      let isMeant = wanted.cells.contains {
        $0 == name || name.hasPrefix($0 + "_") || name.hasSuffix("_" + $0)
      }
      if isMeant { sum += shares[cell] }
    }
    return sum > wanted.range.lowerBound - 1e-9 && sum < wanted.range.upperBound + 1e-9
  }

  /// Case and the empty cell's meaning as the filters of a brief have them.
  package func hits(_ filter: DealFilter, _ deal: NaivePlanValue.Deal) -> Bool {
    let roster = campaign.roster
    let followers = roster.followers.values[deal.creator]
    if let range = filter.followers, !range.contains(followers) { return false }
    if let wanted = filter.audience, !admits(wanted, deal.creator) { return false }
    for (attribute, values) in filter.values {
      let own: String
      switch attribute {
      case .creator:
        own = roster.creatorIDs[deal.creator]
        let person = roster.persons.count > deal.creator ? roster.persons[deal.creator] : ""
        if !person.isEmpty && values.contains(person) { continue }
      case .product: own = campaign.products.products[deal.product].id
      case .format: own = deal.format.rawValue
      case .platform: own = roster.platforms[deal.creator]
      case .certification: own = roster.certifications[deal.creator]
      default: preconditionFailure("random campaigns have no filter by \(attribute)")
      }
      if !values.map({ $0.lowercased() }).contains(own.lowercased()) { return false }
    }
    return true
  }

  package func areKept(_ deals: [NaivePlanValue.Deal]) -> Bool {
    let brief = campaign.brief
    let budget = brief.budget ?? .infinity
    // Activation with a rate of thousandths may miss a yen by rounding.
    guard naive.clientSpend(deals) <= budget + 1e-6 else { return false }
    return creatorsKeepTheirs(deals, budget) && productsKeepTheirs(deals) && groupsAreKept(deals)
      && agenciesAreKept(deals)
      && brief.quotas.allSatisfy { isKept($0, deals) }
      && brief.locks.allSatisfy { lock in
        deals.contains {
          campaign.roster.creatorIDs[$0.creator] == lock.creatorID
            && (lock.productID ?? id($0.product)) == id($0.product)
        }
      }
  }

  private func id(_ product: Int) -> String { campaign.products.products[product].id }

  private func spend(_ deals: [NaivePlanValue.Deal]) -> Double {
    deals.reduce(0) { $0 + naive.cost($1) }
  }

  private func creatorsKeepTheirs(_ deals: [NaivePlanValue.Deal], _ budget: Double) -> Bool {
    let limit: Double =
      switch campaign.brief.spendPerCreator {
      case nil: .infinity
      case .yen(let yen): yen
      case .shareOfBudget(let share): share * budget
      }
    return personsKeepTheirs(deals, limit)
      && (0..<campaign.roster.count).allSatisfy { creator in
        let own = deals.filter { $0.creator == creator }
        let products = own.map(\.product)
        let categories = products.map { campaign.products.products[$0].category }
        let isExclusive =
          !campaign.brief.exclusiveCategories || Set(categories).count == categories.count
        return Double(own.count) <= campaign.roster.slots.values[creator] && isExclusive
          && Set(products).count == products.count && spend(own) <= limit * (1 + 1e-9)
      }
  }

  /// Accounts of one person: as many deals as the one with most slots, as much spend as one creator.
  private func personsKeepTheirs(_ deals: [NaivePlanValue.Deal], _ limit: Double) -> Bool {
    let roster = campaign.roster
    guard roster.persons.count == roster.count else { return true }
    let persons = Set((0..<roster.count).map { roster.persons[$0] }).subtracting([""])
    return persons.allSatisfy { person in
      let rows = (0..<roster.count).filter { roster.persons[$0] == person }
      let own = deals.filter { rows.contains($0.creator) }
      let slots = rows.map { roster.slots.value($0, default: 1) }.max() ?? 0
      return Double(own.count) <= slots && spend(own) <= limit * (1 + 1e-9)
    }
  }

  private func productsKeepTheirs(_ deals: [NaivePlanValue.Deal]) -> Bool {
    campaign.products.products.enumerated().allSatisfy { number, product in
      let own = deals.filter { $0.product == number }
      return own.count >= product.minimumCreators && own.count <= product.maximumCreators ?? .max
        && spend(own) <= product.maximumSpend
    }
  }

  private func groupsAreKept(_ deals: [NaivePlanValue.Deal]) -> Bool {
    let cast = Set(deals.map { campaign.roster.creatorIDs[$0.creator] })
    return campaign.brief.apart.allSatisfy { $0.count { cast.contains($0) } <= 1 }
      && campaign.brief.together.allSatisfy { group in
        let count = group.count { cast.contains($0) }
        return count == 0 || count == group.count
      }
  }

  /// The last limit of an agency counts, else the one for all.
  private func agenciesAreKept(_ deals: [NaivePlanValue.Deal]) -> Bool {
    let limits = campaign.brief.agencyLimits
    let cast = Set(deals.map(\.creator))
    return Set(campaign.roster.agencies.levels).subtracting([""]).allSatisfy { agency in
      let own = limits.last { $0.agency == agency } ?? limits.last { $0.agency == nil }
      guard let maximum = own?.maximum else { return true }
      return cast.count { campaign.roster.agencies[$0] == agency } <= maximum
    }
  }

  private func isKept(_ quota: Quota, _ deals: [NaivePlanValue.Deal]) -> Bool {
    let own = deals.filter { hits(quota.filter, $0) }
    var scale = 1.0
    let actual: Double
    switch quota.measure {
    case .count: actual = Double(own.count)
    case .creators: actual = Double(Set(own.map(\.creator)).count)
    case .spend: actual = spend(own)
    case .posts:
      actual = own.reduce(0) { $0 + Double($1.format.package?.counts.reduce(0, +) ?? 1) }
    case .views: actual = own.reduce(0) { $0 + naive.viewers($1) }
    case .spendShare:
      actual = spend(own)
      scale = spend(deals)
    }
    let slack =
      quota.measure == .spendShare ? 1e-9 : quota.measure == .views ? 1e-9 * (1 + actual) : 0
    let lower = quota.minimum.map { $0 * scale } ?? -.infinity
    let upper = quota.maximum.map { $0 * scale } ?? .infinity
    return actual >= lower - slack && actual <= upper + slack
  }
}
