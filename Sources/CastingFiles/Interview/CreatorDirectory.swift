import Casting

/// Finds creators by what people type: an id, or a name that one creator alone has.
struct CreatorDirectory {
  let roster: Roster

  private static let mostNear = 5

  func creator(_ row: Int) -> NamedCreator {
    NamedCreator(id: roster.creatorIDs[row], name: roster.names[row])
  }

  /// Rows whose id is the text, or else whose name is, whatever its case and width.
  func rows(named text: String) -> [Int] {
    if let row = roster.creatorIDs.firstRow(of: text) { return [row] }
    let wanted = NormalizedText(text).scalars
    var name = NormalizedText()
    return (0..<roster.count).filter { row in
      roster.names.withUTF8(row) { name.replace(utf8: $0) }
      return name.scalars == wanted
    }
  }

  /// Those whose id or name holds the text, or differs from it in few characters; the nearest first,
  /// then by row.
  func near(_ text: String) -> [NamedCreator] {
    let wanted = NormalizedText(text).scalars
    guard !wanted.isEmpty else { return [] }
    var best: [(distance: Int, row: Int)] = []
    var written = NormalizedText()
    for row in 0..<roster.count {
      var distance: Int?
      for column in [roster.creatorIDs, roster.names] {
        column.withUTF8(row) { written.replace(utf8: $0) }
        let found = Self.distance(wanted, written.scalars)
        distance = [distance, found].compactMap { $0 }.min()
      }
      guard let distance, best.count < Self.mostNear || distance < best[best.count - 1].distance
      else { continue }
      let place = best.firstIndex { distance < $0.distance } ?? best.count
      best.insert((distance, row), at: place)
      if best.count > Self.mostNear { best.removeLast() }
    }
    return best.map { creator($0.row) }
  }

  /// Twice the edits between the two, and one less where one holds the other; nil where they have
  /// little in common.
  private static func distance(_ typed: [UInt32], _ written: [UInt32]) -> Int? {
    let shorter = min(typed.count, written.count)
    guard shorter > 0 else { return nil }
    let difference = abs(typed.count - written.count)
    if shorter > 1, written.contains(typed) || typed.contains(written) {
      return 2 * difference - 1
    }
    let most = max(1, (shorter + 1) / 3)
    guard difference <= most else { return nil }
    let edits = NearestName.distance(typed, written)
    // One character of one is nobody's slip.
    return edits <= most && edits < shorter ? 2 * edits : nil
  }
}
