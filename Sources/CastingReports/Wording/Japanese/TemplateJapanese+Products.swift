/// The template's lists of products and results, in Japanese.
extension TemplateJapanese {
  static func words(_ column: ProductColumn) -> ColumnWords {
    switch column {
    case .productID: .init("商品ID", "ほかの行と重ならないID。")
    case .name: .init("商品名", "表示と、出演者との相性の読み取りに使います。")
    case .category: .init("カテゴリ", "同じカテゴリの競合を避ける条件などに使います。")
    case .niche: .init("ジャンル", "商品のタグ。「;」で区切ります。")
    case .description: .init("商品説明", "説明文。出演者との相性を読み取ります。")
    case .price: .init("価格(円)", "1個の価格。0円より大きい額。")
    case .margin: .init("粗利率(%)", "価格のうち手元に残る割合。空欄は100%です。")
    case .conversion: .init("購入率(%)", "届いた人のうち購入する割合。空欄なら案件シートの値、それもなければ2%です。")
    case .stock: .init("在庫数(個)", "販売できる数。空欄は無制限です。")
    case .market: .init("市場人数(人)", "購入しうる人の数。空欄は無制限です。")
    case .brand: .init("ブランド", "誰の商品か。出演者のNG商材と照らし合わせます。")
    case .commission: .init("成果報酬率(%)", "この商品の売上のうち出演者に支払う割合。名簿の値とは大きいほうで計算します。")
    case .payPerOrder: .init("成果報酬単価(円)", "注文1件ごとに出演者に支払う額。")
    case .lifetimeOrders: .init("生涯購入回数(回)", "1人の顧客が生涯に購入する回数。1以上。空欄は1回です。")
    case .productCost: .init("商品提供費(円)", "1件ごとに料金とは別にかかる費用（サンプルなど）。")
    case .fewestCreators: .init("最少人数(人)", "この商品を紹介する出演者の下限。")
    case .mostCreators: .init("最多人数(人)", "この商品を紹介する出演者の上限。")
    case .mostSpend: .init("予算上限(円)", "この商品にかける費用の上限。")
    case .formats: .init("施策(複数可)", "紹介できる形。ライブ・動画・投稿・ストーリーを「;」で区切ります。空欄はすべて。")
    case .appealFemale: appeal("女性")
    case .appealMale: appeal("男性")
    case .appeal13: appeal("10代")
    case .appeal20: appeal("20代")
    case .appeal30: appeal("30代")
    case .appeal40: appeal("40代")
    case .appeal50: appeal("50代")
    case .appeal60: appeal("60代以上")
    }
  }

  static func words(_ column: ResultColumn) -> ColumnWords {
    switch column {
    case .date: .init("実施日", "配信や投稿をした日。")
    case .creatorID: .init("クリエイターID", "名簿シートのID。")
    case .productID: .init("商品ID", "商品シートのID。")
    case .format: .init("施策", "ライブ・動画・投稿・ストーリーのいずれか。")
    case .orders: .init("注文数(件)", "返品を除いた注文の数。")
    case .viewers: .init("視聴者数(人)", "見た人の数（同時接続の最大値ではありません）。")
    case .revenue: .init("売上(円)", "この1件による売上。")
    case .cost: .init("費用(円)", "実際にかかった費用。")
    case .refunds: .init("返品数(件)", "返品・取消の数。")
    case .campaign: .init("案件", "どの案件の結果か。")
    case .soldOut: .init("完売", "在庫切れで販売が止まったなら「はい」。")
    case .note: .init("メモ", "自由に書けます。")
    }
  }

  private static func appeal(_ group: String) -> ColumnWords {
    .init("\(group)訴求(倍)", "\(group)の買いやすさを、ほかと比べた倍率で書きます。空欄は1倍です。")
  }
}
