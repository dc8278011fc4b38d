import CastingFiles
import Tables

/// Faults that are alike, in Japanese.
enum FaultGroupJapanese {
  /// `the rule。how many break it（the values。lines）→ the way out。`
  static func text(_ group: FaultGroup, _ fault: InputFault) -> String {
    let places = [values(group), lines(group)].filter { !$0.isEmpty }.joined(separator: "。")
    return what(group, fault) + (places.isEmpty ? "" : "（\(places)）") + " → \(remedy(fault))。"
  }

  /// A column as the user knows it.
  static func column(_ header: String, _ field: Int?) -> String {
    (header.isEmpty ? "列" : "「\(header)」") + (field.map { "（\($0)列目）" } ?? "")
  }

  /// One fault of a group, behind its place.
  static func line(_ fault: InputFault, _ sentence: IssueSentence, value: String) -> String {
    let quoted = value.isEmpty ? "" : "「\(value)」"
    guard fault.isOfValue else {
      return sentence.what + (quoted.isEmpty ? "" : "（記入: \(quoted)）")
    }
    return fault.tellsPercent ? "\(quoted)。\(sentence.remedy)。" : quoted
  }

  static func all(_ count: Int, in file: String?) -> String {
    let faults = Amount.whole(Double(count))
    return file.map { "全部で\(faults)件あります。すべてを「\($0)」に書き出しました。" }
      ?? "全部で\(faults)件あります。「--rejects ファイル」を付けると、すべてを書き出します。"
  }

  private static func what(_ group: FaultGroup, _ fault: InputFault) -> String {
    let count = Amount.whole(Double(group.count))
    func column(_ subject: InputSubject) -> String { self.column(subject.name, group.field) }
    switch fault {
    case .cell(.emptyCell(let name, _)):
      return "\(column(name))はどの行にも必要ですが、\(count)か所が空欄です"
    case .cell(.badNumber(let name, let meaning, let number, _, _, _)):
      return "\(column(name))に書けるのは\(IssueJapanese.meaning(meaning))ですが、"
        + "\(count)か所\(plural(number))"
    case .cell(.outOfRange(let name, let meaning, _)):
      return "\(column(name))に書けるのは\(IssueJapanese.meaning(meaning))ですが、"
        + "\(count)か所が範囲の外です"
    case .cell(.unknownWord(let name, let words)):
      return "\(column(name))に使える語は\(IssueJapanese.list(words))ですが、\(count)か所がどれでもありません"
    case .cell(.badDay(let name, _)):
      return
        "\(column(name))は「2026-12-01」や「2026/12/1」のような日付ですが、\(count)か所が日付ではありません"
    case .cell(.unknownReference(let name, let noun, _)),
      .cell(.leftOutReference(let name, let noun, _, _)):
      return "\(column(name))は\(IssueJapanese.noun(noun))のIDですが、\(count)か所にあたるものがありません"
    case .table(.duplicateIdentifier(let name, _)):
      return "\(self.column(name, group.field))は行ごとに異なりますが、\(count)行が前の行と同じです"
    case .table(.fieldCount(_, let expected)):
      return "見出しは\(expected)個ですが、\(count)行の欄の数が違います"
    case .table, .row, .file, .workbook, .matrix, .form, .open, .brief, .question, .sheet:
      return "\(Wording.japanese.sentence(fault).rule)。\(count)行がこれに反しています"
    }
  }

  private static func plural(_ fault: NumberFault) -> String {
    switch fault {
    case .notANumber: "が数値ではありません"
    case .ambiguousGrouping: "が2通りに読めます"
    case .unexpectedPercent: "が百分率です"
    case .foreignCurrency: "が\(LabelJapanese.money)以外の通貨です"
    case .bareAboveOne: "が1を超える数です"
    case .tooLarge: "が大きすぎて計算できません"
    }
  }

  private static func remedy(_ fault: InputFault) -> String {
    switch fault {
    case .table(.fieldCount):
      "区切り文字を含む文字列を引用符で囲むか、足りない区切り文字を加えてください"
    case .cell, .table, .row, .file, .workbook, .matrix, .form, .open, .brief, .question, .sheet:
      Wording.japanese.sentence(fault).remedy
    }
  }

  /// `未計測（40）、要確認（21）、…`.
  private static func values(_ group: FaultGroup) -> String {
    let (shown, hasMore) = Wording.values(group)
    let texts = shown.map { value in
      "「\(value.text)」" + (value.count > 1 ? "\(Amount.whole(Double(value.count)))件" : "")
    }
    return (texts + (hasMore ? ["…"] : [])).joined(separator: "、")
  }

  /// `3、9、12行目とほか60件`.
  private static func lines(_ group: FaultGroup) -> String {
    let lines = group.issues.compactMap(\.line).prefix(3).map(String.init)
    if lines.isEmpty { return "" }
    let rest = group.count - lines.count
    return "\(lines.joined(separator: "、"))行目"
      + (rest > 0 ? "とほか\(Amount.whole(Double(rest)))件" : "")
  }
}
