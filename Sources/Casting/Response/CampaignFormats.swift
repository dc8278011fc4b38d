/// The formats of a campaign, each list in the order of `DealFormat.simple`, then packages as the brief has
/// them.
package struct CampaignFormats: Sendable, Equatable {
  /// Formats in play: of these every creator is considered, as far as she offers them.
  package let inPlay: [DealFormat]
  /// The same and those that only the table of deals names.
  package let all: [DealFormat]

  /// The brief's formats, else those with a fee column of their own, else what the only fees pay for,
  /// else live; without formats in the brief all of its packages as well.
  package init(roster: Roster, brief: Brief, deals: DealTable = DealTable()) {
    let known = brief.allFormats
    let asked = brief.formats.map(Set.init) ?? Self.offered(roster, brief)
    inPlay = known.filter(asked.contains)
    let named = deals.rows.isEmpty ? [] : Set(deals.rows.lazy.map(\.format))
    all = known.filter { asked.contains($0) || named.contains($0) }
  }

  private static func offered(_ roster: Roster, _ brief: Brief) -> Set<DealFormat> {
    let packages = brief.packages.map { DealFormat.package($0) }
    let priced = DealFormat.simple.filter { roster.formatFees[$0.index].isPresent }
    if !priced.isEmpty { return Set(priced + packages) }
    // Fees of packages alone say that nothing else is on offer.
    if !roster.fees.isPresent, packages.contains(where: { roster.ownFees($0).isPresent }) {
      return Set(packages)
    }
    let sole = roster.feeFormats.levels.compactMap { DealFormat(rawValue: $0) }
    return Set((sole.isEmpty ? [.live] : sole) + packages)
  }

  /// What deals are made of, in the order of `DealFormat.simple`.
  package var parts: [DealFormat] {
    let parts = Set(all.flatMap(\.partFormats))
    return DealFormat.simple.filter(parts.contains)
  }

  /// Packages of which deals may be made.
  var packages: [DealPackage] { all.compactMap(\.package) }
}

extension Brief {
  /// Simple formats, and the brief's packages.
  package var allFormats: [DealFormat] {
    let stated = DealFormat.simple + packages.map { .package($0) }
    // Made in code, a brief may name them at once.
    return stated + (formats ?? []).filter { !stated.contains($0) }
  }

  /// The format that a file names; nil where there is none.
  package func format(named name: String) -> DealFormat? {
    allFormats.first { $0.rawValue == name }
  }
}
