import Casting

/// Orders per effectively reached person in a format.
public struct FormatRate: Sendable, Equatable, Encodable {
  /// Whose viewers are meant.
  public let format: DealFormat
  /// Rate.
  public let rate: Double

  package init(format: DealFormat, rate: Double) {
    self.format = format
    self.rate = rate
  }
}

/// What a plan rests on, and what was not looked at: to be told beside it. Money is money.
public enum PlanNote: Fact {
  case budgetFound(answer: BudgetFinding)
  case nobodyCast(because: EmptyPlanReason)
  /// Products without a conversion rate of their own, and the rate taken: orders per person whom a live deal
  /// reaches; whether there are deals in other formats as well.
  case defaultConversion(products: Int, of: Int, rate: Double, besideOthers: Bool)
  /// Formats whose viewers are taken to buy at these rates for a product that sells at the other one in a live
  /// deal.
  case formatConversions(formats: [FormatRate], live: Double)
  /// Fees estimated from followers, and what they come to together.
  case estimatedFees(deals: Int, of: Int, middle: Double, low: Double, high: Double)
  case estimatedViews(deals: Int, of: Int)
  case unknownAffinity(deals: Int, of: Int)
  /// Fees at which deals would go and creators come in that were not solved again.
  case unsolvedFees(deals: Int, leftOut: Int)
  /// Rules of thumb that could not be followed within the rules.
  case notCompared(ways: [RuleOfThumb])
  /// The plan of a long roster was looked for among some creators; it tells of so many left out.
  case shortlist(listed: Int, of: Int, leftOut: Int, told: Int)
}
