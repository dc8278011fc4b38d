import Allocation
import Casting
import Glibc

extension ClaimCheck {
  /// Prices of products, and whom the deals reach in every cell.
  func productFindings(
    _ claimed: [PlanClaims.ProductDetails], _ inputs: AuditInputs
  ) -> [AuditFinding] {
    typealias Pair = (place: AuditPlace, expected: Double, found: Double)
    var (prices, cells): ([Pair], [Pair]) = ([], [])
    let reached = reachedPeople()
    for (group, product) in inputs.campaign.products.products.enumerated() {
      let found = claimed.first { $0.productID == product.id }
      prices.append((.product(id: product.id), product.price, found?.price ?? .nan))
      for (segment, cell) in subject.cells.enumerated() {
        let pool = group * subject.cells.count + segment
        let place = AuditPlace.productCell(product: product.id, cell: cell)
        let row = found?.cells[cell]
        cells += [
          (place, inputs.market[pool], row?.people ?? .nan),
          (place, reached[pool], row?.reach ?? .nan),
          (place, distinct(reached[pool], of: inputs.market[pool]), row?.unique ?? .nan),
        ]
      }
    }
    return [
      compare(.productPrices, prices), compare(.cellPeople, cells),
    ]
  }

  /// People by product and cell, each as often as a deal reaches them.
  private func reachedPeople() -> [Double] {
    let problem = subject.problem
    let cells = problem.segmentCount
    var reached = [Double](repeating: 0, count: problem.groupCount * cells)
    for option in options {
      let shares = audit.item(of: option) * cells
      let people = subject.people(option, of: audit.item(of: option))
      for cell in 0..<cells {
        reached[audit.group(of: option) * cells + cell] +=
          problem.segmentShares[shares + cell] * people
      }
    }
    return reached
  }

  /// How many different people are among those, model (5).
  private func distinct(_ reached: Double, of people: Double) -> Double {
    if people == .infinity { return reached }
    if people == 0 { return 0 }
    return switch subject.problem.curve {
    case .exponential: people * (1 - exp(-reached / people))
    case .logarithmic: people * log(1 + reached / people)
    case .linear: reached
    }
  }

  // MARK: Rules

  func ruleDetailFindings(
    _ claimed: [PlanClaims.RuleDetails?], _ inputs: AuditInputs
  ) -> [AuditFinding] {
    func statement(_ rules: [PlanClaims.RuleDetails?], _ place: Int) -> AuditStatement {
      guard place < rules.count, let rule = rules[place] else { return .noRule }
      return .ruleKind(
        kind: rule.kind, subject: rule.subject, unit: rule.unit, isWhole: rule.isWhole)
    }
    let rules = inputs.rules
    // Rules that are known by their names alone are none of these.
    let known = claimed.filter { $0?.kind != .other }
    let place = (0..<max(rules.count, known.count)).first {
      statement(rules, $0) != statement(known, $0)
    }
    let kinds = AuditFinding(
      .ruleKinds,
      place.map { .init(expected: statement(rules, $0), found: statement(known, $0)) })
    let moneyStep = inputs.campaign.brief.terms.money.decimals == 0 ? 10_000.0 : 100
    // A rule of which nothing is said is missing among the kinds.
    let told = zip(claims.rules, claimed).compactMap { report, rule in
      rule.map {
        (name: report.name, due: side($0, price: report.price, moneyStep), found: $0.presses)
      }
    }
    let presses = AuditFinding(
      .pressures,
      told.first { $0.due != $0.found }.map {
        .init(
          expected: .pressure(side: $0.due, rule: $0.name),
          found: .pressure(side: $0.found, rule: $0.name))
      })
    return [kinds, presses]
  }

  /// The side on which a rule's price is felt: where ¥10,000 or $100, one percentage point of the spend or one
  /// of whatever is counted moves the value by 0.05 % or more.
  private func side(
    _ rule: PlanClaims.RuleDetails, price: Double, _ moneyStep: Double
  ) -> RulePressure {
    var step = 1.0
    if !rule.isWhole && rule.unit == .yen { step = moneyStep }
    if !rule.isWhole && rule.unit == .viewers { step = 1_000 }
    if !rule.isWhole && rule.unit == .shareOfSpend { step = 0.01 * claims.spend }
    let moved = abs(price) * step
    // Not divided: at the limit itself another rounding would be another side.
    guard moved > 0, moved >= 0.0005 * abs(claims.value) else { return .neither }
    return price > 0 ? .upper : .lower
  }
}
