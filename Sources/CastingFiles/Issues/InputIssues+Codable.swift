extension InputIssues: Codable {
  private enum CodingKeys: CodingKey {
    case found, groups, rowTotal, otherTotal
  }

  /// What was kept of issues, for settings that keep no more.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    found = try container.decode([Found].self, forKey: .found)
    groups = try container.decode([FaultGroup].self, forKey: .groups)
    rowTotal = try container.decode(Int.self, forKey: .rowTotal)
    otherTotal = try container.decode(Int.self, forKey: .otherTotal)
    guard groups.allSatisfy({ !$0.issues.isEmpty }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .groups, in: container, debugDescription: "a group without an issue")
    }
    indexGroups()
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(found, forKey: .found)
    try container.encode(groups, forKey: .groups)
    try container.encode(rowTotal, forKey: .rowTotal)
    try container.encode(otherTotal, forKey: .otherTotal)
  }
}
