import CastingPlanning

/// What a comparison says to people.
enum CompareWording {
  /// The lists by the last parts of their paths, or by the whole paths where that tells them apart.
  static func names(_ comparison: PlanComparison) -> (first: String, second: String) {
    let paths = (comparison.first.name, comparison.second.name)
    func short(_ path: String) -> String {
      path.split(separator: "/").last.map { String($0) } ?? path
    }
    let names = (short(paths.0), short(paths.1))
    return names.0 == names.1 ? paths : names
  }

  static func sentences(_ comparison: PlanComparison) -> [String] {
    let sides = [comparison.first, comparison.second]
    return
      [chances(comparison), proof(comparison)].compactMap { $0 } + sides.flatMap(breaches)
      + sides.flatMap(impossible)
      + (comparison.isRecomputed ? sides.flatMap(restated) : repriced(comparison))
      + (comparison.isRecomputed
        ? []
        : [
          "Values are those that the plan files state; with --roster, --products and --brief they "
            + "are worked out from one set of inputs, deal by deal."
        ])
  }

  /// `12 deals stay, 3 go, 4 come`.
  static func changes(_ comparison: PlanComparison) -> String {
    let (common, going) = (comparison.commonCount, comparison.dropped.count)
    return "From \(comparison.first.name) to \(comparison.second.name): "
      + "\(PlanWording.counted(common, "deal")) stay\(common == 1 ? "s" : ""), "
      + "\(going) go\(going == 1 ? "es" : ""), "
      + "\(comparison.added.count) come\(comparison.added.count == 1 ? "s" : "")"
  }

  private static func chances(_ comparison: PlanComparison) -> String? {
    guard let share = comparison.secondIsBetter,
      comparison.added.count + comparison.dropped.count > 0
    else { return nil }
    let often =
      share < 0.005 ? "hardly any" : share > 0.995 ? "nearly all" : Amount.percent(share)
    return "\(comparison.second.name) is worth more in \(often) of the outcomes."
  }

  private static func proof(_ comparison: PlanComparison) -> String? {
    guard let bound = comparison.bound, bound > 0 else { return nil }
    let sides = [comparison.first, comparison.second].map { side in
      side.breaches.isEmpty && side.impossible.isEmpty
        ? "\(side.name) is within \(Amount.gap(max(0, (bound - side.value) / bound)))" : nil
    }.compactMap { $0 }
    return "No list that obeys the rules can be worth more than "
      + "\(Amount.value(bound, comparison.objective, rule: .up))"
      + (sides.isEmpty ? "." : "; \(sides.joined(separator: ", ")).")
  }

  private static func breaches(_ side: PlanComparison.Side) -> [String] {
    guard !side.breaches.isEmpty else { return [] }
    return [
      "\(side.name) breaks "
        + side.breaches.map(BreachWording.words).joined(separator: ", ") + "."
    ]
  }

  private static func impossible(_ side: PlanComparison.Side) -> [String] {
    side.impossible.map {
      "\(side.name) asks for \($0.creatorID) × \($0.productID)"
        + "\($0.format.map { " " + $0.rawValue } ?? ""), which is left out: \($0.reason)."
    }
  }

  private static func repriced(_ comparison: PlanComparison) -> [String] {
    guard !comparison.repriced.isEmpty else { return [] }
    return ["Stated at another cost: \(costs(comparison.repriced))."]
  }

  private static func restated(_ side: PlanComparison.Side) -> [String] {
    guard !side.restated.isEmpty else { return [] }
    return [
      "\(side.name) states other costs than the inputs, which count: \(costs(side.restated))."
    ]
  }

  private static func costs(_ costs: [PlanComparison.RestatedCost]) -> String {
    let shown = costs.prefix(5).map {
      "\($0.deal.creatorID) × \($0.deal.productID) \($0.deal.format.rawValue) "
        + "\(Amount.yen($0.first)) → \(Amount.yen($0.second))"
    }
    let more = costs.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
