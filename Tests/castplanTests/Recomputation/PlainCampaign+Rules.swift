import Foundation

extension PlainCampaign {
  /// Sentences about every rule of (9)–(13) that the deals break.
  func broken(_ deals: [PlainDeal]) -> [String] {
    budgetAndSlots(deals) + productLimits(deals) + quotas(deals) + choices(deals)
  }

  private func budgetAndSlots(_ deals: [PlainDeal]) -> [String] {
    var broken: [String] = []
    if spend(deals) > budget { broken.append("spend \(spend(deals)) over \(budget)") }
    for (creator, own) in Dictionary(grouping: deals, by: \.creator) {
      if own.count > Int(number(creator, "slots") ?? 1) { broken.append("slots of \(creator)") }
      if Set(own.map(\.product)).count < own.count { broken.append("product twice: \(creator)") }
      if !isAvailable(creator) { broken.append("not available: \(creator)") }
      if isBanned(creator) { broken.append("banned: \(creator)") }
    }
    return broken + deals.filter { !formats.contains($0.format) }.map { "format \($0.format)" }
  }

  func isAvailable(_ creator: Int) -> Bool {
    guard let window = brief["window"] as? [String: Any] else { return true }
    func day(_ value: Any?) -> String {
      let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
      return (value as? Date)?.formatted(format) ?? value as? String ?? ""
    }
    let from = creators[creator]["available_from"] ?? ""
    let to = creators[creator]["available_to"] ?? ""
    return (from.isEmpty || from <= day(window["to"])) && (to.isEmpty || to >= day(window["from"]))
  }

  func isBanned(_ creator: Int) -> Bool {
    (brief["ban"] as? [Any] ?? []).contains { ban in
      if let id = ban as? String { return creators[creator]["creator_id"] == id }
      return (ban as? [String: Any] ?? [:]).allSatisfy { key, value in
        creators[creator][key] == value as? String
      }
    }
  }

  private func productLimits(_ deals: [PlainDeal]) -> [String] {
    products.indices.flatMap { product -> [String] in
      let own = deals.filter { $0.product == product }
      func limit(_ name: String) -> Double? { Double(products[product][name] ?? "") }
      var broken: [String] = []
      if Double(own.count) < limit("min_creators") ?? 0 { broken.append("min of \(product)") }
      if Double(own.count) > limit("max_creators") ?? .infinity {
        broken.append("max of \(product)")
      }
      if own.map(\.cost).reduce(0, +) > limit("max_spend") ?? .infinity {
        broken.append("spend of \(product)")
      }
      return broken
    }
  }

  /// The quotas of the brief: what they select, measure and allow.
  var quotaList: [PlainQuota] {
    (brief["quotas"] as? [[String: Any]] ?? []).compactMap { quota in
      guard let filter = quota["where"] as? [String: Any],
        let measure = quota.keys.first(where: { $0 != "where" }),
        let limits = quota[measure] as? [String: Any]
      else { return nil }
      return PlainQuota(
        filter: filter, measure: measure, minimum: plainNumber(limits["min"]),
        maximum: plainNumber(limits["max"]))
    }
  }

  func selects(_ quota: PlainQuota, _ deal: PlainDeal) -> Bool {
    quota.filter.allSatisfy { key, wanted in
      if let limits = wanted as? [String: Any] {
        let actual = number(deal.creator, key) ?? .nan
        return actual >= plainNumber(limits["min"]) ?? -.infinity
          && actual <= plainNumber(limits["max"]) ?? .infinity
      }
      let words = wanted as? [String] ?? [wanted as? String ?? ""]
      let actual =
        switch key {
        case "tier": tier(deal.creator)
        case "format": deal.format
        default: creators[deal.creator][key] ?? ""
        }
      return words.contains(actual)
    }
  }

  private func quotas(_ deals: [PlainDeal]) -> [String] {
    quotaList.compactMap { quota in
      let inside = deals.filter { selects(quota, $0) }
      let insideSpend = inside.map(\.cost).reduce(0, +)
      let allSpend = deals.map(\.cost).reduce(0, +)
      let isShare = quota.measure == "spend_share"
      let actual = isShare ? insideSpend : Double(inside.count)
      let unit = isShare ? allSpend : 1
      let slack = isShare ? 1e-6 : 0
      let isKept =
        actual >= (quota.minimum ?? -.infinity) * unit - slack
        && actual <= (quota.maximum ?? .infinity) * unit + slack
      return isKept || deals.isEmpty ? nil : "quota \(quota): \(actual) of \(unit)"
    }
  }

  /// Locks: creator id and product id or nil.
  var lockList: [(creator: String, product: String?)] {
    (brief["lock"] as? [Any] ?? []).compactMap { lock in
      if let id = lock as? String { return (id, nil) }
      guard let pair = lock as? [String: String], let id = pair["creator"] else { return nil }
      return (id, pair["product"])
    }
  }

  private func choices(_ deals: [PlainDeal]) -> [String] {
    lockList.filter { lock in
      !deals.contains {
        creators[$0.creator]["creator_id"] == lock.creator
          && (lock.product == nil || products[$0.product]["product_id"] == lock.product)
      }
    }.map { "lock \($0)" }
  }
}

/// A quota as the brief has it.
struct PlainQuota {
  var filter: [String: Any]
  var measure: String
  var minimum: Double?
  var maximum: Double?
}
