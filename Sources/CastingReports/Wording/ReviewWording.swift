import Casting
import CastingReview

// What looks wrong with inputs that are valid.

extension Wording {
  /// What looks wrong, without the count of rows.
  public func headline(_ finding: ReviewFinding) -> String {
    pick(
      english: ReviewEnglish.headline(finding.kind),
      japanese: ReviewJapanese.headline(finding.kind))
  }

  /// By which rule it was found.
  public func rule(_ finding: ReviewFinding) -> String {
    pick(english: ReviewEnglish.rule(finding), japanese: ReviewJapanese.rule(finding))
  }

  /// What to do about it.
  public func advice(_ kind: ReviewKind) -> String {
    pick(english: ReviewEnglish.advice(kind), japanese: ReviewJapanese.advice(kind))
  }

  /// What medians are taken of, once for all findings.
  package var peerMedians: String {
    pick(english: ReviewEnglish.peers, japanese: ReviewJapanese.peerMedians)
  }

  /// What the row has, and what it was held against; "" where the headline says all.
  ///
  /// - Parameter place: how a row is named, as `line 7 (C0006)`.
  package func detail(
    _ mark: ReviewMark, _ kind: ReviewKind, in campaign: Campaign, place: (Int) -> String
  ) -> String {
    let subject = ReviewSubject(mark, kind, campaign, twin: mark.twin.map(place))
    return pick(english: ReviewEnglish.detail(subject), japanese: ReviewJapanese.detail(subject))
  }
}

/// A marked row with all that is told of it.
struct ReviewSubject {
  let mark: ReviewMark
  let kind: ReviewKind
  let campaign: Campaign
  /// Place of the row that it repeats.
  let twin: String?

  init(_ mark: ReviewMark, _ kind: ReviewKind, _ campaign: Campaign, twin: String?) {
    self.mark = mark
    self.kind = kind
    self.campaign = campaign
    self.twin = twin
  }

  private var roster: Roster { campaign.roster }
  var value: Double { mark.value ?? .nan }
  /// With separators.
  var followers: String { Amount.whole(roster.followers[mark.row]) }
  /// Of a number per follower.
  var ofAllFollowers: Double { value * roster.followers[mark.row] }
  var url: String { roster.urls[mark.row] }
  var handle: String { roster.handles[mark.row] }
  var platform: String { roster.platforms[mark.row] }
  var statedTier: String { roster.statedTiers[mark.row] }
  var handlesDiffer: Bool {
    PersonKey.haveOtherHandles(mark.row, mark.twin ?? mark.row, in: roster)
  }

  /// The day that keeps the row out of the window, and the end of the window that it misses.
  var missedDays: (isEnd: Bool, day: String, window: String)? {
    guard let window = campaign.brief.window else { return nil }
    let isEnd = mark.column == "available_to"
    let day = isEnd ? roster.availableTo[mark.row] : roster.availableFrom[mark.row]
    return (isEnd, day?.iso ?? "", (isEnd ? window.from : window.to).iso)
  }

  /// As many decimals as it takes to see a small rate.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    let places = percent >= 10 || percent == percent.rounded() ? 0 : percent >= 0.1 ? 1 : 3
    return Amount.decimal(percent, places) + " %"
  }

  static func money(perFollower number: Double) -> String {
    Amount.money(number, decimals: number >= 100 ? 0 : number >= 0.1 ? 2 : 4)
  }
}
