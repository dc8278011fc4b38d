import Foundation
import Testing

/// A change to the document of a plan.json, as somebody could make it by hand.
struct PlanEdit {
  var name: String
  var make: (inout [String: Any]) throws -> Void

  static var all: [PlanEdit] {
    ["value", "bound", "price_bound", "spend", "budget", "gap"].map { scaled($0) }
      + [
        "cost", "affinity", "effective_reach", "expected_orders", "marginal_value",
        "marginal_return", "cumulative_cost", "cumulative_value",
      ].map { inList("deals", 2, $0) { ($0 as? Double ?? 0) * 1.001 } }
      + [
        inList("deals", 1, "rank") { ($0 as? Int ?? 0) + 1 },
        inList("deals", 1, "creator_id") { _ in "C0002" },
        inList("deals", 1, "product_id") { $0 as? String == "P01" ? "P02" : "P01" },
        list("a deal deleted", "deals") { $0.removeLast() },
        list("two deals exchanged", "deals") { $0.swapAt(0, 1) },
        inList("rules", 0, "price") { ($0 as? Double ?? 0) * 1.01 },
        inList("rules", 0, "activity") { ($0 as? Double ?? 0) - 1 },
        inList("rules", 1, "activity") { ($0 as? Double ?? 0) + 1 },
        inList("rules", 0, "upper") { ($0 as? Double ?? 0) + 1 },
        inList("rules", 1, "name") { _ in "another rule" },
        list("a rule deleted", "rules") { $0.removeLast() },
        inList("deals", 2, "fee") { ($0 as? Double ?? 0) + 1 },
        inList("deals", 2, "commission_reserve") { ($0 as? Double ?? 0) + 2 },
        inList("deals", 1, "activation") { ($0 as? Double ?? 0) + 1 },
        inList("deals", 0, "handle") { _ in "@somebody" },
        inList("deals", 0, "followers") { ($0 as? Double ?? 0) + 1 },
        inList("left_out", 3, "fee") { ($0 as? Double ?? 0) + 1 },
        inList("left_out", 3, "cost") { ($0 as? Double ?? 0) + 2 },
        inList("products", 0, "price") { ($0 as? Double ?? 0) + 1 },
        inList("products", 0, "cells") { _ in [[String: Any]]() },
        inList("rules", 0, "kind") { _ in "quota" },
        inList("rules", 0, "presses") { $0 as? String == "none" ? "upper" : "none" },
        inList("rules", 0, "whole") { _ in true },
        inList("frontier", 0, "value") { ($0 as? Double ?? 0) * 2 },
        inList("frontier", 5, "deals") { ($0 as? Int ?? 0) + 1 },
        inList("frontier", 7, "marginal_return") { ($0 as? Double ?? 0) + 1 },
        list("a budget deleted", "frontier") { $0.remove(at: 5) },
        inList("deals", 1, "client_cost") { ($0 as? Double ?? 0) + 1 },
        inList("deals", 1, "extras") { ($0 as? Double ?? 0) + 1 },
        PlanEdit(name: "orders") { $0["orders"] = ($0["orders"] as? Double ?? 0) + 1 },
        PlanEdit(name: "sales") { $0["sales"] = ($0["sales"] as? Double ?? 0) * 1.01 },
        PlanEdit(name: "profit") { $0["profit"] = ($0["profit"] as? Double ?? 0) + 500 },
        PlanEdit(name: "margin") { $0["margin"] = ($0["margin"] as? Double ?? 0) + 5 },
        PlanEdit(name: "cost per order") {
          $0["cost_per_order"] = ($0["cost_per_order"] as? Double ?? 0) + 5
        },
        PlanEdit(name: "tax") { $0["tax"] = ["rate": 0.1, "client_spend_with_tax": 5] },
        PlanEdit(name: "formats") { $0["formats"] = ["post"] },
        PlanEdit(name: "window") { $0["window"] = NSNull() },
        rule("lock", "activity", 2), rule("lock", "lower", 0),
        rule("ban", "activity", 1), rule("ban", "upper", 1), rule("ban", "price", 77),
        PlanEdit(name: "a price of reach") { root in
          var prices = root["prices"] as? [String: Any] ?? [:]
          var reach = prices["reach"] as? [String: [String: Any]] ?? [:]
          let product = try #require(reach.keys.min())
          let cell = try #require(reach[product]?.keys.min())
          let price = reach[product]?[cell] as? Double ?? 0
          reach[product]?[cell] = price * 1.01 + 1
          prices["reach"] = reach
          root["prices"] = prices
        },
        PlanEdit(name: "the objective") { $0["objective"] = "gmv" },
      ]
  }

  private static func scaled(_ key: String) -> PlanEdit {
    PlanEdit(name: key) { $0[key] = ($0[key] as? Double ?? 0) * 1.001 + 1e-4 }
  }

  private static func list(
    _ name: String, _ key: String, _ change: @escaping (inout [[String: Any]]) -> Void
  ) -> PlanEdit {
    PlanEdit(name: name) { root in
      var rows = try #require(root[key] as? [[String: Any]])
      change(&rows)
      root[key] = rows
    }
  }

  private static func inList(
    _ list: String, _ place: Int, _ key: String, _ change: @escaping (Any?) -> Any
  ) -> PlanEdit {
    self.list("\(list)[\(place)].\(key)", list) { $0[place][key] = change($0[place][key]) }
  }

  /// Edits the first rule whose name begins so.
  private static func rule(_ name: String, _ key: String, _ number: Double) -> PlanEdit {
    PlanEdit(name: "\(name) \(key)") { root in
      var rules = try #require(root["rules"] as? [[String: Any]])
      let place = try #require(
        rules.firstIndex { ($0["name"] as? String)?.hasPrefix(name) ?? false })
      rules[place][key] = number
      root["rules"] = rules
    }
  }
}
