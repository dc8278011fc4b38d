import CastingFiles

/// What was found out while inputs were read, in Japanese.
enum ReadingJapanese {
  static func label(_ label: Wording.TalkLabel) -> String {
    switch label {
    case .note: "注記: "
    case .leftOut: "除いた行: "
    case .blanked: "不明とした値: "
    }
  }

  static func text(_ note: ReadingNote) -> String {
    switch note {
    case .unknownColumn(let file, let header, let field, let isCarried):
      if header.isEmpty { return "\(file): \(field)列目は見出しがないので使いませんでした。" }
      let name = header.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(file): 「\(name)」は対応していない列なので、"
        + (isCarried ? "そのまま出力に残しました。" : "使いませんでした。")
    case .unweighedCells(let file, let cells, let all, let trait):
      let (noun, weights) = words(trait)
      return "\(file): "
        + (cells == all ? "\(all)個の区分のすべてで" : "\(all)個の区分のうち\(cells)個で")
        + "\(noun)が名前から分からないため、\(weights)はそれらの区分に効きません。"
    case .replacedAudience(let file, let audience):
      return "\(file): 視聴者の年代と性別は使わず、「\(audience)」の区分を使います。"
    case .surplusFields(let file, let rows, let all, let headers):
      return "\(file): "
        + (rows == all ? "すべての行" : "\(all)行のうち\(rows)行")
        + "の末尾に、\(headers)個の見出しを超える空欄があります。行末に余分な区切り文字があるものとして"
        + "除きました。先頭の列の見出しが抜けているなら加えてください。"
    case .readAs(let file, let isGzip, let encoding, let form, let table):
      let parts = [
        isGzip ? "gzip" : nil, encoding.map(IssueJapanese.encoding),
        form.map { words($0, table: table ?? "") },
      ]
      return "\(file): \(IssueJapanese.list(parts.compactMap { $0 }))として読みました。"
    case .hiddenRows(let file, let rows, let isFiltered):
      return "\(file): \(isFiltered ? "フィルターなどで" : "")非表示の\(rows)行も読みました。"
    case .estimatedFollowers(let file, let creators):
      return "\(file): 出演者\(creators)人のフォロワー数を、階層か視聴者数から推定しました。"
    case .hiddenProducts(let file, let products):
      return "\(file): 販売中でない商品\(products)点（下書き、アーカイブなど）を除きました。"
    case .mergedRows(let file, let rows, let creators):
      return "\(file): 形式ごとに分かれた\(rows)行を、出演者\(creators)人の料金として読みました。"
    case .accounts(let file, let rows, let persons, let example):
      return "\(file): \(rows)行を\(persons)人のアカウントとして読み、"
        + "\(example.prefix(3).map { "「\($0)」" }.joined(separator: "、"))などのIDを付けました。"
    case .macros(let file): return "\(file): マクロは使いません。"
    case .decision(let decision): return "\(decision.file): " + DecisionJapanese.text(decision)
    case .inexactCells(let file, let header, let kind, let cells):
      return "\(file): 「\(header)」の\(cells)個のセルは\(inexact(kind))"
    case .statedDelimiter(let file, let delimiter):
      let shown = delimiter == "\t" ? "タブ" : "「\(delimiter)」"
      return "\(file): 先頭の「sep=」の行のとおり、\(shown)を欄の区切りとしました。"
    case .matchesNothing(let file, let line, let column, let noun, let attribute, let value):
      let place = Wording.place(file: file, line: line, column: column)
      let end = noun == .creator ? "いません" : "ありません"
      return "\(place): 「\(attribute)」が「\(value)」の\(IssueJapanese.noun(noun))は\(end)。"
    case .packageNotInPlay(let file, let package):
      return "\(file): パッケージ「\(package)」は「formats」に書かれていないので使いません。"
    case .packageNotOffered(let file, let package):
      return "\(file): パッケージ「\(package)」の料金がある出演者がいないため、引き受け手がいません。"
    case .undatedWorks(let file, let creators):
      return "\(file): \(creators)人の競合案件は「recent」に日付がないため、直近のものとして扱います。"
    case .noRecentWorks(let file):
      return "\(file): 案件に競合の指定がありますが、「recent」に案件の記録がないため、誰も除外しません。"
    case .assumedAudience(let file, let creators, let all):
      return "\(file): \(all)人のうち\(creators)人は視聴者層の一部か全部が不明です。"
        + "視聴者層の条件には標準の構成を使います。"
    case .sheetByHeaders(let file, let sheet, let role):
      return "\(file): 見出しから、シート「\(sheet)」を\(IssueJapanese.role(role))として読みました。"
    case .unusedSheets(let file, let sheets):
      let names = sheets.map { "「\($0)」" }.joined()
      return "\(file): シート\(names)は使いませんでした。"
    case .insteadOfSheet(let path, let file, let sheet, let role):
      return "\(file): シート「\(sheet)」の代わりに、\(IssueJapanese.option(role))の「\(path)」を読みます。"
    }
  }

  private static func inexact(_ kind: ReadingNote.InexactKind) -> String {
    switch kind {
    case .amounts: "幅のある金額です。予算を超えないよう、上の金額で計算します。"
    case .middleAmounts: "幅のある金額です。条件の指定どおり、中央の金額で計算します。"
    case .lowAmounts: "幅のある金額です。条件の指定どおり、下の金額で計算します。"
    case .ranges: "幅のある値です。中央の値で計算します。"
    case .approximate: "およその値です。書かれた数のまま計算します。"
    case .asks: "要相談などです。料金を推定して計算します。"
    case .unpricedAsks:
      "要相談などです。推定は円で行い、案件の「exchange_rates」に円の換算率がないため、起用の対象から外します。"
    case .excludedAsks: "要相談などです。条件の指定どおり、起用の対象から外します。"
    }
  }

  private static func words(
    _ trait: ReadingNote.AudienceTrait
  ) -> (noun: String, weights: String) {
    switch trait {
    case .age: ("年代", "年代の重みと年代別の訴求")
    case .gender: ("性別", "女性と男性への訴求")
    }
  }

  private static func words(_ form: ReadingNote.Form, table: String) -> String {
    switch form {
    case .semicolons: "「;」区切りの表"
    case .tabs: "タブ区切りの表"
    case .sqlite: "SQLiteの表「\(table)」"
    case .workbook: "シート「\(table)」"
    case .jsonList: "JSONのリスト"
    case .parquet: "Parquet（「duckdb」で変換）"
    case .jsonLines: "JSON Lines"
    case .jsonObjects: "続けて書かれたJSONのオブジェクト"
    case .jsonWrapper: "JSONのリスト「\(table)」"
    case .jsonMap: "キーを「\(table)」とするJSONのオブジェクト"
    }
  }
}
