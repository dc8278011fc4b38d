/// The headers of the tables in which a sheet has a brief.
enum BriefHeader {
  static let keys = normalized(["項目", "key", "キー", "item"])
  static let values = normalized(["値", "value", "設定値"])
  /// Of the four columns of quotas: which deals, what of them, the least, the most.
  static let quotas = [
    normalized(["対象", "where", "deals"]), normalized(["種別", "measure"]),
    normalized(["最小", "min", "least"]), normalized(["最大", "max", "most"]),
  ]

  /// Whether keys and values begin below a row.
  ///
  /// - Parameter texts: as `HeaderText.normalized`.
  static func isKeyTable(_ texts: [String]) -> Bool {
    texts.indices.contains { startsKeys(texts, at: $0) }
  }

  static func startsKeys(_ texts: [String], at column: Int) -> Bool {
    column + 1 < texts.count && keys.contains(texts[column]) && values.contains(texts[column + 1])
  }

  static func startsQuotas(_ texts: [String], at column: Int) -> Bool {
    column + quotas.count <= texts.count
      && quotas.indices.allSatisfy { quotas[$0].contains(texts[column + $0]) }
  }

  private static func normalized(_ texts: [String]) -> Set<String> {
    Set(texts.map(HeaderText.normalized))
  }
}
