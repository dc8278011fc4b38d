import Casting

/// What was answered about a campaign; nil or empty where a plan goes by castplan's defaults.
package struct CampaignAnswers: Equatable, Sendable {
  /// Paths as typed.
  package var roster = ""
  package var products = ""
  /// Money.
  package var budget: Double?
  package var objective: Objective?
  /// Both ends of the window, or none.
  package var from: CalendarDay?
  package var to: CalendarDay?
  package var formats: [DealFormat]?
  package var locks: [NamedCreator] = []
  package var bans: [NamedCreator] = []
  /// Creators in the plan.
  package var least: Int?
  package var most: Int?
  /// 0…1.
  package var femaleShare: Double?
  /// By `AudienceCells.ageBands`; nil: an equal part of the rest.
  package var ages: [Double?] = AudienceCells.ageBands.map { _ in nil }

  package init() {}
}

/// A creator as briefs and people name her.
package struct NamedCreator: Equatable, Codable, Sendable {
  package var id: String
  /// "" where the roster has none.
  package var name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Ids are the same where their bytes are, as in tables: strings are also the same where their
  /// characters are.
  package static func == (left: NamedCreator, right: NamedCreator) -> Bool {
    left.id.utf8.elementsEqual(right.id.utf8) && left.name.utf8.elementsEqual(right.name.utf8)
  }
}
