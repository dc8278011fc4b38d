/// The tags of a niche cell.
package enum NicheTags {
  /// Tags in normal form (NFKC, lower case), in the order written; separated by `;`, `、` or `|`.
  package static func split(_ cell: String) -> [String] {
    NormalizedText(cell).string.split { $0 == ";" || $0 == "、" || $0 == "|" }
      .map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ tag: Substring) -> String {
    var tag = tag
    while tag.first?.isWhitespace == true { tag.removeFirst() }
    while tag.last?.isWhitespace == true { tag.removeLast() }
    return String(tag)
  }
}
