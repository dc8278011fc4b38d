extension Roster {
  /// Rows that are accounts of one person: at least two of them.
  package struct Person: Sendable, Equatable {
    /// As `persons` has it.
    package var name: String
    /// Ascending.
    package var rows: [Int]
    /// Deals that she can take in the window, on all accounts together: the most that one of them
    /// states, unless that was changed.
    package var slots: Int
  }

  /// Persons with several accounts, by their first rows. O(creators), nothing where nobody is a person.
  package func personsWithAccounts() -> [Person] {
    guard persons.byteCount > 0 else { return [] }
    var places: [String: Int] = [:]
    var all: [Person] = []
    for row in 0..<persons.count where !persons.isEmpty(row) {
      let name = persons[row]
      if let place = places[name] {
        all[place].rows.append(row)
      } else {
        places[name] = all.count
        all.append(Person(name: name, rows: [row], slots: 0))
      }
    }
    return all.filter { $0.rows.count > 1 }.map { person in
      var person = person
      let most = person.rows.map { slots.value($0, default: 1) }.max() ?? 0
      person.slots = max(0, Int((personSlots[person.name] ?? most).rounded(.down)))
      return person
    }
  }

  /// Rows of the accounts that name the person; O(creators).
  public func rows(ofPerson name: String) -> [Int] {
    guard persons.byteCount > 0, !name.isEmpty else { return [] }
    let wanted = Array(name.utf8)
    return (0..<persons.count).filter { row in
      persons.withUTF8(row) { $0.elementsEqual(wanted) }
    }
  }
}
