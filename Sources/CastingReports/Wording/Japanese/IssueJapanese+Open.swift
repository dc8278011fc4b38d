import CastingFiles

extension IssueJapanese {
  static func sentence(_ reading: OpenReading) -> IssueSentence {
    func line(_ key: String, _ value: String) -> String {
      BriefLine.column(reading.table, reading.name, reading.header, key, value)
    }
    let column = "「\(reading.header)」（\(reading.name)）"
    switch reading.question {
    case .fractionOrPerCent(let asFraction, let asPerCent):
      return IssueSentence(
        "\(column)は2通りに読めます",
        rule: "小数の割合なら\(IssueEnglish.percent(asFraction))、パーセントなら"
          + "\(IssueEnglish.percent(asPerCent))です",
        remedy: "案件ファイルに「\(line("unit", "percent"))」か「unit: fraction」を書いてください")
    case .pointOrComma(let withPoint, let withComma):
      return IssueSentence(
        "\(column)は2通りに読めます",
        rule: "「.」が小数点なら\(IssueEnglish.number(withPoint))、「,」が小数点なら"
          + "\(IssueEnglish.number(withComma))です",
        remedy: "案件ファイルに「\(line("decimal", "point"))」か「decimal: comma」を書いてください")
    case .scaled(let inUnits, let asWritten):
      return IssueSentence(
        "\(column)は2通りに読めます",
        rule: "見出しの単位なら\(IssueEnglish.number(inUnits))、書かれたままなら"
          + "\(IssueEnglish.number(asWritten))です",
        remedy: "列のすべてのセルを見出しの単位で書くか、見出しから単位を除いてください")
    case .currency(let found, let campaign):
      return IssueSentence(
        "\(column)に\(found.joined(separator: "と"))の金額があります",
        rule: "金額は\(campaign)で、ほかの通貨の換算率は指定されていません",
        remedy: "列を\(campaign)に換算するか、案件ファイルに換算率を「exchange_rates: {\(found.first ?? ""): …}」と"
          + "書いてください。すでに\(campaign)なら案件ファイルに「\(line("currency", campaign))」と書いてください")
    case .mixedCurrencies(let found, let unmarked, let campaign):
      let names = found.map { "「\($0)」" }.joined(separator: "と")
      return IssueSentence(
        unmarked > 0
          ? "\(column)には\(names)の金額と、通貨の記載がないセル\(unmarked)個があります"
          : "\(column)に\(names)の金額が混ざっています",
        rule: "1つの列の金額は1つの通貨で書きます",
        remedy: found.count > 1
          ? "すべてどれか1つの通貨か「\(campaign)」で書いてください"
          : "すべて\(names)なら案件ファイルに「\(line("currency", found.first ?? ""))」と書いてください。"
            + "そうでなければ1つの通貨にそろえてください")
    }
  }
}
