/// The known name that a misspelt one probably means.
enum NearestName {
  /// The name with the fewest edits, if they are few for its length; ties go to the first.
  static func nearest(_ text: String, among names: [String]) -> String? {
    let typed = Array(text.lowercased())
    let scored = names.map { (name: $0, distance: distance(typed, Array($0.lowercased()))) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, (min(typed.count, best.name.count) + 1) / 3) ? best.name : nil
  }

  /// Levenshtein's edit distance, O(|left| · |right|).
  static func distance<Symbol: Equatable>(_ left: [Symbol], _ right: [Symbol]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let substituted = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
