import CastingFiles
import Tables

extension IssueJapanese {
  static func sentence(_ fault: CellFault) -> IssueSentence {
    switch fault {
    case .emptyCell(let name, let meaning):
      IssueSentence(
        "\(self.name(name))が空欄です",
        rule: "どの行にも必要です" + (meaning.map { "（\(self.meaning($0))）" } ?? ""),
        remedy: "値を入れるか、行を削除してください")
    case .badNumber(let name, let meaning, let fault, let isRequired, let percent, let share):
      IssueSentence(
        "\(self.name(name))\(what(fault))", rule: "書けるのは\(self.meaning(meaning))です",
        remedy: percent.map { remedy(percent: $0, share) }
          ?? remedy(fault, meaning, isRequired: isRequired))
    case .outOfRange(let name, let meaning, let isRequired):
      IssueSentence(
        "\(self.name(name))が範囲の外です", rule: "書けるのは\(self.meaning(meaning))です",
        remedy: isRequired ? correct : leaveEmpty)
    case .unknownWord(let name, let words):
      IssueSentence(
        "\(self.name(name))が決められた語ではありません",
        rule: "使える語は次のとおりです：\(list(words))", remedy: leaveEmpty)
    case .badDay(let name, let isRequired):
      IssueSentence(
        "\(self.name(name))が日付ではありません",
        rule: "日付は「2026-12-01」や「2026/12/1」のように書きます",
        remedy: isRequired ? correct : leaveEmpty)
    case .unknownReference(let name, let noun, let table):
      IssueSentence(
        "\(self.name(name))にあたる\(self.noun(noun))が\(noun == .creator ? "いません" : "ありません")",
        rule: "\(table.map { "「\($0)」" } ?? self.table(noun))にある\(self.noun(noun))のIDが必要です",
        remedy: "IDを直すか、削除してください")
    case .leftOutReference(let name, let noun, let table, let line):
      IssueSentence(
        "\(self.name(name))にあたる\(self.noun(noun))は、読み込みで除かれています",
        rule: "「\(table)」の\(line.map { "\($0)行目" } ?? "行")が使えませんでした",
        remedy: "その行（次に示します）を直すか、IDを削除してください")
    }
  }

  /// Where rows come from, for a reader who knows of one such table.
  static func table(_ noun: RowNoun) -> String {
    switch noun {
    case .creator: "名簿"
    case .product: "商品の表"
    case .deal: "起用の表"
    case .share: "視聴者層の表"
    }
  }

  private static func what(_ fault: NumberFault) -> String {
    switch fault {
    case .notANumber: "が数値ではありません"
    case .ambiguousGrouping: "が2通りに読めます"
    case .unexpectedPercent: "が百分率ですが、ただの数を書く欄です"
    case .foreignCurrency: "が\(LabelJapanese.money)以外の通貨です"
    case .bareAboveOne: "が1を超えていますが、率を書く欄です"
    case .tooLarge: "が大きすぎて計算できません"
    }
  }

  private static func remedy(
    _ fault: NumberFault, _ meaning: NumberMeaning, isRequired: Bool
  ) -> String {
    switch fault {
    case .notANumber:
      (meaning.isRate ? "「3.2%」か「0.032」のように" : "「12,345」や「1.2万」のように")
        + (isRequired ? "書いてください" : "書くか、分からないときは空欄にしてください")
    case .ambiguousGrouping where meaning.isRate: "小数は点で、「3.2%」か「0.032」のように書いてください"
    case .ambiguousGrouping where meaning.isWhole:
      "桁区切りは「12,345」か「12345」のように書いてください"
    case .ambiguousGrouping:
      "桁区切りは「12,345」か「12345」、小数は「1234.5」のように書いてください"
    case .unexpectedPercent: "%を付けずに書いてください"
    case .foreignCurrency: "\(LabelJapanese.money)に換算してください"
    case .bareAboveOne: "3.2パーセントなら「3.2%」か「0.032」と書いてください"
    case .tooLarge: "桁と単位を確かめてください"
    }
  }

  private static func remedy(percent: Double, _ share: Double?) -> String {
    "パーセントのつもりなら「\(CSVWriter.shortest(percent))%」"
      + (share.map { "か「\(CSVWriter.shortest($0))」" } ?? "") + "と書いてください"
  }
}
