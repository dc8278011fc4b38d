/// Finds the words of a taxonomy in normalised text, the longest first, without overlaps.
package struct NicheMatcher: Sendable {
  /// A found word: the niches it means, and where the text goes on.
  struct Match {
    var niches: [Int32]
    var end: Int
  }

  /// Words as a tree: the number of an edge (node, scalar) is the node it leads to, less one.
  private var edges = TermTable()
  /// By node; the niches of the word that ends there.
  private var meanings: [[Int32]] = [[]]

  package init(_ taxonomy: NicheTaxonomy) {
    for (index, niche) in taxonomy.niches.enumerated() {
      for word in [niche.id] + niche.words { insert(word, meaning: Int32(index)) }
    }
  }

  /// Positions in the taxonomy of the niches that a text mentions, in reading order.
  package func niches(in text: String) -> [Int] {
    let scalars = NormalizedText(text).scalars
    let classes = scalars.map(ScriptClass.init)
    var (position, found) = (0, [Int]())
    while position < scalars.count {
      let match = longestMatch(in: scalars, classes: classes, at: position)
      found += match?.niches.map(Int.init) ?? []
      position = match?.end ?? position + 1
    }
    return found
  }

  private mutating func insert(_ word: String, meaning: Int32) {
    let scalars = NormalizedText(word).scalars
    guard !scalars.isEmpty else { return }
    var node = 0
    for scalar in scalars {
      node = Int(edges.insert(Self.edge(node, scalar))) + 1
      if node == meanings.count { meanings.append([]) }
    }
    if !meanings[node].contains(meaning) { meanings[node].append(meaning) }
  }

  private static func edge(_ node: Int, _ scalar: UInt32) -> UInt64 {
    TermTable.mixed(UInt64(node) << 21 | UInt64(scalar))
  }

  /// The longest word that starts at `start` and stands free as its script demands.
  func longestMatch(
    in scalars: [UInt32], classes: [ScriptClass], at start: Int
  ) -> Match? {
    guard classes[start] != .divider else { return nil }
    if classes[start] == .spaced, start > 0, classes[start - 1] == .spaced { return nil }
    var (node, position) = (0, start)
    var longest: Match?
    while position < scalars.count {
      let next = Int(edges.number(of: Self.edge(node, scalars[position]))) + 1
      guard next > 0 else { break }
      node = next
      position += 1
      if !meanings[node].isEmpty, let end = Self.freeEnd(scalars, classes, start..<position) {
        longest = Match(niches: meanings[node], end: end)
      }
    }
    return longest
  }

  /// Where the text goes on after a word at `range`, or nil when it is part of another word.
  ///
  /// A word of a spaced script ends where letters end, but for a plural s. One or two kana and a
  /// single kanji must not be the middle of a longer run (`パン` is not in `パンツ`).
  private static func freeEnd(
    _ scalars: [UInt32], _ classes: [ScriptClass], _ range: Range<Int>
  ) -> Int? {
    let last = classes[range.upperBound - 1]
    func continues(_ position: Int) -> Bool {
      position < classes.count && classes[position] == last
    }
    let end = range.upperBound
    switch last {
    case .spaced:
      if !continues(end) { return end }
      let isPlural = scalars[end] == 0x73 && !continues(end + 1)
      return isPlural ? end + 1 : nil
    case .katakana, .han, .hiragana:
      let shortest = last == .han ? 1 : 2
      guard range.count <= shortest, range.allSatisfy({ classes[$0] == last }) else { return end }
      let followed = last != .hiragana && continues(end)
      let preceded = range.lowerBound > 0 && classes[range.lowerBound - 1] == last
      return followed || preceded ? nil : end
    case .divider, .unspaced:
      return end
    }
  }
}
