/// Quirks of synthetic rosters, in Japanese.
enum QuirkJapanese {
  static let heading = "castplan: creators.csvは架空の名簿で、わざと乱してあります。入れた癖と場所は次のとおりです。"
  static let wholeFile = "ファイル"

  static func text(_ effect: QuirkLine.Effect) -> String {
    switch effect {
    case .none: "値は変わらない"
    case .refused: "拒否される"
    case .changed: "書かれたとおり"
    }
  }

  static func at(_ places: String) -> String { "場所：\(places)" }

  static func replaced(_ count: Int) -> String {
    "CP932にない\(count)文字は「?」と書いてあります。"
  }
}
