import Casting
import CastingFiles

extension IssueJapanese {
  static func sentence(_ fault: FormFault) -> IssueSentence {
    switch fault {
    case .noRows(let noun):
      IssueSentence(
        "\(self.noun(noun))が1件もありません", rule: "見出しと1行以上のデータが必要です",
        remedy: "書き出し直すか、別のファイルを指定してください")
    case .notTable:
      IssueSentence(
        "Excelのブックか圧縮ファイルです", rule: "表はCSV、TSV、JSON Lines、SQLiteのいずれかです",
        remedy: "シートを「CSV UTF-8」で保存してください")
    case .notBrief:
      IssueSentence(
        "テキストではありません", rule: briefForm, remedy: "案件ファイルのパスを指定してください")
    case .notDatabase:
      IssueSentence(
        "SQLiteのデータベースではありません",
        rule: "「#」の後ろに表を指定できるのは、SQLiteのファイルだけです",
        remedy: "「#」とその後ろを取るか、データベースのパスを指定してください")
    case .noSuchTable(let wanted, let path, let tables, let example):
      IssueSentence(
        wanted == nil ? "表が指定されていません" : "その表はありません",
        rule: tables.isEmpty
          ? "このデータベースには表がありません" : "データベースの表は次のとおりです：\(list(tables))",
        remedy: example.map { "「\(path)#\($0)」と書いてください" } ?? "別のファイルを指定してください")
    case .sharedStandardInput:
      IssueSentence(
        "標準入力が2つ目の入力に指定されています", rule: "標準入力を読めるのは1度だけです",
        remedy: "どちらかをファイルで指定してください")
    case .notUTF8(let byte): foreignByte("UTF-8のテキストではありません", byte)
    case .containsNUL: foreignByte("テキストにNULが含まれています", 0)
    case .undecodable(let byte, let encoding):
      IssueSentence(
        "\(self.encoding(encoding))でない部分があります",
        rule: "先頭がその文字コードなら、ファイル全体も同じ文字コードです",
        remedy: "ファイルを「CSV UTF-8」で保存してください", shown: shown(byte))
    case .tooManyKeys(let maximum):
      IssueSentence(
        "キーの種類が\(maximum)を超えています", rule: "キーは表の列になります",
        remedy: "どのオブジェクトにも同じキーを使ってください")
    case .notModel(let words): model(words.map { "「\($0)」" } ?? "読み取れません")
    case .incompleteModel(let member): model("「\(member)」がありません")
    case .refusedModel(let fault): model(words(fault))
    case .embeddingRows(let rows, let expected, let table):
      IssueSentence(
        "行列が\(rows)行です", rule: "「\(table)」は\(expected)行です",
        remedy: "同じ表から、同じ順序で埋め込みを計算し直してください")
    case .embeddingDimensions(let dimensions, let expected, let otherFile):
      IssueSentence(
        "埋め込みが\(dimensions)次元です", rule: "「\(otherFile)」は\(expected)次元です",
        remedy: "両方を同じモデルで計算してください")
    case .embeddingsAlone(let missing):
      IssueSentence(
        "埋め込みが片方だけ指定されています", rule: "出演者と商品は同じ空間で比べます",
        remedy: "\(missing)も指定するか、どちらも指定しないでください")
    case .tooManyInvalid(let column, let field, let count, let rows, let allowed, let accepted):
      IssueSentence(
        "\(Amount.whole(Double(rows)))行のうち\(Amount.whole(Double(count)))行"
          + (column.map { "で、\(FaultGroupJapanese.column($0, field))の値が使えません" } ?? "が使えません"),
        rule: "見過ごせるのは\(Amount.whole(Double(allowed)))行までです",
        remedy: "直すか、「--max-invalid \(accepted)%」を付けて受け入れてください")
    }
  }

  static let briefForm = "案件ファイルは「budget: 5_000_000」のようなYAMLです"

  private static func foreignByte(_ what: String, _ byte: UInt8) -> IssueSentence {
    IssueSentence(
      what, rule: "テキストはUTF-8、バイト順マーク付きのUTF-16、CP932（Shift_JIS）のいずれかです",
      remedy: "その文字を直すか、ファイルを「CSV UTF-8」で保存してください", shown: shown(byte))
  }

  private static func shown(_ byte: UInt8) -> String {
    "バイト0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func model(_ words: String) -> IssueSentence {
    IssueSentence(
      "使えるスコアリングのモデルではありません（\(words)）",
      rule: "「castplan score --save-model」が書いたファイルが必要です",
      remedy: "名簿から保存し直すか、--modelを外してください")
  }

  private static func words(_ fault: ScoringModelFault) -> String {
    switch fault {
    case .otherModelSchema(let found, let expected):
      "スキーマが「\(found)」で、「\(expected)」が必要です"
    case .otherTaxonomy: "別の版のジャンルで作られています"
    case .unsoundMeans: "平均値がどの名簿のものでもありません"
    case .negativeCreators(let creators): "出演者の数が\(creators)です"
    case .unfitParts: "部分どうしが合いません"
    case .endlessNumbers: "有限でない数が含まれています"
    }
  }
}
