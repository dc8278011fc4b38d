/// Reads the texts of one creator or product into weighted terms and niches.
///
/// Made once per thread and used again for every document, so that no storage is allocated.
struct TextReader {
  private let matcher: NicheMatcher
  private var text = NormalizedText()
  private var classes: [ScriptClass] = []

  /// Keys and weights of the terms, in reading order, repeated where a term is.
  private(set) var termKeys: [UInt64] = []
  private(set) var termWeights: [Float] = []
  /// Niches found, in reading order, repeated where a niche is.
  private(set) var niches: [Int32] = []
  private(set) var nicheWeights: [Float] = []

  init(_ matcher: NicheMatcher) { self.matcher = matcher }

  /// Whether the document says anything at all.
  var isEmpty: Bool { termKeys.isEmpty && niches.isEmpty }

  mutating func read(creator: Int, tags: TextColumn, bios: TextColumn) {
    clear()
    tags.withUTF8(creator) { add($0, .creatorTags) }
    bios.withUTF8(creator) { add($0, .creatorBio) }
  }

  mutating func read(_ product: Product) {
    clear()
    add(product.niche, .productTags)
    add(product.category, .productCategory)
    add(product.name, .productName)
    add(product.description, .productDescription)
  }

  private mutating func clear() {
    termKeys.removeAll(keepingCapacity: true)
    termWeights.removeAll(keepingCapacity: true)
    niches.removeAll(keepingCapacity: true)
    nicheWeights.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ string: String, _ field: TextField) {
    var string = string
    string.withUTF8 { add($0, field) }
  }

  private mutating func add(_ utf8: UnsafeBufferPointer<UInt8>, _ field: TextField) {
    guard !utf8.isEmpty else { return }
    text.replace(utf8: utf8)
    classes.removeAll(keepingCapacity: true)
    for scalar in text.scalars { classes.append(ScriptClass(scalar)) }
    if field.isTags { addTags(weight: field.weight) }
    addNiches(weight: field.weight)
    addRuns(weight: field.weight)
  }

  private mutating func append(_ key: UInt64, _ weight: Float) {
    termKeys.append(key)
    termWeights.append(weight)
  }

  // MARK: Niches

  private mutating func addNiches(weight: Float) {
    var position = 0
    while position < classes.count {
      guard
        let match = matcher.longestMatch(in: text.scalars, classes: classes, at: position)
      else {
        position += 1
        continue
      }
      for niche in match.niches {
        niches.append(niche)
        nicheWeights.append(weight / Float(match.niches.count))
      }
      position = match.end
    }
  }

  // MARK: Tags

  /// Every tag as one term, so that two who write the very same tag are closest.
  private mutating func addTags(weight: Float) {
    var start = 0
    for position in 0...text.scalars.count {
      let isEnd = position == text.scalars.count
      guard isEnd || Self.separators.contains(text.scalars[position]) else { continue }
      addTag(start..<position, weight)
      start = position + 1
    }
  }

  /// `;` `、` `|` as files have them, and what people write instead: `,` `/` and line breaks.
  private static let separators = ";、|,/\n".unicodeScalars.map(\.value)

  private mutating func addTag(_ range: Range<Int>, _ weight: Float) {
    var key = TermKey(.tag)
    for position in range where classes[position] != .divider { key.add(text.scalars[position]) }
    if !key.isEmpty { append(key.value, weight) }
  }

  // MARK: Words and n-grams

  private mutating func addRuns(weight: Float) {
    var start = 0
    while start < classes.count {
      let first = classes[start]
      var end = start + 1
      while end < classes.count, Self.sameRun(first, classes[end]) { end += 1 }
      if first == .spaced { addWord(start..<end, weight) }
      if first.runsOn { addGrams(start..<end, weight) }
      start = end
    }
  }

  private static func sameRun(_ first: ScriptClass, _ next: ScriptClass) -> Bool {
    first == next || (first.runsOn && next.runsOn)
  }

  private mutating func addWord(_ range: Range<Int>, _ weight: Float) {
    guard range.count > 1 else { return }
    var key = TermKey(.word)
    for position in range { key.add(text.scalars[position]) }
    append(key.value, weight)
  }

  /// Grams of hiragana alone are mostly grammar (`です`, `ました`). Judgement.
  private static let hiraganaGramWeight: Float = 0.25

  private mutating func addGrams(_ range: Range<Int>, _ weight: Float) {
    if range.count == 1 { addGram(range, weight) }
    for length in 2...3 where range.count >= length {
      for start in range.lowerBound...range.upperBound - length {
        addGram(start..<start + length, weight)
      }
    }
  }

  private mutating func addGram(_ range: Range<Int>, _ weight: Float) {
    var key = TermKey(.gram)
    var isGrammar = true
    for position in range {
      key.add(text.scalars[position])
      if classes[position] != .hiragana { isGrammar = false }
    }
    append(key.value, isGrammar ? weight * Self.hiraganaGramWeight : weight)
  }
}
