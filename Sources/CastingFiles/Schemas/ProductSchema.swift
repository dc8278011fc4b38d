extension TableSchema {
  /// Columns of a product table, in the order in which they are written.
  static let products = TableSchema(
    rowNoun: .product,
    columns: (productIdentity + productEconomics + productAppeal).adding(UnitHeaders.products))

  private static let productIdentity: [ColumnSpecification] = [
    .init(
      name: "product_id", kind: .identifier, isRequired: true,
      aliases: [
        "id", "product", "sku", "商品ID", "商品コード", "品番", "製品ID", "商品番号", "product_code", "item_id",
      ],
      substitutes: ["name"]),
    .init(
      name: "name", kind: .text,
      aliases: ["product_name", "title", "商品名", "製品名", "名前", "品名", "item_name"]),
    .init(
      name: "description", kind: .text,
      aliases: ["text", "summary", "説明", "商品説明", "説明文", "紹介文", "概要", "訴求", "訴求ポイント", "特徴"]),
    .init(
      name: "category", kind: .text, aliases: ["カテゴリ", "カテゴリー", "分類", "商品カテゴリ"]),
    .init(
      name: "niche", kind: .text,
      aliases: ["niches", "tags", "tag", "genre", "ジャンル", "タグ"], isList: true),
    .init(name: "brand", kind: .text, aliases: ["brand_name", "ブランド", "ブランド名", "vendor"]),
    .init(
      name: "formats", kind: .text, aliases: ["format", "allowed_formats", "形式", "配信形式"]),
  ]

  private static let productEconomics: [ColumnSpecification] = [
    .init(
      name: "price", kind: .number(.price), isRequired: true,
      aliases: [
        "unit_price", "価格", "販売価格", "単価", "税込価格", "価格(円)", "price(jpy)", "price(yen)",
        "selling_price",
        "売価", "定価",
      ]),
    .init(
      name: "margin", kind: .number(.rate(usual: 0.02...1)),
      aliases: ["gross_margin", "粗利率", "利益率"]),
    .init(
      name: "conversion", kind: .number(.rate(usual: 0.0001...0.3, doubtful: 0.15)),
      aliases: ["conversion_rate", "cvr", "cv_rate", "転換率", "購入率", "コンバージョン率", "成約率"]),
    .init(
      name: "conversion_live", kind: .number(.rate(usual: 0.0001...0.3, doubtful: 0.15)),
      aliases: ["ライブ購入率", "ライブ転換率", "live_conversion", "cvr_live"]),
    .init(
      name: "conversion_video", kind: .number(.rate(usual: 0.00001...0.1, doubtful: 0.05)),
      aliases: ["動画購入率", "動画転換率", "video_conversion", "cvr_video"]),
    .init(
      name: "conversion_post", kind: .number(.rate(usual: 0.00001...0.1, doubtful: 0.05)),
      aliases: ["投稿購入率", "投稿転換率", "post_conversion", "cvr_post"]),
    .init(
      name: "conversion_story", kind: .number(.rate(usual: 0.00001...0.1, doubtful: 0.05)),
      aliases: ["ストーリー購入率", "ストーリーズ購入率", "story_conversion", "cvr_story"]),
    .init(
      name: "stock", kind: .number(.whole), aliases: ["inventory", "quantity", "在庫", "在庫数", "在庫数量"]),
    .init(
      name: "market", kind: .number(.market), aliases: ["market_size", "市場規模", "市場人数"]),
    .init(
      name: "lifetime_orders", kind: .number(.atLeastOne),
      aliases: ["orders_per_customer", "生涯購入回数", "リピート回数"]),
    .init(
      name: "product_cost", kind: .number(.costs),
      aliases: ["cost_per_deal", "商品提供費", "サンプル費"]),
    .init(
      name: "commission", kind: .number(.rate(usual: 0.005...0.9, isNothingZero: true)),
      aliases: ["commission_rate", "成果報酬率", "アフィリエイト率", "手数料率"]),
    .init(
      name: "pay_per_order", kind: .number(.costs), aliases: ["cpa", "成果報酬単価", "件数報酬"]),
    .init(
      name: "min_creators", kind: .number(.whole), aliases: ["最少人数", "最小起用数", "最低起用人数"]),
    .init(
      name: "max_creators", kind: .number(.whole), aliases: ["最多人数", "最大起用数", "最大起用人数"]),
    .init(
      name: "max_spend", kind: .number(.yen), aliases: ["spend_cap", "上限予算", "予算上限"]),
  ]

  private static let productAppeal: [ColumnSpecification] =
    [
      .init(
        name: "appeal_female", kind: .number(.multiplier), aliases: ["女性訴求", "女性への訴求"]),
      .init(name: "appeal_male", kind: .number(.multiplier), aliases: ["男性訴求", "男性への訴求"]),
    ]
    + AudienceColumns.ages.map { age in
      .init(
        name: "appeal_" + age.name.dropFirst("age_".count), kind: .number(.multiplier),
        aliases: [])
    }

  /// Columns of a table of deals.
  static let deals = TableSchema(
    rowNoun: .deal,
    columns: [
      .init(
        name: "creator_id", kind: .text, isRequired: true,
        aliases: ["creator", "クリエイターID", "インフルエンサーID"]),
      .init(
        name: "product_id", kind: .text, isRequired: true,
        aliases: ["product", "商品ID", "商品コード"]),
      .init(name: "format", kind: .word(.formats), aliases: ["形式", "配信形式"]),
      .init(
        name: "cost", kind: .number(.yen), isRequired: true,
        aliases: ["fee", "費用", "料金", "コスト"]),
      .init(name: "value", kind: .number(.anyValue), aliases: ["価値", "売上"]),
      .init(name: "reach", kind: .number(.viewers), aliases: ["リーチ", "到達人数"]),
    ])
}

extension NumberRule {
  static let anyValue = NumberRule(minimum: -1e15, meaning: .value, quantity: .average)
}
