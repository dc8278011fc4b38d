import Casting
import Tables
import Yams

extension BriefParser {
  mutating func readQuotas(_ list: Entry) {
    for item in items(list, .quotas) {
      readQuota(item)
    }
  }

  private mutating func readQuota(_ node: Node) {
    let measures = Quota.Measure.allCases.map(\.rawValue)
    let known = issues.total
    let entries = entries(node, InputSubject(.quota), ["where"] + measures)
    var filter = DealFilter()
    if let entry = entries.first(where: { $0.name == "where" }) {
      filter = readFilter(entry.value, .named("where"))
    }
    let limited = entries.filter { $0.name != "where" }
    if limited.isEmpty && issues.total == known {
      issues.append(.quotaWithoutLimit(cell(node, InputSubject(.quota)), measures))
    }
    for entry in limited {
      guard let measure = Quota.Measure(rawValue: entry.name) else { continue }
      let rule: NumberRule =
        switch measure {
        case .count, .creators, .posts: .whole
        case .views: .amount
        case .spend: .yen
        case .spendShare: .rate
        }
      guard let limits = limits(entry, rule) else { continue }
      loaded.brief.quotas.append(
        Quota(
          filter: filter, measure: measure, minimum: limits.minimum, maximum: limits.maximum,
          name: "\(filter.words): \(measure.rawValue) \(limits.words)"))
    }
  }

  /// Reads `{min: 3, max: 10}`, at least one of the two.
  mutating func limits(_ entry: Entry, _ rule: NumberRule) -> Limits? {
    let known = issues.total
    var limits = Limits()
    for part in entries(entry.value, .named(entry.name), ["min", "max"]) {
      let number = number(part, rule)
      if part.name == "min" { limits.minimum = number } else { limits.maximum = number }
    }
    guard issues.total == known else { return nil }
    if limits.minimum == nil && limits.maximum == nil {
      issues.append(.wrongShape(cell(entry.value, .named(entry.name)), .limits))
      return nil
    }
    if let minimum = limits.minimum, let maximum = limits.maximum, minimum > maximum {
      issues.append(.limitOrder(cell(entry), minimum, maximum))
      return nil
    }
    return limits
  }

  mutating func readFilter(_ node: Node, _ name: InputSubject) -> DealFilter {
    var filter = DealFilter()
    let attributes = DealFilter.Attribute.allCases.map(\.rawValue)
    for entry in entries(node, name, attributes + ["followers", "engagement_rate", "audience"]) {
      switch entry.name {
      case "followers": filter.followers = limits(entry, .people)?.range
      case "audience": filter.audience = audienceShare(entry)
      case "engagement_rate": filter.engagementRate = limits(entry, .rate)?.range
      default:
        guard let attribute = DealFilter.Attribute(rawValue: entry.name) else { continue }
        filter.values[attribute] = filterValues(entry, attribute)
      }
    }
    return filter
  }

  private mutating func filterValues(
    _ entry: Entry, _ attribute: DealFilter.Attribute
  ) -> [String] {
    let list: WordList? =
      switch attribute {
      case .tier: .tiers
      case .format: .formats(loaded.brief.packages)
      case .employment: .employment
      default: nil
      }
    var values: [String] = []
    for (text, node) in texts(entry) {
      let cell = cell(node, .named(entry.name))
      guard let list else {
        loaded.references.append(
          BriefReference(cell: cell, attribute: attribute, isFilter: true))
        values.append(text)
        continue
      }
      if let word = list.word(for: text) {
        values.append(word)
      } else {
        issues.append(.unknownChoice(cell, list.words.map(\.word)))
      }
    }
    return values
  }

  mutating func readLocks(_ list: Entry) {
    for item in items(list, .locks) {
      if item.scalar != nil {
        guard let creator = reference(item, .named("lock"), .creator) else { continue }
        loaded.brief.locks.append(Lock(creatorID: creator))
        continue
      }
      let known = issues.total
      var creator: String?
      var product: String?
      for entry in entries(item, InputSubject(.lock), ["creator", "product"]) {
        if entry.name == "creator" {
          creator = reference(entry.value, .named("lock"), .creator)
        } else {
          product = reference(entry.value, .named("lock"), .product)
        }
      }
      if let creator {
        loaded.brief.locks.append(Lock(creatorID: creator, productID: product))
      } else if issues.total == known {
        issues.append(.missingKey(cell(item, InputSubject(.lock)), "creator"))
      }
    }
  }

  mutating func readBans(_ list: Entry) {
    let known = loaded.references.count
    defer {
      for place in loaded.references.indices.dropFirst(known) {
        loaded.references[place].isBan = true
      }
    }
    for item in items(list, .bans) {
      if item.scalar != nil {
        guard let creator = reference(item, .named("ban"), .creator) else { continue }
        loaded.brief.bans.append(DealFilter(values: [.creator: [creator]]))
      } else {
        let known = issues.total
        let filter = readFilter(item, InputSubject(.ban))
        if filter != DealFilter() {
          loaded.brief.bans.append(filter)
        } else if issues.total == known {
          issues.append(
            .wrongShape(cell(item, InputSubject(.ban)), .banItem))
        }
      }
    }
  }

  mutating func reference(
    _ node: Node, _ name: InputSubject, _ attribute: DealFilter.Attribute
  ) -> String? {
    guard let text = text(node, name) else { return nil }
    loaded.references.append(BriefReference(cell: cell(node, name), attribute: attribute))
    return text
  }

  mutating func readSpendPerCreator(_ entry: Entry) {
    let parts = entries(entry.value, .named(entry.name), ["max", "max_share_of_budget"])
    guard parts.count == 1, let part = parts.first else {
      if parts.count == 2 {
        issues.append(.wrongShape(cell(entry), .spendPerCreator))
      }
      return
    }
    if part.name == "max" {
      loaded.brief.spendPerCreator = number(part, .yen).map { .yen($0) }
    } else {
      loaded.brief.spendPerCreator = number(part, .rate).map { .shareOfBudget($0) }
    }
  }
}
