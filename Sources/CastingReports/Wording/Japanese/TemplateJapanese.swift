import CastingFiles

/// The sheets of a template, in Japanese.
enum TemplateJapanese {
  static func name(_ sheet: TemplateSheet) -> String {
    switch sheet {
    case .start: "はじめに"
    case .creators: "名簿"
    case .products: "商品"
    case .brief: "案件"
    case .results: "結果"
    }
  }

  static func title(_ section: BriefKey.Section) -> String {
    switch section {
    case .goal: "■ 何を、いくらで、いつ"
    case .money: "■ 費用・税・代理店"
    case .rules: "■ 起用の条件"
    case .response: "■ 視聴者の反応"
    case .audience: "■ 視聴者層"
    case .risk: "■ ばらつきとリスク"
    case .files: "■ 表の見出し"
    }
  }

  static let keyHeaders = ["項目", "値", "意味"]

  static let quotaHeaders = [
    ColumnWords(
      "対象",
      "どの起用を数えるか。「媒体: tiktok」「ティア: micro, 地域: 東京都」のように書きます。いくつかの値は"
        + "「ティア: [nano, micro]」、空欄はすべての起用です。"),
    ColumnWords("種別", "件数、人数、費用（円）、費用割合（%）のいずれか。"),
    ColumnWords("最小", "これ以上。空欄なら下限なし。"),
    ColumnWords("最大", "これ以下。空欄なら上限なし。"),
  ]

  static let listed = [
    "external": "社外", "in_house": "社内", "trainee": "研修生", "live": "ライブ", "video": "動画",
    "post": "投稿", "story": "ストーリー", "count": "件数", "creators": "人数", "spend": "費用",
    "spend_share": "費用割合", "yes": "はい", "no": "いいえ",
  ]

  static func start(
    _ filling: TemplateFilling, file: String
  ) -> [(isHeading: Bool, text: String)] {
    [
      (true, "castplan キャンペーンの雛形"),
      (false, start(filling)),
      (true, "使い方"),
      (false, "1. 「名簿」に出演者を1行に1人、「商品」に商品を1行に1つ書きます。"),
      (false, "2. 「案件」の値の列に予算や条件を書きます。空欄の項目は既定値で計算します。"),
      (false, "3. 保存して、次のコマンドを実行します。"),
      (false, "    castplan optimize --workbook \(file)"),
      (true, "見かた"),
      (false, "濃い青の見出しは必須の列です。ほかの列は、書くほど計画がよくなります。使わない列は消してかまいません。"),
      (false, "セルを選ぶと説明が出ます。割合は「3.2%」のように入力します。分からない値は空欄にします。"),
      (false, "「名簿」と「商品」の入力の確認は5,000行までです。それより下の行も読み込まれます。"),
      (true, "シート"),
      (false, "名簿: 出演者と料金　　商品: 紹介する商品　　案件: 予算、期間、起用の条件（右の表は人数や費用の上限・下限）"),
      (false, "結果: 実施後の記録のための表です。castplanはまだ読み込みません。"),
    ]
  }

  private static func start(_ filling: TemplateFilling) -> String {
    switch filling {
    case .sample:
      "「名簿」「商品」「案件」の内容は架空の見本（合成データ）で、実在の人や商品とは関係ありません。"
        + "ご自身のデータに置き換えてお使いください。"
    case .nothing: "見出しだけの雛形です。ご自身のデータを書き込んでください。"
    case .brief: "「案件」にはお手元の案件が入っています。「名簿」と「商品」にご自身のデータを書き込んでください。"
    }
  }

  static let sampleBrief = BriefEntries(
    entries: [
      .init(path: "campaign", text: "見本の案件（架空）"),
      .init(path: "objective", text: "gmv"),
      .init(path: "budget", text: "1000000"),
      .init(path: "window.from", text: "2026-12-01"),
      .init(path: "window.to", text: "2026-12-20"),
      .init(path: "formats", text: "ライブ; 動画"),
      .init(path: "certification_bonus.gold", text: "0.15"),
      .init(path: "certification_bonus.silver", text: "0.08"),
    ],
    quotas: [
      .init(filter: "ティア: マイクロ", measure: "費用割合", minimum: "0.3", maximum: ""),
      .init(filter: "媒体: instagram", measure: "人数", minimum: "1", maximum: "5"),
    ])
}
