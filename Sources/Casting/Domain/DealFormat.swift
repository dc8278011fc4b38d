/// The way a creator presents a product; one deal is one creator, one product, one format.
public enum DealFormat: String, CaseIterable, Sendable, Codable, Hashable {
  case live, video, post, story

  /// Position in `allCases`, for tables indexed by format.
  public var index: Int {
    switch self {
    case .live: 0
    case .video: 1
    case .post: 2
    case .story: 3
    }
  }
}
