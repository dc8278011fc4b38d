extension SheetRole {
  /// Names of sheets that hold it, as `HeaderText.normalized`.
  var names: Set<String> {
    let names =
      switch self {
      case .roster:
        [
          "名簿", "roster", "creators", "creator", "influencers", "インフルエンサー", "クリエイター",
          "インフルエンサー名簿", "クリエイター名簿", "インフルエンサー一覧", "クリエイター一覧", "出演者", "ライバー",
        ]
      case .products: ["商品", "products", "product", "商品一覧", "商品リスト", "製品"]
      case .brief: ["案件", "brief", "campaign", "キャンペーン", "条件"]
      case .deals: ["施策", "deals", "施策一覧"]
      case .audience: ["視聴者", "audience", "audiences", "オーディエンス"]
      }
    return Set(names.map(HeaderText.normalized))
  }

  /// Sheets that are no input, whatever stands in them: what a template says first, and what comes of a campaign.
  static let otherNames = Set(
    ["はじめに", "start here", "readme", "read me", "結果", "results"].map(HeaderText.normalized))

  /// The columns of such a table; nil of a brief, which has keys and values.
  var schema: TableSchema? {
    switch self {
    case .roster: .roster
    case .products: .products
    case .deals: .deals
    case .audience: .audience
    case .brief: nil
    }
  }
}
