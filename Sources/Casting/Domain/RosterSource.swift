/// Creators who are read some at a time, as often as is asked for, wherever they are kept.
///
/// Every part has the same columns: one that the whole roster has is there in each, however empty.
package protocol RosterSource: Sendable {
  /// n.
  var count: Int { get }

  /// Creators in a row; asked for from several threads at once. Throws where they cannot be read.
  func creators(_ rows: Range<Int>, _ detail: RosterDetail) throws -> Roster

  /// Some creators with all that is known of them. Throws where they cannot be read.
  ///
  /// - Parameter rows: ascending.
  func creators(_ rows: [Int]) throws -> Roster
}

/// How much of creators is asked for.
package enum RosterDetail: Sendable {
  case everything
  /// What deals are made from: names, handles, addresses and bios are left empty.
  case deals
}

extension RosterSource {
  /// All creators at once.
  package func everybody() throws -> Roster { try creators(0..<count, .everything) }
}

/// A roster in memory.
package struct HeldRoster: RosterSource {
  let roster: Roster

  package init(roster: Roster) {
    self.roster = roster
  }

  package var count: Int { roster.count }

  package func creators(_ rows: Range<Int>, _ detail: RosterDetail) -> Roster {
    rows.count == count && detail == .everything ? roster : roster.selecting(Array(rows), detail)
  }

  package func creators(_ rows: [Int]) -> Roster { roster.selecting(rows) }
}
