/// What a fault is in: a column or a key by its name, or a part of a brief that has none.
public struct InputSubject: Equatable, Sendable {
  /// Parts of a brief and of a file of scenarios.
  public enum Part: String, CaseIterable, Sendable {
    /// A column or a key, which `name` names.
    case named = ""
    case brief, file, quota, lock, ban, stage, niche, scenario, fee
    /// One group of the creators at the key `name`.
    case group
  }

  /// Which part of a file it is.
  public var part: Part
  /// Of the column or the key; "" for parts without one.
  public var name: String
  /// Whether a key in it is meant, not its value.
  public var isKey = false

  package init(_ part: Part, name: String = "", isKey: Bool = false) {
    self.part = part
    self.name = name
    self.isKey = isKey
  }

  package static func named(_ name: String) -> InputSubject { InputSubject(.named, name: name) }

  package static func group(of key: String) -> InputSubject { InputSubject(.group, name: key) }

  /// A key in this.
  var key: InputSubject { InputSubject(part, name: name, isKey: true) }
}

/// One text: names as they are, `<quota>` for parts, `<group>apart`, `<key>` before keys.
extension InputSubject: Codable {
  private static let keyMark = "<key>"

  public init(from decoder: any Decoder) throws {
    var text = try decoder.singleValueContainer().decode(String.self)
    let isKey = text.hasPrefix(Self.keyMark)
    if isKey { text.removeFirst(Self.keyMark.count) }
    let part = Part.allCases.first { $0 != .named && text.hasPrefix("<\($0.rawValue)>") }
    if let part { text.removeFirst(part.rawValue.count + 2) }
    self.init(part ?? .named, name: text, isKey: isKey)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let mark = part == .named ? "" : "<\(part.rawValue)>"
    try container.encode((isKey ? Self.keyMark : "") + mark + name)
  }
}

/// What a row of a table is.
public enum RowNoun: String, CaseIterable, Codable, Sendable {
  case creator, product, deal
  /// Of an audience.
  case share
}

/// What a number may be: its unit and its range.
public enum NumberMeaning: String, CaseIterable, Codable, Sendable {
  case rate, yen, price, people, market, viewers, whole, multiplier, bandwidth, positive, amount
  case atLeastOne = "at_least_one"
  /// Of how many parts a package has.
  case partCount = "part_count"
  /// In the unit of the objective, negative too.
  case value
  /// A share that may be taken off.
  case bonus
  /// A standard deviation of a logarithm.
  case spread
  /// Yen more or less.
  case change

  /// Whether it is written as `3.2%` or `0.032`.
  package var isRate: Bool { self == .rate || self == .bonus }

  /// Whether it has no decimals.
  package var isWhole: Bool { self == .people || self == .whole || self == .partCount }
}

/// A form that a part of a brief has to have.
public enum ExpectedForm: String, CaseIterable, Codable, Sendable {
  case mapping, word, text, formats, stages, niches, quotas, limits, locks, bans, audienceCells,
    brands,
    groups, group
  case stageTime = "stage_time"
  case banItem = "ban_item"
  case spendPerCreator = "spend_per_creator"
  case scenarios
  case scenarioChange = "scenario_change"
  case package
}
