import CastingFiles
import CastingReview

/// What tables and their columns were taken for, in Japanese.
enum DecisionJapanese {
  static func text(_ decision: ReadingDecision) -> String {
    let evidence = evidence(decision.evidence)
    var text = what(decision) + (evidence.isEmpty ? "。" : "（\(evidence)）。")
    if decision.basis == .assumed, let line = BriefLine.other(than: decision) {
      text += "違う場合は案件ファイルに「\(line)」と書いてください。"
    }
    return text
  }

  private static func what(_ decision: ReadingDecision) -> String {
    let column =
      decision.header.map { header in
        "「\(header)」" + (decision.field.map { "（\($0)列目）" } ?? "")
      } ?? ""
    let verb = decision.basis == .assumed ? "とみなします" : "として読みます"
    switch decision.what {
    case .sheet(let name): return "シート「\(name)」を読みます"
    case .headerRow(let line): return "\(line)行目を見出しとして読み、それより上は読み飛ばします"
    case .endsAtRow(let line): return "\(line)行目の手前で表が終わったものとして、以降は使いません"
    case .totalRowLeftOut(let line): return "\(line)行目は合計や平均の行なので除きます"
    case .fraction: return column + "は小数の割合\(verb)（0.032は3.2 %）"
    case .perCent: return column + "はパーセントの値\(verb)（3.2は3.2 %）"
    case .pointDecimals: return column + "は「.」を小数点\(verb)"
    case .commaDecimals: return column + "は「,」を小数点\(verb)"
    case .scale(let power):
      let unit = (0..<power).reduce(1.0) { number, _ in number * 10 }
      return column + "は\(Amount.whole(unit))単位の値として読みます"
    case .currency(let code): return column + "の通貨は「\(code)」です"
    case .exchanged(let code, let campaign, let rate):
      return column + "の通貨は「\(code)」です。1「\(code)」を\(IssueEnglish.number(rate))「\(campaign)」として換算します"
    case .taxExcluded: return column + "は税抜です"
    case .taxIncluded: return column + "は税込です"
    case .oneCreator(let creator, let lines):
      return "\(lines.map(String.init).joined(separator: "、"))行目は同じ出演者（「\(creator)」）です"
    case .accounts(let person, let lines):
      return "\(lines.map(String.init).joined(separator: "、"))行目は同じ人物（「\(person)」）のアカウントです"
    case .identifier(let name): return "IDの列がないので、「\(name)」で行を区別します"
    case .format(let name, let platforms, let creators):
      let places = platforms.filter { !$0.isEmpty }
      return column + "は"
        + (places.isEmpty ? "" : "\(places.map { "「\($0)」" }.joined(separator: "、"))では")
        + "「\(name)」の料金とみなします（出演者\(creators)人）"
    case .variants(let products, let rows):
      return "\(rows)行は商品\(products)点のバリエーションです。最も安い価格と在庫の合計を使います"
    }
  }

  static func evidence(_ evidence: ReadingDecision.Evidence) -> String {
    switch evidence {
    case .stated: "案件ファイルの指定"
    case .header: "見出しの記載"
    case .title(let text): "表の上に「\(text)」とあります"
    case .cells(let count, let example): "\(count)個のセルはほかの読み方ができません。例：「\(example)」"
    case .aboveOne(let count, let all, let example):
      "\(all)個の数のうち\(count)個が1を超えます。最初は「\(example)」"
    case .usual(let middle, let other):
      "中央の値は約\(Amount.percent(middle))になります。別の読み方では\(Amount.percent(other))です"
    case .wholeThings(let example): "数えるものに小数はありません。例：「\(example)」"
    case .impossible(let example): "別の読み方では「\(example)」があり得ない大きさになります"
    case .size(let example): "別の読み方では「\(example)」がほかの値からかけ離れます"
    case .headers(let found):
      found.isEmpty ? "" : "見出し：" + found.prefix(6).map { "「\($0)」" }.joined(separator: "、")
    case .anotherTable(let text): "「\(text)」は別の表か注記のように読めます"
    case .sum(let column): "「\(column)」が上の行の合計と一致します"
    case .word(let text): "「\(text)」と書かれています"
    case .convention: "このような表の通例"
    case .sameIdentifier: "同じ出演者を指しています"
    }
  }
}
