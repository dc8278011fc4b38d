import AllocationAudit
import Casting

/// Persons with several accounts, straight from the roster: not by way of the problem.
extension ClaimCheck {
  /// Whether no person has more deals than slots, or costs more than one creator may.
  func rulesOfPersons() -> AuditFinding {
    guard let campaign = subject.inputs?.campaign, campaign.roster.persons.byteCount > 0 else {
      return AuditFinding(.rulesKept, nil)
    }
    let limit = spendLimit(campaign.brief)
    for (person, deals) in dealsOfPersons(campaign.roster) {
      let slots = (0..<campaign.roster.count).reduce(0.0) { most, row in
        guard campaign.roster.persons[row] == person else { return most }
        return max(most, campaign.roster.slots.value(row, default: 1).rounded(.down))
      }
      let creator = AuditCreator.known(creator: person)
      if Double(deals.count) > slots {
        return AuditFinding(
          .rulesKept,
          .init(
            expected: .fewDeals(of: creator, most: Int(slots)), found: .deals(count: deals.count)))
      }
      let spend = deals.reduce(0) { $0 + $1.cost }
      if spend > limit * (1 + 1e-9) {
        return AuditFinding(
          .rulesKept,
          .init(expected: .lowSpend(of: creator, most: limit), found: .spend(yen: spend)))
      }
    }
    return AuditFinding(.rulesKept, nil)
  }

  /// By person, in the order of the plan.
  private func dealsOfPersons(
    _ roster: Roster
  ) -> [(person: String, deals: [PlanClaims.Deal])] {
    var order: [String] = []
    var deals: [String: [PlanClaims.Deal]] = [:]
    for deal in claims.deals {
      guard let row = subject.itemOfCreator[deal.creatorID], !roster.persons.isEmpty(row) else {
        continue
      }
      let person = roster.persons[row]
      if deals[person] == nil { order.append(person) }
      deals[person, default: []].append(deal)
    }
    return order.map { ($0, deals[$0] ?? []) }
  }

  /// Money.
  private func spendLimit(_ brief: Brief) -> Double {
    switch brief.spendPerCreator {
    case nil: .infinity
    case .yen(let limit): limit
    case .shareOfBudget(let share): (brief.budget ?? .infinity) * share
    }
  }

  /// The largest spend of a creator, or of all accounts of a person.
  func largestSpend(_ chosen: [(item: Int, options: [Int])]) -> Double {
    let persons = subject.inputs?.campaign.roster.persons ?? TextColumn()
    var spendOfPerson: [String: Double] = [:]
    return chosen.reduce(0) { largest, choice in
      let spend = choice.options.reduce(0) { $0 + subject.problem.optionCost[$1] }
      guard choice.item < persons.count, !persons.isEmpty(choice.item) else {
        return max(largest, spend)
      }
      let person = persons[choice.item]
      spendOfPerson[person, default: 0] += spend
      return max(largest, spendOfPerson[person] ?? 0)
    }
  }
}
