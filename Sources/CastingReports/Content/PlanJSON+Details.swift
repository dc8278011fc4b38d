import Casting
import CastingPlanning

/// What plan.json says of products, rules, days and other budgets.
extension PlanJSON {
  static func products(_ plan: Plan, _ table: ReportTable) -> JSONValue {
    .array(
      zip(plan.products, table.rows).map { product, row in
        let cells = zip(plan.cells, product.cells).map { name, cell in
          JSONValue.object([
            ("cell", .string(name)), ("people", .number(cell.people)),
            ("reach", .number(cell.reach)), ("unique", .number(cell.unique)),
          ])
        }
        return .object(
          JSONValue.members(of: row, in: table) + [
            ("price", .number(product.price)), ("cells", .array(cells)),
          ])
      })
  }

  static func rules(_ plan: Plan, _ table: ReportTable) -> JSONValue {
    .array(
      zip(plan.rules, table.rows).map { rule, row in
        .object(
          JSONValue.members(of: row, in: table) + [
            ("kind", rule.kind.map { .string($0.rawValue) } ?? .null),
            ("subject", rule.subject.map { .string($0) } ?? .null),
            ("unit", .string(rule.unit.code)),
            ("presses", .string(plan.pressure(of: rule).rawValue)),
            ("whole", .bool(rule.isWhole)),
          ])
      })
  }

  /// Days, formats and other budgets; a curve that is not there has its reason beside it.
  static func frame(_ plan: Plan) -> [(key: String, value: JSONValue)] {
    let window = plan.window.map {
      JSONValue.object([("from", .string($0.from.iso)), ("to", .string($0.to.iso))])
    }
    let reason = plan.curveOmission.map {
      [(key: "frontier_omitted", value: JSONValue.string($0.rawValue))]
    }
    return [
      ("window", window ?? .null),
      ("formats", .array(plan.formats.map { .string($0.rawValue) })),
    ] + packages(plan) + [
      ("frontier", plan.curve.map { .array($0.points.map(point)) } ?? .null)
    ] + (reason ?? [])
  }

  /// What the packages among the formats consist of; absent where there is none.
  private static func packages(_ plan: Plan) -> [(key: String, value: JSONValue)] {
    let packages = plan.formats.compactMap(\.package)
    guard !packages.isEmpty else { return [] }
    return [("packages", .object(packages.map { ($0.name, parts($0)) }))]
  }

  /// How many of each format, in the order in which viewers are counted.
  static func parts(_ package: DealPackage) -> JSONValue {
    .object(package.parts.map { ($0.format.rawValue, .number(Double($0.count))) })
  }

  private static func point(_ point: BudgetCurve.Point) -> JSONValue {
    .object([
      ("budget", .money(point.budget)), ("value", .number(point.value ?? .nan)),
      ("bound", .number(point.bound ?? .nan)),
      ("deals", point.deals.map { .number(Double($0)) } ?? .null),
      ("marginal_return", .number(point.marginalReturn ?? .nan)),
    ])
  }
}
