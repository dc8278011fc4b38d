import CastingPlanning

extension PlanWording {
  /// The rule that holds back most, and what relaxing it by a step that people take would bring.
  static func dearestRule(_ plan: Plan) -> String? {
    /// What the rule as a whole holds back at its price, so that rules on yen and on deals
    /// compare.
    func weight(_ rule: RuleReport) -> Double {
      if rule.isWhole { return rule.price.magnitude }
      let limit = rule.price > 0 ? rule.upper : rule.lower
      let scale = rule.unit == .shareOfSpend ? plan.spend : 1
      return rule.price.magnitude * max(1, limit.isFinite ? limit.magnitude * scale : 1)
    }
    let pressing = plan.rules.filter { weight($0) > plan.value * 1e-7 && $0.name != "budget" }
    guard let first = pressing.first else { return nil }
    let dearest = pressing.dropFirst().reduce(first) { weight($1) > weight($0) ? $1 : $0 }
    guard !dearest.isWhole else {
      let gain = Amount.price(dearest.price.magnitude, plan.objective)
      return
        "The rule that costs most is \(dearest.name): lifting it would add at most about \(gain)."
    }
    let side = dearest.price > 0 ? "raising its maximum" : "lowering its minimum"
    let step = step(dearest.unit, plan)
    let gain = Amount.price(dearest.price.magnitude * step.size, plan.objective)
    return "The rule that costs most is \(dearest.name): "
      + "\(side) by \(step.name) would add at most about \(gain)."
  }

  /// In the unit of the rule's price.
  private static func step(_ unit: RuleUnit, _ plan: Plan) -> (name: String, size: Double) {
    switch unit {
    case .deals: ("one deal", 1)
    case .creators: ("one creator", 1)
    case .orders: ("one order", 1)
    case .units: ("one unit", 1)
    case .yen: ("¥10,000", yenStep)
    case .shareOfSpend: ("one percentage point", 0.01 * plan.spend)
    }
  }
}
