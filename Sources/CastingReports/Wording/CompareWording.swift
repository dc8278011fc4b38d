import Casting
import CastingPlanning

/// What is said of two lists of deals side by side.
extension Wording {
  /// Headings of a comparison.
  package enum CompareLabel: CaseIterable {
    case value, spend, orders, sales, profit, perOrder, salesPerYen, deals, creators, p10, p50, p90,
      worstTenth, loss, largestShare
    case change, creator, product, format
  }

  package func text(_ label: CompareLabel) -> String {
    pick(english: CompareEnglish.text(label), japanese: CompareJapanese.text(label))
  }

  /// Why a deal cannot be made, as a clause.
  public func text(_ obstacle: ImpossibleDeal.Obstacle) -> String {
    pick(english: CompareEnglish.text(obstacle), japanese: CompareJapanese.text(obstacle))
  }

  /// How many deals stay, go and come.
  package func changes(_ comparison: PlanComparison) -> String {
    pick(
      english: CompareEnglish.changes(comparison), japanese: CompareJapanese.changes(comparison))
  }

  /// That steps beyond those shown are in another format.
  package func moreDeals(_ count: Int) -> String {
    pick(english: CompareEnglish.more(count), japanese: CompareJapanese.more(count))
  }

  /// What stands out, most important first. Sides are called by their names in `comparison`.
  package func sentences(_ comparison: PlanComparison) -> [String] {
    let sides = [comparison.first, comparison.second]
    return [chances(comparison), proof(comparison)].compactMap { $0 }
      + sides.compactMap(breaches)
      + sides.flatMap { side in side.impossible.map { impossible($0, of: side.name) } }
      + (comparison.isRecomputed
        ? sides.compactMap(restated)
        : [repriced(comparison), asStated].compactMap { $0 })
  }

  private func chances(_ comparison: PlanComparison) -> String? {
    guard let share = comparison.secondIsBetter,
      comparison.added.count + comparison.dropped.count > 0
    else { return nil }
    let second = comparison.second.name
    return pick(
      english: CompareEnglish.chances(second, share),
      japanese: CompareJapanese.chances(second, share))
  }

  private func proof(_ comparison: PlanComparison) -> String? {
    guard let bound = comparison.bound, bound > 0 else { return nil }
    let gaps = [comparison.first, comparison.second].compactMap { side in
      side.breaches.isEmpty && side.impossible.isEmpty
        ? (name: side.name, gap: Amount.gap(max(0, (bound - side.value) / bound))) : nil
    }
    let most = value(bound, comparison.objective, rule: .up)
    return pick(
      english: CompareEnglish.proof(most, gaps), japanese: CompareJapanese.proof(most, gaps))
  }

  private func breaches(_ side: PlanComparison.Side) -> String? {
    guard !side.breaches.isEmpty else { return nil }
    let rules = side.breaches.map { text($0) }
    return pick(
      english: CompareEnglish.breaches(side.name, rules),
      japanese: CompareJapanese.breaches(side.name, rules))
  }

  private func impossible(_ deal: ImpossibleDeal, of side: String) -> String {
    let named =
      "\(deal.creatorID) × \(deal.productID)" + (deal.format.map { " " + name($0) } ?? "")
    return pick(
      english: CompareEnglish.impossible(side, named, deal.obstacle),
      japanese: CompareJapanese.impossible(side, named, deal.obstacle))
  }

  private func repriced(_ comparison: PlanComparison) -> String? {
    guard !comparison.repriced.isEmpty else { return nil }
    let costs = costs(comparison.repriced)
    return pick(
      english: CompareEnglish.repriced(costs), japanese: CompareJapanese.repriced(costs))
  }

  private func restated(_ side: PlanComparison.Side) -> String? {
    guard !side.restated.isEmpty else { return nil }
    let costs = costs(side.restated)
    return pick(
      english: CompareEnglish.restated(side.name, costs),
      japanese: CompareJapanese.restated(side.name, costs))
  }

  private var asStated: String {
    pick(english: CompareEnglish.asStated, japanese: CompareJapanese.asStated)
  }

  private func costs(_ costs: [PlanComparison.RestatedCost]) -> String {
    let shown = costs.prefix(5).map {
      "\(name($0.deal)) \(Amount.money($0.first)) → \(Amount.money($0.second))"
    }
    let more = costs.count - shown.count
    return pick(
      english: CompareEnglish.costs(shown, more: more),
      japanese: CompareJapanese.costs(shown, more: more))
  }
}
