/// What the model takes from a roster as a whole: what is typical of its creators.
///
/// Gathered over any number of parts of a roster, in order; the bits do not depend on the parts.
package struct RosterNorms: Sendable, Codable, Equatable {
  var engagement = SignalMeans()
  var reply = SignalMeans()
  var repeatViewers = SignalMeans()
  var audience = AudienceMean()

  /// Creators of whose audience all is known.
  package func knownAudiences(_ brief: Brief) -> Int {
    audience.known(brief.audienceTraits(audience.cells))
  }

  /// Of no creators: the defaults.
  package init() {}

  /// Of one whole roster.
  package init(of roster: Roster) { add(roster) }

  /// Whether they can have been gathered: read from a file, they may hold anything.
  package var areSound: Bool {
    engagement.isSound && reply.isSound && repeatViewers.isSound && audience.isSound
  }

  /// Adds the next part of the roster.
  package mutating func add(_ roster: Roster) {
    let tiers = roster.tiers
    let platforms = roster.platforms
    engagement.add(column: roster.engagementRates, platforms: platforms, tiers: tiers)
    reply.add(column: roster.replyRates, platforms: platforms, tiers: tiers)
    repeatViewers.add(column: roster.repeatViewerShares, platforms: platforms, tiers: tiers)
    audience.add(roster)
  }
}
