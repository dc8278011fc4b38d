import Casting

// The same person, or the same product, under two ids.

extension CampaignReview {
  /// Rows that repeat an earlier one: the same url, else the same handle, else the same name on the
  /// same platform. The surest come first.
  func samePeople() -> [ReviewMark] {
    var first: [PersonKey: Int] = [:]
    first.reserveCapacity(2 * roster.count)
    var marks: [ReviewMark] = []
    for row in 0..<roster.count {
      let keys = PersonKey.keys(of: row, in: roster)
      if let known = keys.first(where: { first[$0] != nil }), let twin = first[known] {
        var mark = ReviewMark(row, known.sign.rawValue)
        mark.twin = twin
        mark.sign = known.sign
        marks.append(mark)
      }
      for key in keys where first[key] == nil { first[key] = row }
    }
    func doubt(_ mark: ReviewMark) -> Int {
      switch mark.sign {
      case .url: 0
      case .handle: 1
      default: PersonKey.haveOtherHandles(mark.row, mark.twin ?? mark.row, in: roster) ? 3 : 2
      }
    }
    return marks.sorted { (doubt($0), $0.row) < (doubt($1), $1.row) }
  }

  func sameProducts() -> [ReviewMark] {
    var first: [String: Int] = [:]
    var marks: [ReviewMark] = []
    for (row, product) in campaign.products.products.enumerated() {
      let name = PersonKey.letters(of: product.name)
      if name.isEmpty { continue }
      if let twin = first[name] {
        var mark = ReviewMark(row, "name")
        mark.twin = twin
        mark.sign = .name
        marks.append(mark)
      } else {
        first[name] = row
      }
    }
    return marks
  }
}

/// What a creator is known by, as it is compared.
package struct PersonKey: Hashable {
  var sign: TwinSign
  var text: String

  /// The surest sign first; empty cells are no sign.
  static func keys(of row: Int, in roster: Roster) -> [PersonKey] {
    var keys: [PersonKey] = []
    func add(_ sign: TwinSign, _ text: String, _ suffix: String = "") {
      if !text.isEmpty { keys.append(PersonKey(sign: sign, text: text + suffix)) }
    }
    if !roster.urls.isEmpty(row) { add(.url, address(roster.urls[row])) }
    if !roster.handles.isEmpty(row) { add(.handle, handle(roster.handles[row])) }
    if !roster.names.isEmpty(row) {
      let platform = NormalizedText(roster.platforms[row]).string
      add(.name, letters(of: roster.names[row]), "\n" + platform)
    }
    return keys
  }

  /// Whether both rows have a handle, and not the same: namesakes, or two accounts of one person.
  package static func haveOtherHandles(_ row: Int, _ twin: Int, in roster: Roster) -> Bool {
    !roster.handles.isEmpty(row) && !roster.handles.isEmpty(twin)
      && handle(roster.handles[row]) != handle(roster.handles[twin])
  }

  /// Without scheme, `www.` or `m.`, what follows `?` or `#` (but for pages named there), and the
  /// last slash.
  static func address(_ url: String) -> String {
    var text = NormalizedText(url).string[...].drop { $0.isWhitespace }
    for prefix in ["https://", "http://", "www.", "m."] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    if let fragment = text.firstIndex(of: "#") { text = text[..<fragment] }
    if let query = text.firstIndex(of: "?") {
      let items = text[query...].dropFirst().split(separator: "&").filter { item in
        ["id=", "v=", "user=", "list="].contains { item.hasPrefix($0) }
      }
      text = text[..<query]
      while text.last == "/" { text.removeLast() }
      return text + (items.isEmpty ? "" : "?" + items.sorted().joined(separator: "&"))
    }
    while let last = text.last, last == "/" || last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Without `@` and blanks.
  static func handle(_ text: String) -> String {
    String(NormalizedText(text).string.filter { $0 != "@" && !$0.isWhitespace })
  }

  /// Letters and digits alone: marks, blanks and emoji come and go from list to list. A name of
  /// nothing else is itself.
  static func letters(of name: String) -> String {
    let text = NormalizedText(name).string
    let letters = text.filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty ? text.filter { !$0.isWhitespace } : String(letters)
  }
}
