import Casting

/// Headers that a template has beside those that people's own tables have: with units, and those in English that
/// are sentences rather than names.
enum UnitHeaders {
  /// Column of a creator table to more headers that mean it.
  static let roster: [String: [String]] = [
    "handle": ["アカウント"],
    "url": ["アカウントURL"],
    "followers": ["フォロワー数(人)", "followers (people)"],
    "views_live": ["ライブ視聴者数(人)", "live viewers (people)"],
    "views_video": ["動画再生数(回)", "video viewers (people)"],
    "views_post": ["投稿リーチ(人)", "post viewers (people)"],
    "views_story": ["ストーリー閲覧数(人)", "story viewers (people)"],
    "engagement_rate": ["反応率", "反応率(%)", "エンゲージメント率(%)", "engagement rate (%)"],
    "posts_sampled": ["集計投稿数(件)", "posts counted"],
    "reply_rate": ["返信率(%)", "reply rate (%)"],
    "repeat_viewer_share": ["リピート視聴者率(%)", "repeat viewers (%)"],
    "authentic_share": ["真正フォロワー率(%)", "real followers (%)"],
    "uplink_mbps": ["上り速度(Mbps)", "uplink (Mbps)"],
    "fee_live": ["ライブ料金(円)", "live fee (JPY)"],
    "fee_video": ["動画料金(円)", "video fee (JPY)"],
    "fee_post": ["投稿料金(円)", "post fee (JPY)"],
    "fee_story": ["ストーリー料金(円)", "story fee (JPY)"],
    "commission": ["成果報酬率(%)", "commission (%)"],
    "guarantee": ["最低保証額(円)", "guarantee (JPY)"],
    "pay_per_order": ["成果報酬単価(円)", "pay per order (JPY)"],
    "extras": ["実費(円)", "extras (JPY)"],
    "usage_fee": ["二次利用料(円)", "usage fee (JPY)"],
    "activation_cost": ["初期費用(円)", "activation cost (JPY)"],
    "slots": ["枠数(件)", "slots (deals)"],
    "female_share": ["女性比率(%)", "women (%)"],
  ].merging(
    ages.map { ("age_" + $0.band, ["\($0.japanese)比率(%)", "age \($0.english) (%)"]) }
  ) { $1 }

  /// Column of a product table to more headers that mean it.
  static let products: [String: [String]] = [
    "formats": ["施策", "施策(複数可)"],
    "margin": ["粗利率(%)", "margin (%)"],
    "conversion": ["購入率(%)", "conversion (%)"],
    "conversion_live": ["ライブ購入率(%)"],
    "conversion_video": ["動画購入率(%)"],
    "conversion_post": ["投稿購入率(%)"],
    "conversion_story": ["ストーリー購入率(%)"],
    "commission": ["成果報酬率(%)", "commission (%)"],
    "pay_per_order": ["成果報酬単価(円)", "pay per order (JPY)"],
    "stock": ["在庫数(個)", "stock (units)"],
    "market": ["市場人数(人)", "market (people)"],
    "lifetime_orders": ["生涯購入回数(回)"],
    "product_cost": ["商品提供費(円)", "product cost (JPY)"],
    "min_creators": ["最少人数(人)", "fewest creators"],
    "max_creators": ["最多人数(人)", "most creators"],
    "max_spend": ["予算上限(円)", "most spend (JPY)"],
    "appeal_female": ["女性訴求(倍)", "appeal to women (times)"],
    "appeal_male": ["男性訴求(倍)", "appeal to men (times)"],
  ].merging(
    ages.map {
      (
        "appeal_" + $0.band,
        ["\($0.japanese)訴求", "\($0.japanese)訴求(倍)", "appeal to \($0.english) (times)"]
      )
    }
  ) { $1 }

  private static let ages = zip(
    AudienceCells.ageBands,
    [
      ("10代", "13-19"), ("20代", "20-29"), ("30代", "30-39"), ("40代", "40-49"),
      ("50代", "50-59"), ("60代以上", "60+"),
    ]
  ).map { (band: $0, japanese: $1.0, english: $1.1) }
}

extension [ColumnSpecification] {
  /// The same columns, which more headers mean.
  ///
  /// - Parameter headers: by the name of the column.
  func adding(_ headers: [String: [String]]) -> [ColumnSpecification] {
    map { column in
      var column = column
      column.aliases += headers[column.name] ?? []
      return column
    }
  }
}
