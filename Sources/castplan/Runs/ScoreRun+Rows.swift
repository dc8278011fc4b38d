import Casting
import CastingFiles
import CastingReports

extension ScoreRun {
  /// Names, and the columns that are carried.
  static func texts(_ part: RosterStream.Part) -> [TextColumn] {
    let roster = part.roster
    return [
      roster.names.count == roster.count ? roster.names : TextColumn(emptyRows: roster.count)
    ]
      + part.carried.map(\.cells)
  }

  static func rows(_ deals: [[ScoredDeal]], _ part: RosterStream.Part) -> [ScoreRow] {
    let columns = texts(part)
    return deals.flatMap { deals in
      let row = deals[0].creator
      let (creator, texts) = (part.roster.creatorIDs[row], columns.map { $0[row] })
      return deals.enumerated().map {
        ScoreRow(rank: $0 + 1, creatorID: creator, deal: $1, texts: texts)
      }
    }
  }

  func topRows(_ scorer: RosterScorer) -> [ScoreRow] {
    scorer.topDeals.flatMap { deals in
      deals.enumerated().map {
        ScoreRow(rank: $0 + 1, creatorID: $1.creatorID, deal: $1.deal, texts: $1.texts)
      }
    }
  }
}
