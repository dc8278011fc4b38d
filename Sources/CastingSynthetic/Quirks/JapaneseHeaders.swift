/// Headers as an agency's sheet has them, units and tax among them.
enum JapaneseHeaders {
  private static let headers: [String: String] = [
    "creator_id": "クリエイターID", "name": "名前", "handle": "アカウント", "platform": "媒体", "region": "地域",
    "language": "言語", "agency": "事務所", "employment": "雇用形態", "certification": "認定", "niche": "ジャンル",
    "bio": "自己紹介", "followers": "フォロワー数(人)", "views_live": "ライブ視聴者数", "views_video": "動画再生数",
    "engagement_rate": "エンゲージメント率", "posts_sampled": "投稿数", "reply_rate": "返信率",
    "repeat_viewer_share": "リピーター率", "authentic_share": "真正フォロワー率", "uplink_mbps": "上り速度",
    "fee_live": "ライブ料金(税抜・円)", "fee_video": "動画料金(円)", "commission": "歩合", "guarantee": "最低保証(円)",
    "activation_cost": "初期費用", "slots": "枠数", "available_from": "稼働開始日", "available_to": "稼働終了日",
    "female_share": "女性比率", "age_13_19": "10代", "age_20_29": "20代", "age_30_39": "30代",
    "age_40_49": "40代", "age_50_59": "50代", "age_60_plus": "60代以上",
  ]

  static func header(of column: String) -> String { headers[column] ?? column }
}
