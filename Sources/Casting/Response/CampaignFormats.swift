/// The formats of a campaign, each list in the order of `DealFormat.allCases`.
package struct CampaignFormats: Sendable, Equatable {
  /// Formats in play: of these every creator is considered, as far as she offers them.
  package let inPlay: [DealFormat]
  /// The same and those that only the table of deals names.
  package let all: [DealFormat]

  /// The brief's formats, else those with a fee column of their own, else what the only fees pay for,
  /// else live.
  package init(roster: Roster, brief: Brief, deals: DealTable = DealTable()) {
    let priced = DealFormat.allCases.filter { roster.formatFees[$0.index].isPresent }
    let sole = roster.feeFormats.levels.compactMap { DealFormat(rawValue: $0) }
    let usual = sole.isEmpty ? [.live] : sole
    let asked = brief.formats ?? (priced.isEmpty ? usual : priced)
    inPlay = DealFormat.allCases.filter { asked.contains($0) }
    var isNamed = [Bool](repeating: false, count: DealFormat.allCases.count)
    for row in deals.rows { isNamed[row.format.index] = true }
    all = DealFormat.allCases.filter { asked.contains($0) || isNamed[$0.index] }
  }
}
