import Casting
import CastingPlanning

/// Two lists of deals side by side, in English.
enum CompareEnglish {
  static func text(_ label: Wording.CompareLabel) -> String {
    switch label {
    case .value: "Value"
    case .spend: "Spend"
    case .orders: "Orders"
    case .sales: "Sales"
    case .profit: "Profit"
    case .perOrder: "Per order"
    case .salesPerYen: "Sales per \(Amount.currency.one)"
    case .deals: "Deals"
    case .creators: "Creators"
    case .p10: "P10"
    case .p50: "P50"
    case .p90: "P90"
    case .worstTenth: "Worst tenth"
    case .loss: "Loss"
    case .largestShare: "Largest share"
    case .change: "Change"
    case .creator: "Creator"
    case .product: "Product"
    case .format: "Format"
    }
  }

  static func text(_ obstacle: ImpossibleDeal.Obstacle) -> String {
    switch obstacle {
    case .creatorGone: "she is no longer in the roster"
    case .productGone: "the product is no longer in the list"
    case .formatNotPredicted: "her deals in --deals have no such format"
    case .unavailable: "she is not free in the campaign window, or has no slot"
    case .noFormat: "she has no fee for it, or the product does not allow her formats"
    case .formatNotOffered: "she has no fee for this format, or the product does not allow it"
    }
  }

  /// `From a to b: 12 deals stay, 3 go, 4 come`.
  static func changes(_ comparison: PlanComparison) -> String {
    let (common, going) = (comparison.commonCount, comparison.dropped.count)
    return "From \(comparison.first.name) to \(comparison.second.name): "
      + "\(LabelEnglish.counted(common, "deal")) stay\(common == 1 ? "s" : ""), "
      + "\(going) go\(going == 1 ? "es" : ""), "
      + "\(comparison.added.count) come\(comparison.added.count == 1 ? "s" : "")"
  }

  static func more(_ count: Int) -> String {
    "… and \(LabelEnglish.counted(count, "more deal")) in --format csv"
  }

  static func chances(_ second: String, _ share: Double) -> String {
    let often =
      share < 0.005 ? "hardly any" : share > 0.995 ? "nearly all" : Amount.percent(share)
    return "\(second) is worth more in \(often) of the outcomes."
  }

  static func proof(_ most: String, _ gaps: [(name: String, gap: String)]) -> String {
    let sides = gaps.map { "\($0.name) is within \($0.gap)" }
    return "No list that obeys the rules can be worth more than \(most)"
      + (sides.isEmpty ? "." : "; \(sides.joined(separator: ", ")).")
  }

  static func breaches(_ side: String, _ rules: [String]) -> String {
    "\(side) breaks \(rules.joined(separator: ", "))."
  }

  static func impossible(
    _ side: String, _ deal: String, _ obstacle: ImpossibleDeal.Obstacle
  ) -> String {
    "\(side) asks for \(deal), which is left out: \(text(obstacle))."
  }

  static func repriced(_ costs: String) -> String { "Stated at another cost: \(costs)." }

  static func restated(_ side: String, _ costs: String) -> String {
    "\(side) states other costs than the inputs, which count: \(costs)."
  }

  static let asStated =
    "Values are those that the plan files state; with --roster, --products and --brief they "
    + "are worked out from one set of inputs, deal by deal."

  static func costs(_ shown: [String], more: Int) -> String {
    shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
