import Casting

/// Which rows of a long roster are accounts of one person: what they may take together is known only where
/// all of them are.
///
/// Persons are told by hashes of 64 bits; should two share one, both are looked at together, and are two all
/// the same.
struct AccountsOfPersons: Sendable {
  private var hashes: [(hash: UInt64, row: Int32)] = []
  /// Rows of persons with several accounts, each ascending.
  private var groups: [[Int32]] = []

  /// Adds the persons of some creators in a row; parts come in any order.
  mutating func add(_ roster: Roster, firstRow: Int) {
    guard roster.persons.byteCount > 0 else { return }
    for creator in 0..<roster.count where !roster.persons.isEmpty(creator) {
      let hash = roster.persons.withUTF8(creator) { bytes in
        bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
          ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
      }
      hashes.append((hash, Int32(firstRow + creator)))
    }
  }

  /// Finds who has several, once all are added.
  mutating func join() {
    hashes.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end].hash == hashes[start].hash { end += 1 }
      if end > start + 1 { groups.append(hashes[start..<end].map(\.row)) }
      start = end
    }
    groups.sort { $0[0] < $1[0] }
    hashes = []
  }

  /// Lists all accounts of everybody of whom one is.
  func complete(_ isListed: inout [Bool]) {
    for rows in groups where rows.contains(where: { isListed[Int($0)] }) {
      for row in rows { isListed[Int(row)] = true }
    }
  }

  /// Whether several accounts of somebody pay who are not listed: together they may not.
  func sharesPay(_ earnings: [Double], _ isListed: [Bool]) -> Bool {
    groups.contains { rows in
      rows.count { !isListed[Int($0)] && earnings[Int($0)] > 0 } > 1
    }
  }
}
