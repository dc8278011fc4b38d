/// Several formats that a creator makes together for one fee: a stream and two stories, or three streams.
///
/// Its name is what it is known by: two packages of one name are the same.
public struct DealPackage: Sendable {
  /// Unlike the name of any format, and of any other package of the brief.
  public let name: String
  /// How many there are of each format by `DealFormat.index`; at least one in all.
  public let counts: [Int]
  /// What is off the sum of the parts' fees where a roster has no fee of the package's own, rate.
  public let discount: Double

  /// A package of so many of each format.
  ///
  /// - Parameters:
  ///   - counts: none of them a package; at least one in all.
  ///   - discount: 0…1.
  public init(name: String, counts: [DealFormat: Int], discount: Double = 0) {
    self.name = name
    self.counts = DealFormat.simple.map { counts[$0] ?? 0 }
    self.discount = discount
    precondition(partCount > 0, "the package \(name) has no parts")
  }

  /// Formats that it has, with how many of each, in the order in which viewers are counted: whom a later
  /// part reaches may have seen an earlier one.
  public var parts: [(format: DealFormat, count: Int)] {
    DealFormat.counted.compactMap { format in
      counts[format.index] > 0 ? (format, counts[format.index]) : nil
    }
  }

  /// Things that it publishes.
  public var partCount: Int { counts.reduce(0, +) }
}

extension DealPackage: Hashable {
  /// Whether they have one name.
  public static func == (left: DealPackage, right: DealPackage) -> Bool { left.name == right.name }

  /// By the name alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What creators ask for a package.
public struct PackageFees: Sendable {
  /// Of the package.
  public var package: String
  /// Money per deal; a missing cell of a present column: not offered.
  public var fees: NumberColumn
  /// Money: lower ends of those that are ranges, ∞ beside a missing one that is to be asked for.
  public var lows = NumberColumn()

  /// Fees of a package; none where the roster has no column for it.
  public init(package: String, fees: NumberColumn = NumberColumn()) {
    self.package = package
    self.fees = fees
  }
}

extension Roster {
  /// The column of fees that a format has for itself; absent where it has none.
  package func ownFees(_ format: DealFormat) -> NumberColumn {
    guard let package = format.package else { return formatFees[format.index] }
    return packageFees.first { $0.package == package.name }?.fees ?? NumberColumn()
  }

  /// The lower ends of these fees.
  package func ownFeeLows(_ format: DealFormat) -> NumberColumn {
    guard let package = format.package else { return formatFeeLows[format.index] }
    return packageFees.first { $0.package == package.name }?.lows ?? NumberColumn()
  }
}
