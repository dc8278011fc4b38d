/// What a plan adds up to, as far as rules ask.
package struct PlanFacts: Sendable {
  package struct Deal: Sendable {
    package var creator: Int
    package var kind: Int
    /// Whole yen.
    package var cost: Double
    /// What it has of everything that rules count beside deals and costs, in the order of the problem's lists.
    package var amounts: [Double] = []
  }

  /// By creator, then by kind.
  package let deals: [Deal]
  /// Money, activation costs included.
  package let spend: Double
  /// Money of the deals alone.
  package let dealSpend: Double
  /// Money of the deals of the creator who costs most; accounts of one person are one creator.
  package let largestCreatorSpend: Double

  /// - Parameter personOfAccount: numbers of persons by those of their accounts, as far as they have several.
  init(_ deals: [Deal], activationCosts: [Double], personOfAccount: [Int: Int] = [:]) {
    self.deals = deals
    var dealSpend = 0.0
    var activation = 0.0
    var largest = 0.0
    var own = 0.0
    for (place, deal) in deals.enumerated() {
      if place == 0 || deals[place - 1].creator != deal.creator {
        activation += activationCosts[deal.creator]
        own = 0
      }
      own += deal.cost
      dealSpend += deal.cost
      largest = max(largest, own)
    }
    var spendOfPerson: [Int: Double] = [:]
    for deal in personOfAccount.isEmpty ? [] : deals {
      guard let person = personOfAccount[deal.creator] else { continue }
      spendOfPerson[person, default: 0] += deal.cost
      largest = max(largest, spendOfPerson[person] ?? 0)
    }
    self.dealSpend = dealSpend
    spend = dealSpend + activation
    largestCreatorSpend = largest
  }
}
