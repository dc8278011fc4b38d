/// The way a creator presents a product; one deal is one creator, one product, one format.
public enum DealFormat: Sendable, Hashable {
  case live, video, post, story
  /// Several of the others together, for one fee.
  indirect case package(DealPackage)

  /// The formats that are no packages, in the order of tables indexed by format.
  public static let simple: [DealFormat] = [.live, .video, .post, .story]

  /// The same in the order in which the viewers of a package's parts are counted.
  package static let counted: [DealFormat] = [.live, .story, .post, .video]

  /// Position in `simple`, for tables indexed by format. Packages have none: their numbers follow from
  /// those of their parts.
  public var index: Int {
    switch self {
    case .live: 0
    case .video: 1
    case .post: 2
    case .story: 3
    case .package(let package): preconditionFailure("\(package.name) is a package")
    }
  }

  /// How files name the format.
  public var rawValue: String {
    switch self {
    case .live: "live"
    case .video: "video"
    case .post: "post"
    case .story: "story"
    case .package(let package): package.name
    }
  }

  /// The format of a name, packages aside: those are found in their brief.
  public init?(rawValue name: String) {
    guard let format = Self.simple.first(where: { $0.rawValue == name }) else { return nil }
    self = format
  }

  /// Nil of a format that is none.
  public var package: DealPackage? {
    if case .package(let package) = self { return package }
    return nil
  }

  /// Whether there is a stream in it, which may be announced and may fail.
  package var hasStreams: Bool { package.map { $0.counts[Self.live.index] > 0 } ?? (self == .live) }

  /// The formats that a deal is made of.
  package var partFormats: [DealFormat] { package?.parts.map(\.format) ?? [self] }

  /// How many things a deal publishes.
  package var posts: Int { package.map(\.partCount) ?? 1 }
}

extension DealFormat: Encodable {
  /// As files name it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
