import Tables

/// Words that stand in place of a name where a row holds sums, means or the like of others.
enum TotalWord {
  private static let words: [[UInt8]] = [
    "合計", "小計", "総計", "累計", "計", "総合計", "合計値", "合 計", "小 計", "total", "totals", "sub total",
    "subtotal",
    "sub-total", "grand total", "grandtotal", "sum", "합계", "총계", "总计", "合计", "總計", "jumlah",
    "toplam", "平均", "平均値", "中央値", "最大値", "最小値", "average", "averages", "avg", "avg.", "mean",
    "median", "평균", "平均數",
  ].map { Array($0.utf8) }

  private static let longest = words.map(\.count).max() ?? 0

  /// Whether the text is such a word; its case and a colon behind it do not matter.
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, text.count <= longest + 3 else { return false }
    let letter = first | 0x20
    // Nearly every cell is out by its first byte.
    guard
      first >= 0xE4 || letter == UInt8(ascii: "t") || letter == UInt8(ascii: "s")
        || letter == UInt8(ascii: "g") || letter == UInt8(ascii: "j")
        || letter == UInt8(ascii: "a") || letter == UInt8(ascii: "m")
    else { return false }
    var rest = text[...]
    if rest.last == UInt8(ascii: ":") { rest = rest.dropLast() }
    if rest.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A]) { rest = rest.dropLast(3) }
    while rest.last == 0x20 { rest = rest.dropLast() }
    return words.contains { word in
      word.count == rest.count
        && zip(word, rest).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
    }
  }
}
