extension Roster {
  /// Rows of the creators with the name or the handle, whatever its case and width; O(n).
  public func rows(named text: String) -> [Int] {
    let wanted = Self.comparable(text)
    guard !wanted.isEmpty else { return [] }
    return (0..<count).filter { row in
      (row < names.count && Self.comparable(names[row]) == wanted)
        || (row < handles.count && Self.comparable(handles[row]) == wanted)
    }
  }

  /// Row of the creator with the id, else of the only one with the name or the handle, or the only
  /// account of the person.
  public func row(called text: String) -> Int? {
    let rows = rows(called: text)
    return rows.count == 1 ? rows[0] : nil
  }

  /// Row of the creator with the id; else the accounts of the person, or all with the name or the handle.
  public func rows(called text: String) -> [Int] {
    if let row = creatorIDs.firstRow(of: text) { return [row] }
    let accounts = rows(ofPerson: text)
    return accounts.isEmpty ? rows(named: text) : accounts
  }

  private static func comparable(_ text: String) -> String {
    let folded = NormalizedText(text).string
    return String(folded.drop { $0 == "@" || $0.isWhitespace })
  }
}

extension ProductList {
  /// Ids of the products with the name, whatever its case and width; O(n).
  public func ids(named text: String) -> [String] {
    let wanted = NormalizedText(text).string
    return products.filter { !$0.name.isEmpty && NormalizedText($0.name).string == wanted }.map(
      \.id)
  }
}

extension Brief {
  /// The brief with ids in place of names.
  ///
  /// - Parameters: name to id, of creators and of products.
  package func renamed(creators: [String: String], products: [String: String]) -> Brief {
    if creators.isEmpty && products.isEmpty { return self }
    var brief = self
    func creator(_ text: String) -> String { creators[text] ?? text }
    for lock in brief.locks.indices {
      brief.locks[lock].creatorID = creator(locks[lock].creatorID)
      brief.locks[lock].productID = locks[lock].productID.map { products[$0] ?? $0 }
    }
    func filter(_ filter: DealFilter) -> DealFilter {
      var filter = filter
      filter.values[.creator] = filter.values[.creator]?.map(creator)
      filter.values[.product] = filter.values[.product]?.map { products[$0] ?? $0 }
      return filter
    }
    brief.bans = bans.map(filter)
    for quota in brief.quotas.indices { brief.quotas[quota].filter = filter(quotas[quota].filter) }
    brief.apart = apart.map { $0.map(creator) }
    brief.together = together.map { $0.map(creator) }
    return brief
  }
}
