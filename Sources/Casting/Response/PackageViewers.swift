/// Whom the parts of packages reach, one after the other: each adds those of a creator's followers whom none
/// before it has reached.
///
/// With v_p = min(V_p, F) / F for a part of V_p viewers and F followers, V = F (1 − Π_p (1 − v_p)), and
/// a part adds F v_p Π (1 − v) over the parts before it. n creators, P packages.
package struct PackageViewers: Sendable {
  package let packages: [DealPackage]
  /// V before delivery and announcements, people; n × P, row-major.
  package let views: [Double]
  /// The same with announced streams, people; n × P.
  package let announced: [Double]
  /// The same of streams that arrive, people; n × P.
  package let delivered: [Double]
  /// How many of the people delivered each format adds, by `DealFormat.index`: adds to 1; n × P × 4.
  private let shares: [Double]
  /// The worst of the parts' views; n × P.
  package let grades: [Grade]

  private static let width = DealFormat.simple.count

  /// - Parameters:
  ///   - partViews: V_if of all simple formats, people; n × 4.
  ///   - partGrades: n × 4.
  init(
    _ packages: [DealPackage], roster: Roster, brief: Brief, partViews: [Double],
    partGrades: [Grade]
  ) {
    self.packages = packages
    let size = packages.isEmpty ? 0 : roster.count * packages.count
    var views = [Double](repeating: 0, count: size)
    var (announced, delivered) = (views, views)
    var shares = [Double](repeating: 0, count: size * Self.width)
    var grades = [Grade](repeating: .measured, count: size)
    let lift = brief.announcements?.viewMultiplier ?? 1
    for creator in 0..<(packages.isEmpty ? 0 : roster.count) {
      let followers = roster.followers[creator]
      let arrives = Delivery.probability(
        requiredUplink: brief.requiredUplink, uplink: roster.uplinks[creator])
      for (place, package) in packages.enumerated() {
        let row = creator * packages.count + place
        func added(_ factors: (seen: Double, arrives: Double)) -> [Double] {
          Self.added(package, followers: followers) { format in
            let isLive = format == .live
            let seen = partViews[creator * Self.width + format.index] * (isLive ? factors.seen : 1)
            return (seen, isLive ? factors.arrives : 1)
          }
        }
        let reached = added((lift, arrives))
        views[row] = added((1, 1)).reduce(0, +)
        announced[row] = added((lift, 1)).reduce(0, +)
        delivered[row] = reached.reduce(0, +)
        for format in 0..<Self.width {
          // Whom nothing is known of may be reached by any part.
          shares[row * Self.width + format] =
            delivered[row] > 0
            ? reached[format] / delivered[row]
            : Double(package.counts[format]) / Double(package.partCount)
          if package.counts[format] > 0 {
            grades[row] = max(grades[row], partGrades[creator * Self.width + format])
          }
        }
      }
    }
    (self.views, self.announced, self.delivered) = (views, announced, delivered)
    (self.shares, self.grades) = (shares, grades)
  }

  /// Viewers that each format of a package adds, people; by `DealFormat.index`.
  ///
  /// - Parameter views: of one part, people, and the probability that it arrives at all.
  static func added(
    _ package: DealPackage, followers: Double,
    views: (DealFormat) -> (seen: Double, arrives: Double)
  ) -> [Double] {
    var added = [Double](repeating: 0, count: width)
    guard followers > 0 else { return added }
    var left = followers
    for (format, count) in package.parts {
      let (seen, arrives) = views(format)
      let share = min(seen, followers) / followers * arrives
      for _ in 0..<count {
        added[format.index] += left * share
        left -= left * share
      }
    }
    return added
  }

  /// Where the numbers of a creator's package stand.
  package func row(creator: Int, _ package: DealPackage) -> Int {
    guard let place = packages.firstIndex(of: package) else {
      preconditionFailure("nothing is known of the package \(package.name)")
    }
    return creator * packages.count + place
  }

  /// The mean of a number of the parts over the people whom a creator's package reaches.
  ///
  /// - Parameter number: of a simple format.
  func mean(creator: Int, _ package: DealPackage, _ number: (DealFormat) -> Double) -> Double {
    let start = row(creator: creator, package) * Self.width
    return package.parts.reduce(0.0) { sum, part in
      sum + shares[start + part.format.index] * number(part.format)
    }
  }
}
