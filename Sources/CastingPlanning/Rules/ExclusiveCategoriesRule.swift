import Casting

/// A creator has one deal of a category at most: `exclusive_categories: true`.
struct ExclusiveCategoriesRule: WholeRule {
  static func rules(of campaign: Campaign) -> [ExclusiveCategoriesRule] {
    campaign.brief.exclusiveCategories ? [ExclusiveCategoriesRule()] : []
  }

  var label: RuleLabel { .exclusiveCategories }
  var name: String { "exclusive categories" }
  var unit: RuleUnit { .deals }

  func compile(into draft: inout ProblemDraft) { draft.exclusionKeys = Self.keys(draft.frame) }

  /// By kind: a key per category; a product without a category stands alone.
  private static func keys(_ frame: RuleFrame) -> [Int32] {
    var keyOfCategory: [String: Int32] = [:]
    let keys = frame.campaign.products.products.enumerated().map { number, product in
      let category = NormalizedText(product.category).string
      guard !category.isEmpty else { return Int32(number) }
      let key = keyOfCategory[category] ?? Int32(number)
      keyOfCategory[category] = key
      return key
    }
    return (0..<frame.kinds.count).map { keys[frame.kinds.product(ofKind: $0)] }
  }

  func limits(at activity: Double) -> (lower: Double, upper: Double) { (-.infinity, 1) }

  // MARK: Price

  func touches(_ creator: Int, _ lift: RuleLift) -> Bool {
    lift.items[creator].slots > 1
  }

  func touches(refused: Refusal, takesSeveral: Bool) -> Bool { takesSeveral }

  func bindsSetsAlone(of creator: Int, _ lift: RuleLift) -> Bool { true }

  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift) {
    terms.keys = terms.keys.indices.map { Int32(lift.frame.kinds.product(ofKind: $0)) }
  }

  // MARK: Clashes

  /// The most deals that one creator has in one category.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let keys = Self.keys(frame)
    return { plan, _ in
      var most = 0
      var counts: [Int32: Int] = [:]
      for (place, deal) in plan.deals.enumerated() {
        if place > 0, plan.deals[place - 1].creator != deal.creator { counts = [:] }
        counts[keys[deal.kind], default: 0] += 1
        most = max(most, counts[keys[deal.kind]] ?? 0)
      }
      return Double(most)
    }
  }

  var sides: [RuleSide] {
    [RuleSide(.whole, unit: unit, word: "exclusive_categories", order: .creatorLimit)]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.exclusiveCategories = settings[0].isKept
  }
}
