import CastingFiles

extension IssueJapanese {
  static func sentence(_ fault: InputSheetFault) -> IssueSentence {
    switch fault {
    case .fileWithoutSheets:
      IssueSentence(
        "ブックではありません", rule: "「#」の後ろにシートを指定できるのは、「.xlsx」と「.xlsm」だけです",
        remedy: "「#」とその後ろを取るか、ブックのパスを指定してください")
    case .noSheet(let role, let sheets):
      IssueSentence(
        "\(self.role(role))のシートがありません",
        rule: "「\(name(role))」のような名前か、見出しで見分けます。ブックのシートは次のとおりです："
          + list(sheets),
        remedy: "シートの名前を変えるか、\(option(role))でシートかファイルを指定してください")
    case .sheetsOfOneRole(let role, let sheets):
      IssueSentence(
        "\(self.role(role))のシートがいくつもあります", rule: "次のシートが当てはまります：\(list(sheets))",
        remedy: "\(option(role))でどれかを「book.xlsx#シート」のように指定してください")
    case .noBriefTable:
      IssueSentence(
        "シートに項目と値の表がありません", rule: "見出し「項目」「値」の下に書きます",
        remedy: "2つの列にこの見出しを書くか、「castplan template」の雛形をお使いください")
    case .valueWithoutKey:
      IssueSentence(
        "値の左に項目がありません", rule: "何の値かを左のセルに書きます",
        remedy: "項目を書くか、値を消してください")
    case .quotaWithoutMeasure(let measures):
      IssueSentence(
        "何を制限するのかが書かれていません", rule: "種別は次のいずれかです：\(list(measures))",
        remedy: "このセルにどれかを書くか、行を空にしてください")
    }
  }

  /// What a sheet holds.
  static func role(_ role: SheetRole) -> String {
    switch role {
    case .roster: "出演者の名簿"
    case .products: "商品"
    case .brief: "案件"
    case .deals: "施策の予測"
    case .audience: "視聴者の区分"
    }
  }

  /// A name that tells it.
  private static func name(_ role: SheetRole) -> String {
    switch role {
    case .roster: "名簿"
    case .products: "商品"
    case .brief: "案件"
    case .deals: "施策"
    case .audience: "視聴者"
    }
  }

  /// The option that names it.
  static func option(_ role: SheetRole) -> String { "--" + role.rawValue }
}
