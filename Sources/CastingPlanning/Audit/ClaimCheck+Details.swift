import Casting

extension ClaimCheck {
  /// What newer plans say of their deals, products and rules, recomputed from the inputs.
  func detailFindings() -> [AuditFinding] {
    guard let details = claims.details, let inputs = subject.inputs else { return [] }
    var findings: [AuditFinding] = []
    if let parts = details.parts { findings += costFindings(parts, inputs) }
    if let talks = details.talks { findings.append(talkFinding(talks, inputs)) }
    if let profiles = details.profiles {
      findings.append(profileFinding(profiles, details.leftOut ?? [], inputs))
    }
    if let leftOut = details.leftOut { findings.append(leftOutFinding(leftOut, inputs)) }
    if let products = details.products { findings += productFindings(products, inputs) }
    if let rules = details.rules { findings += ruleDetailFindings(rules, inputs) }
    if let frame = details.frame { findings.append(frameFinding(frame, inputs)) }
    if let totals = details.totals { findings.append(totalsFinding(totals, inputs)) }
    if details.tellsOfCurve, let curve = details.curve {
      findings += curveFindings(curve, inputs)
    }
    return findings
  }

  // MARK: Costs

  /// Parts that do not stand there are none: they agree with nothing.
  private func costFindings(
    _ claimed: [PlanClaims.CostParts?], _ inputs: AuditInputs
  ) -> [AuditFinding] {
    typealias Pair = (place: AuditPlace, expected: Double, found: Double)
    var (sums, parts, activations): ([Pair], [Pair], [Pair]) = ([], [], [])
    var cast: Set<String> = []
    var total = 0.0
    for (place, deal) in claims.deals.enumerated() {
      let name = AuditPlace(deal)
      let found = place < claimed.count ? claimed[place] : nil
      let expected = inputs.creator(deal.creatorID).flatMap { creator in
        inputs.product(deal.productID).flatMap {
          inputs.cost(creator: creator, product: $0, format: deal.format)
        }
      }
      let fee = found?.fee ?? .nan
      let reserve = found?.commissionReserve ?? .nan
      let product = found?.productCost ?? .nan
      let activation = found?.activation ?? .nan
      sums.append((name, deal.cost, found?.sum ?? .nan))
      parts.append((name, expected?.fee ?? .nan, fee))
      parts.append((name, expected?.productCost ?? .nan, product))
      parts.append((name, expected?.extras ?? .nan, found?.extras ?? .nan))
      parts.append((name, expected?.usage ?? .nan, found?.usage ?? .nan))
      // Rounding may be of one more yen here or there: the sum tells the rest.
      let due = expected?.commissionReserve ?? .nan
      parts.append((name, (due - reserve).magnitude <= 1 ? reserve : due, reserve))
      let isFirst = cast.insert(deal.creatorID).inserted
      activations.append((name, isFirst ? expected?.activation ?? .nan : 0, activation))
      total += (found?.sum ?? .nan) + activation
    }
    activations.append((.plan, claims.spend, total))
    return [
      compare(.costSums, sums), compare(.costParts, parts + clientCostPairs(claimed, inputs)),
      compare(.activations, activations),
    ]
  }

  private func leftOutFinding(
    _ claimed: [PlanClaims.LeftOut], _ inputs: AuditInputs
  ) -> AuditFinding {
    var pairs: [(place: AuditPlace, expected: Double, found: Double)] = []
    for row in claimed {
      guard let format = row.format, let product = inputs.product(row.productID) else {
        pairs.append((.creator(id: row.creatorID), 0, row.fee ?? 0))
        pairs.append((.creator(id: row.creatorID), 0, row.cost ?? 0))
        continue
      }
      let expected = inputs.creator(row.creatorID).flatMap {
        inputs.cost(creator: $0, product: product, format: format)
      }
      pairs.append((.creator(id: row.creatorID), expected?.fee ?? .nan, row.fee ?? .nan))
      let cost = expected?.sum ?? .nan
      let found = row.cost ?? .nan
      pairs.append(
        (.creator(id: row.creatorID), (cost - found).magnitude <= 1 ? found : cost, found))
    }
    return compare(.leftOutCosts, pairs)
  }

  // MARK: Whom it is about

  private func profileFinding(
    _ ofDeals: [CreatorProfile?], _ leftOut: [PlanClaims.LeftOut], _ inputs: AuditInputs
  ) -> AuditFinding {
    let claimed =
      zip(claims.deals, ofDeals).map { ($0.creatorID, $1) }
      + leftOut.map { ($0.creatorID, $0.profile) }
    let missing = claims.deals.dropFirst(ofDeals.count).map { ($0.creatorID, CreatorProfile?.none) }
    for (id, profile) in claimed + missing {
      let difference = inputs.creator(id).flatMap { creator in
        inputs.difference(profile ?? CreatorProfile(), of: creator)
      }
      guard let difference else { continue }
      return AuditFinding(
        .profiles,
        .init(
          expected: .column(name: difference.column, text: difference.expected, creator: id),
          found: .column(name: difference.column, text: difference.found, creator: id)))
    }
    return AuditFinding(.profiles)
  }

  private func frameFinding(_ claimed: PlanClaims.Frame, _ inputs: AuditInputs) -> AuditFinding {
    let expected = PlanClaims.Frame(
      window: inputs.campaign.brief.window, formats: inputs.formats)
    return AuditFinding(
      .daysAndFormats,
      expected == claimed
        ? nil : .init(expected: expected.statement, found: claimed.statement))
  }
}

extension PlanClaims.Frame {
  fileprivate var statement: AuditStatement {
    .daysAndFormats(from: window?.from.iso, to: window?.to.iso, formats: formats)
  }
}
