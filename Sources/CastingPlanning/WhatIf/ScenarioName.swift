import Casting

/// What a row of a what-if is called: by the user's own words, or after what it changes.
public enum ScenarioName: Sendable, Hashable {
  case given(String)
  /// In the order in which they are made.
  case changes([ScenarioChange])

  /// Both after each other; names that a user gave stay whole.
  func followed(by next: ScenarioName) -> ScenarioName {
    .changes(changes + next.changes)
  }

  private var changes: [ScenarioChange] {
    switch self {
    case .given(let words): words.isEmpty ? [] : [.typed(words: words)]
    case .changes(let changes): changes
    }
  }
}

extension ScenarioName: ExpressibleByStringInterpolation {
  public init(stringLiteral words: String) { self = .given(words) }
}

/// One change that a scenario makes. Money in money.
public enum ScenarioChange: Fact, Hashable {
  /// None: the campaign as it is.
  case base
  /// None of its own: one plan for all scenarios.
  case allAtOnce
  /// The scenario of that number in a file, which has no name there.
  case numbered(number: Int)
  case budget(yen: Double)
  /// Without a format in every one that has a fee.
  case fee(creator: String, format: DealFormat?, yen: Double)
  case dropRule(rule: String)
  /// Money added to a product's own limit, negative for less.
  case productSpend(product: String, yen: Double)
  /// A change to the brief in the words of the option: `set order_capacity=5000`.
  case typed(words: String)
}
