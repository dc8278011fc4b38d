extension TableSchema {
  /// Columns of a creator table, in the order in which they are written.
  static let roster = TableSchema(
    rowNoun: .creator,
    columns: (rosterIdentity + rosterSize + rosterQuality + rosterMoney + rosterAudience)
      .adding(UnitHeaders.roster))

  private static let rosterIdentity: [ColumnSpecification] = [
    .init(
      name: "creator_id", kind: .identifier, isRequired: true,
      aliases: [
        "id", "creator", "influencer_id", "account_id", "channel_id", "クリエイターID",
        "インフルエンサーID", "アカウントID", "チャンネルID", "配信者ID", "ライバーID", "管理番号", "会員番号",
      ], substitutes: ["handle", "url", "name"]),
    .init(
      name: "name", kind: .text,
      aliases: [
        "creator_name", "influencer_name", "channel_name", "名前", "氏名", "活動名", "クリエイター名",
        "インフルエンサー名", "チャンネル名", "アカウント名", "配信者名", "ライバー名", "display_name", "full_name",
        "influencer", "kol", "kol_name", "お名前", "タレント名", "出演者", "出演者名", "ニックネーム",
      ]),
    .init(
      name: "person", kind: .text,
      aliases: [
        "person_id", "person_name", "talent", "talent_id", "人物", "人物ID", "人物名", "本人", "本人ID",
        "氏名ID",
        "個人ID",
      ]),
    .init(
      name: "handle", kind: .text,
      aliases: [
        "username", "user_name", "account", "screen_name", "ハンドル", "ハンドルネーム", "ユーザー名",
        "ユーザーネーム", "アカウント", "instagram_handle", "ig_handle", "creator_handle", "channel_info",
      ]),
    .init(
      name: "url", kind: .text,
      aliases: [
        "link", "profile_url", "profile_link", "channel_url", "account_url", "リンク", "プロフィールURL",
        "アカウントURL", "チャンネルURL",
      ]),
    .init(
      name: "platform", kind: .category,
      aliases: [
        "media", "sns", "network", "channel", "social_network", "social_media", "媒体", "プラットフォーム",
        "媒体名",
        "配信媒体", "SNS名", "主媒体",
      ]),
    .init(
      name: "region", kind: .category,
      aliases: [
        "country", "country/region", "area", "location", "prefecture", "地域", "国", "都道府県", "エリア",
        "居住地", "活動地域",
      ]),
    .init(name: "language", kind: .category, aliases: ["lang", "言語", "使用言語"]),
    .init(
      name: "agency", kind: .category, aliases: ["事務所", "所属", "所属事務所", "代理店", "MCN"]),
    .init(
      name: "employment", kind: .word(.employment), aliases: ["雇用", "雇用形態", "契約形態", "区分"]),
    .init(
      name: "certification", kind: .category, aliases: ["certificate", "資格", "認定", "認定レベル"]),
    .init(
      name: "niche", kind: .text,
      aliases: [
        "niches", "tags", "tag", "genre", "genres", "topics", "ジャンル", "タグ", "得意ジャンル",
        "得意分野",
      ],
      fallbacks: [
        "category", "categories", "industry", "primary_niche", "main_niche", "vertical",
        "interests", "content_topics", "niche/tags",
        "カテゴリ", "カテゴリー", "分野", "カテゴリ名", "카테고리", "kategori", "sektor", "分类",
      ], isList: true),
    .init(
      name: "ng", kind: .text,
      aliases: [
        "exclusivity", "exclusions", "excluded", "conflicts", "no_go", "NG商材", "NG", "競合NG", "NG案件",
        "NGジャンル",
        "NGカテゴリ", "NG業種", "不可商材",
      ]),
    .init(
      name: "recent", kind: .text,
      aliases: [
        "recent_work", "recent_works", "recent_brands", "recent_deals", "past_brands",
        "past_collaborations", "brand_history", "直近案件", "直近の案件", "最近の案件", "過去案件", "過去の案件",
        "他社案件", "競合案件", "案件実績", "直近実績",
      ]),
    .init(
      name: "bio", kind: .text,
      aliases: ["biography", "profile", "description", "about", "自己紹介", "プロフィール", "紹介文", "概要"]),
  ]

  private static let rosterSize: [ColumnSpecification] = [
    .init(
      name: "followers", kind: .number(.people), isRequired: true,
      aliases: [
        "follower", "followers_count", "follower_count", "number_of_followers", "subscribers",
        "subscribers_count", "subscriber_count", "フォロワー", "フォロワー数", "登録者", "登録者数",
        "チャンネル登録者数", "総フォロワー数", "合計フォロワー数", "フォロワー合計", "total_followers", "audience_size",
        "fans", "reach_followers",
      ],
      estimators: ["tier", "avg_views", "views_live", "views_video", "views_post", "views_story"]),
    .init(
      name: "tier", kind: .word(.tiers), aliases: ["size", "ティア", "規模", "ランク"]),
    .init(
      name: "avg_views", kind: .number(.viewers),
      aliases: [
        "views", "average_views", "views_avg", "avg_view", "再生数", "再生回数", "平均再生数",
        "平均再生回数", "平均視聴者数", "視聴者数", "平均再生", "平均視聴数", "average_reach", "avg_reach",
        "median_views", "average_plays", "avg_plays",
      ]),
    .init(
      name: "views_live", kind: .number(.viewers),
      aliases: ["live_views", "avg_live_views", "ライブ視聴者数", "ライブ再生数", "ライブ視聴数"]),
    .init(
      name: "views_video", kind: .number(.viewers),
      aliases: ["video_views", "avg_video_views", "動画再生数", "動画再生回数", "動画視聴数"]),
    .init(
      name: "views_post", kind: .number(.viewers),
      aliases: ["post_views", "avg_post_views", "投稿閲覧数", "投稿リーチ"]),
    .init(
      name: "views_story", kind: .number(.viewers),
      aliases: ["story_views", "avg_story_views", "ストーリー閲覧数", "ストーリー再生数"]),
  ]

  private static let rosterQuality: [ColumnSpecification] = [
    .init(
      name: "engagement_rate", kind: .number(.rate(usual: 0.0005...0.3, doubtful: 0.15)),
      aliases: [
        "er", "eng_rate", "avg_engagement_rate", "average_engagement_rate", "60_day_eng_rate",
        "エンゲージメント率", "ER率", "反応率", "平均エンゲージメント率", "エンゲージ率",
      ], fallbacks: ["engagement", "エンゲージメント"]),
    .init(
      name: "posts_sampled", kind: .number(.whole),
      aliases: ["posts", "post_count", "number_of_posts", "投稿数", "集計投稿数"]),
    .init(
      name: "reply_rate", kind: .number(.rate(usual: 0.01...1)), aliases: ["返信率"]),
    .init(
      name: "repeat_viewer_share", kind: .number(.rate(usual: 0.01...1)),
      aliases: ["repeat_viewers", "リピーター率", "リピート視聴者率"]),
    .init(
      name: "authentic_share", kind: .number(.rate(usual: 0.1...1)),
      aliases: ["authenticity", "real_followers_share", "真正フォロワー率", "本物フォロワー率"]),
    .init(
      name: "uplink_mbps", kind: .number(.bandwidth),
      aliases: ["uplink", "upload_mbps", "upload_speed_mbps", "上り速度", "上り回線速度", "上りMbps"]),
  ]

  private static let rosterMoney: [ColumnSpecification] = [
    .init(
      name: "fee", kind: .number(.yen),
      aliases: [
        "price", "rate_card", "cost", "料金", "報酬", "単価", "出演料", "起用費", "費用", "ギャラ",
        "料金(円)", "報酬(円)", "単価(円)", "fee(jpy)", "fee(yen)", "ギャランティ", "出演費", "依頼料", "金額", "PR単価",
        "投稿単価・料金",
      ],
      fallbacks: [
        "starting_price", "estimated_price", "rate", "rates", "pricing", "budget", "見積", "見積金額",
      ]),
    .init(
      name: "format", kind: .word(.formats),
      aliases: [
        "deal_type", "content_type", "deliverable", "deal_format", "post_type", "施策", "投稿形式",
        "配信形式",
        "コンテンツ形式", "施策種別", "メニュー",
      ]),
    .init(
      name: "fee_live", kind: .number(.yen),
      aliases: [
        "live_fee", "live_price", "price_live", "ライブ料金", "ライブ報酬", "ライブ単価", "ライブ", "ライブ配信",
        "単価/ライブ", "ライブ配信単価", "ライブ配信料金",
      ]),
    .init(
      name: "fee_video", kind: .number(.yen),
      aliases: [
        "video_fee", "video_price", "price_video", "動画料金", "動画報酬", "動画単価", "動画", "単価/動画", "リール",
        "リール単価", "リール料金", "ショート", "ショート動画", "ショート動画単価", "shorts", "reel", "reels",
        "reel_price", "reels_price", "reel_fee", "price_reel", "fee_reel", "tiktok_video",
        "price_per_video", "price_per_reel", "cost_per_video", "cost_per_reel", "rate_per_video",
        "rate_per_reel", "video_rate", "reel_rate",
      ]),
    .init(
      name: "fee_post", kind: .number(.yen),
      aliases: [
        "post_fee", "post_price", "price_post", "price_per_post", "cost_per_post", "rate_per_post",
        "post_rate", "est_post_price", "feed_post", "投稿料金", "投稿報酬", "投稿単価", "単価/投稿",
        "フィード",
        "フィード投稿", "フィード単価", "フィード料金", "price_feed", "fee_feed",
      ]),
    .init(
      name: "fee_story", kind: .number(.yen),
      aliases: [
        "story_fee", "story_price", "price_story", "price_per_story", "cost_per_story",
        "rate_per_story", "story_rate", "est_story_price", "stories_price", "ストーリー料金", "ストーリー報酬",
        "ストーリー単価", "ストーリーズ", "ストーリー", "ストーリーズ単価", "ストーリーズ料金", "単価/ストーリー",
        "単価/ストーリーズ",
      ]),
    .init(
      name: "commission", kind: .number(.rate(usual: 0.005...0.9, isNothingZero: true)),
      aliases: ["commission_rate", "成果報酬率", "歩合", "歩合率", "手数料率", "コミッション"]),
    .init(
      name: "guarantee", kind: .number(.costs),
      aliases: ["minimum_guarantee", "最低保証", "最低保証額", "保証額"]),
    .init(
      name: "pay_per_order", kind: .number(.costs),
      aliases: ["cpa", "cost_per_action", "成果報酬単価", "1件あたり報酬", "成果報酬額", "件数報酬"]),
    .init(
      name: "extras", kind: .number(.costs),
      aliases: ["extra", "extra_costs", "実費", "諸経費", "経費", "交通費", "スタジオ費"]),
    .init(
      name: "usage_fee", kind: .number(.costs),
      aliases: ["usage_rights_fee", "usage_rights", "二次利用", "二次利用料", "二次利用費", "二次利用料金"]),
    .init(
      name: "usage_months", kind: .number(.whole),
      aliases: ["usage_period", "二次利用期間", "二次利用月数", "二次利用期間(月)", "二次利用期間(ヶ月)"]),
    .init(
      name: "activation_cost", kind: .number(.costs), aliases: ["setup_cost", "初期費用", "起用準備費"]),
    .init(
      name: "slots", kind: .number(.whole), aliases: ["capacity", "枠", "枠数", "稼働枠", "配信枠"]),
    .init(
      name: "available_from", kind: .day, aliases: ["稼働開始日", "稼働開始", "開始日"]),
    .init(
      name: "available_to", kind: .day,
      aliases: ["available_until", "稼働終了日", "稼働終了", "終了日"]),
  ]

  private static let rosterAudience: [ColumnSpecification] =
    [
      .init(
        name: "female_share", kind: .number(.rate(usual: 0.02...1)),
        aliases: ["female", "female_rate", "女性比率", "女性率", "女性割合", "女性"])
    ]
    + AudienceColumns.ages.map {
      .init(name: $0.name, kind: .number(.rate(usual: 0.001...1)), aliases: $0.aliases)
    }
}
