import CastingFiles

/// Comments of a brief that was written for the user, in Japanese.
enum BriefJapanese {
  static let opening =
    "案件ファイル：案件で何を求め、計画がどの条件を守るかを書きます。"
    + "先頭に「#」のあるキーは働きません。使うときは「#」を外してください。"

  static let ending =
    "「apart」「together」「spend_per_creator」など、ほかのキーは利用者の手引きにあります。"
    + "書き換えたあとの誤りは「castplan check」で分かります。"

  static func comment(_ section: BriefSection) -> String {
    switch section {
    case .budget:
      "計画で使える上限（円）。出演料、成果報酬の見込み、提供する商品、起用の準備費をすべて含みます。"
        + "「5_000_000」「500万」「5M」は同じです。"
    case .objective:
      "計画で最も大きくするもの。「gmv」（売上）、「profit」（粗利から費用を引いた利益）、"
        + "「ltv」（顧客の全注文の粗利から費用を引いた生涯利益）、「orders」（注文数）、"
        + "「reach」（人数）のいずれか。"
    case .window:
      "起用する期間。初日（from）と最終日（to）を含みます。期間中ずっと不在の出演者は除きます。"
        + "なければ日程を考えません。"
    case .formats:
      "起用できる形式。「live」（ライブ）、「video」（動画）、「post」（投稿）、「story」（ストーリー）"
        + "から選びます。なければ、料金の列がある形式か、列がなければライブです。"
    case .lock: "成果によらず必ず起用する出演者（ID）。"
    case .ban: "起用しない出演者（ID）。"
    case .quotas:
      "起用する人数。最少（min）と最多（max）。一部の人だけの条件には「where」を付けます："
        + "「- {where: {tier: micro}, creators: {min: 3}}」"
    case .audience:
      "表で視聴者層が分からない出演者と、市場全体に当てはめる層。女性の割合（female_share）と、"
        + "年代の割合（age_13_19からage_50_59までと、age_60_plus）。書かない年代は残りを等しく"
        + "分け合います。なければ、表の平均か、等しい割合です。"
    }
  }
}
