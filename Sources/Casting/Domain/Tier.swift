/// The size class of a creator by followers (people).
public enum Tier: String, CaseIterable, Sendable, Codable, Hashable {
  case nano, micro, mid, macro, mega

  /// The tier of a creator with that many followers: micro is 10k–100k, as the portfolio
  /// article the project starts from has it (1万〜10万).
  public init(followers: Double) {
    switch followers {
    case ..<10_000: self = .nano
    case ..<100_000: self = .micro
    case ..<500_000: self = .mid
    case ..<1_000_000: self = .macro
    default: self = .mega
    }
  }

  /// Position in `allCases`, for tables indexed by tier.
  package var index: Int {
    switch self {
    case .nano: 0
    case .micro: 1
    case .mid: 2
    case .macro: 3
    case .mega: 4
    }
  }
}
