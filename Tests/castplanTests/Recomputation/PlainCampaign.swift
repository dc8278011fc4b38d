import Foundation
import Yams

/// The model's formulas written out again from its one-page statement, for creators with columns
/// of their own for every format; shares no code with the product.
struct PlainCampaign {
  static let ages = ["13_19", "20_29", "30_39", "40_49", "50_59", "60_plus"]
  static let cells = ["female", "male"].flatMap { gender in ages.map { "\(gender)_\($0)" } }

  let creators: [[String: String]]
  let products: [[String: String]]
  let brief: [String: Any]
  /// t_i · h_i.
  private(set) var people: [Double] = []
  /// q_is.
  private(set) var shares: [[Double]] = []
  /// population_s.
  private(set) var population: [Double] = []

  init(folder: URL, brief name: String) throws {
    func read(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    creators = plainTable(try read("creators.csv"))
    products = plainTable(try read("products.csv"))
    brief = try Yams.load(yaml: try read(name)) as? [String: Any] ?? [:]
    (population, shares) = audiences()
    let typical = signals.map { references(of: $0.column) }
    people = creators.indices.map { creator in
      (Double(creators[creator]["authentic_share"] ?? "") ?? 1)
        * relationship(creator, typical.map { $0[creator] })
    }
  }

  var objective: String { brief["objective"] as? String ?? "gmv" }
  var subtractsCost: Bool { objective == "profit" || objective == "ltv" }
  var budget: Double { plainNumber(brief["budget"]) ?? .infinity }
  var formats: [String] { brief["formats"] as? [String] ?? ["live"] }

  func creator(_ id: String) -> Int? { creators.firstIndex { $0["creator_id"] == id } }
  func product(_ id: String) -> Int? { products.firstIndex { $0["product_id"] == id } }

  /// The creator's number in a column, nil where the cell is empty.
  func number(_ creator: Int, _ column: String) -> Double? {
    Double(creators[creator][column] ?? "")
  }

  func tier(_ creator: Int) -> String {
    let followers = number(creator, "followers") ?? 0
    if followers < 10_000 { return "nano" }
    if followers < 100_000 { return "micro" }
    if followers < 500_000 { return "mid" }
    return followers < 1_000_000 ? "macro" : "mega"
  }

  // (5): age × gender, the default mix being the brief's, else the mean of the known.
  private func audiences() -> (population: [Double], shares: [[Double]]) {
    func mix(_ female: Double, _ ages: [Double]) -> [Double] {
      ages.map { female * $0 } + ages.map { (1 - female) * $0 }
    }
    let known = creators.indices.map { creator -> [Double]? in
      let ages = Self.ages.compactMap { number(creator, "age_\($0)") }
      guard let female = number(creator, "female_share"), ages.count == 6 else { return nil }
      let total = ages.reduce(0, +)
      return mix(female, ages.map { $0 / total })
    }
    var population = [Double](repeating: 0, count: 12)
    if let stated = brief["audience"] as? [String: Any] {
      let ages = Self.ages.map { plainNumber(stated["age_\($0)"]) ?? 0 }
      let total = ages.reduce(0, +)
      population = mix(plainNumber(stated["female_share"]) ?? 0.5, ages.map { $0 / total })
    } else {
      let rows = known.compactMap { $0 }
      for row in rows {
        for cell in 0..<12 { population[cell] += row[cell] / Double(rows.count) }
      }
    }
    return (population, known.map { $0 ?? population })
  }

  // (3)
  private var signals: [(column: String, exponent: Double)] {
    [("engagement_rate", 0.5), ("reply_rate", 0.25), ("repeat_viewer_share", 0.25)]
  }

  /// The mean over the same platform and tier, else the same tier, of five at least.
  private func references(of column: String) -> [Double?] {
    func mean(_ rows: [Int]) -> Double? {
      let known = rows.compactMap { number($0, column) }
      return known.count >= 5 ? known.reduce(0, +) / Double(known.count) : nil
    }
    let tiers = creators.indices.map(tier)
    let byTier = Dictionary(grouping: creators.indices, by: { tiers[$0] })
    let byBoth = Dictionary(
      grouping: creators.indices, by: { "\(creators[$0]["platform"] ?? "")/\(tiers[$0])" })
    let tierMeans = byTier.mapValues { mean($0) }
    let bothMeans = byBoth.mapValues { mean($0) }
    return creators.indices.map { creator in
      (bothMeans["\(creators[creator]["platform"] ?? "")/\(tiers[creator])"] ?? nil)
        ?? (tierMeans[tiers[creator]] ?? nil)
    }
  }

  private func relationship(_ creator: Int, _ references: [Double?]) -> Double {
    let bonuses = brief["certification_bonus"] as? [String: Any] ?? [:]
    var product = 1 + (plainNumber(bonuses[creators[creator]["certification"] ?? ""]) ?? 0)
    for (signal, reference) in zip(signals, references) {
      guard var rate = number(creator, signal.column) else { continue }
      let typical = reference ?? (signal.column == "engagement_rate" ? typicalRate(creator) : nil)
      guard let typical else { continue }
      if signal.column == "engagement_rate", let posts = number(creator, "posts_sampled") {
        rate = (rate * posts + typical * 12) / (posts + 12)
      }
      product *= pow(rate == 0 ? 0.01 : rate / typical, signal.exponent)
    }
    return min(2, max(0.5, product))
  }

  /// The table of defaults, for the few tiers in which fewer than five creators know their rate.
  private func typicalRate(_ creator: Int) -> Double {
    let followers = number(creator, "followers") ?? 0
    if creators[creator]["platform"] == "tiktok" {
      let bands = [(5e3, 2.12), (1e4, 1.36), (5e4, 1.07), (1e5, 0.93), (5e5, 1.02), (1e6, 1.35)]
      return (bands.first { followers < $0.0 }?.1 ?? 1.45) / 100
    }
    let rates = ["nano": 0.025, "micro": 0.015, "mid": 0.012, "macro": 0.01, "mega": 0.009]
    return rates[tier(creator)] ?? 0
  }
}

/// A number of a YAML or JSON document.
func plainNumber(_ value: Any?) -> Double? {
  switch value {
  case let number as NSNumber: number.doubleValue
  case let number as Int: Double(number)
  case let number as Double: number
  default: nil
  }
}
