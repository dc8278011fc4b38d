/// The template's list of creators, in Japanese.
extension TemplateJapanese {
  static func words(_ column: CreatorColumn) -> ColumnWords {
    switch column {
    case .creatorID: .init("クリエイターID", "ほかの行と重ならないID。計画や案件のロック・NGの指定に使います。")
    case .name: .init("名前", "活動名。表示に使います。")
    case .platform: .init("媒体", "主な配信先。一覧にない媒体も書けます。")
    case .followers: .init("フォロワー数(人)", "整数。1.2万のような書き方もできます。")
    case .liveFee: fee("ライブ配信")
    case .videoFee: fee("動画")
    case .postFee: fee("投稿")
    case .storyFee: fee("ストーリー")
    case .engagementRate: .init("反応率(%)", "フォロワーに対する反応の割合。3.2%と入力します。空欄なら層の標準値で計算します。")
    case .niche: .init("ジャンル", "得意分野のタグ。「;」で区切ります（例：コスメ;スキンケア）。")
    case .femaleShare: .init("女性比率(%)", "視聴者に占める女性の割合。60%と入力します。")
    case .liveViews: views("ライブ視聴者数(人)", "ライブ配信")
    case .videoViews: views("動画再生数(回)", "動画")
    case .postViews: views("投稿リーチ(人)", "投稿")
    case .storyViews: views("ストーリー閲覧数(人)", "ストーリー")
    case .agency: .init("事務所", "所属事務所。なければ空欄にします。")
    case .employment: .init("雇用", "社外・社内・研修生のいずれか。空欄は社外とみなします。")
    case .certification: .init("認定", "認定レベル。効果は案件シートの認定の上乗せで決めます。一覧にないレベルも書けます。")
    case .region: .init("地域", "都道府県など。")
    case .language: .init("言語", "配信に使う言語（例：ja、en）。")
    case .handle: .init("アカウント", "アカウント名。表示に使います。")
    case .url: .init("アカウントURL", "プロフィールのURL。表示に使います。")
    case .bio: .init("自己紹介", "プロフィール文。商品との相性を読み取ります。")
    case .commission: .init("成果報酬率(%)", "売上のうち出演者に支払う割合。10%と入力します。")
    case .guarantee: .init("最低保証額(円)", "料金と成果報酬の合計がこれを下回らない額。")
    case .payPerOrder: .init("成果報酬単価(円)", "注文1件ごとに支払う額。成果報酬率とは大きいほうで計算します。")
    case .extras: .init("実費(円)", "1件ごとの実費（サンプル、スタジオ、交通費など）。")
    case .usageFee: .init("二次利用料(円)", "二次利用の料金。案件シートで二次利用の期間を書いたときに加えます。")
    case .usageMonths: .init("二次利用期間(ヶ月)", "その料金で使える月数。空欄なら案件の期間すべてです。")
    case .exclusions:
      .init("NG商材", "紹介できない商材・カテゴリ・ブランド。「;」で区切り、期間は「酒(2026-12-01〜2027-01-31)」と書きます。")
    case .person: .init("人物", "同じ人の別アカウントに同じ名前を書きます。枠と1人あたりの上限をまとめて数えます。")
    case .activationCost: .init("初期費用(円)", "起用すると一度だけかかる費用（研修、機材など）。")
    case .slots: .init("枠数(件)", "期間中に引き受けられる件数。空欄は1件です。")
    case .availableFrom: .init("稼働開始日", "この日から出演できます。空欄ならいつでも。")
    case .availableTo: .init("稼働終了日", "この日まで出演できます。空欄ならいつでも。")
    case .postsSampled: .init("集計投稿数(件)", "反応率を集計した投稿の数。少ないほど標準値に寄せます。")
    case .replyRate: .init("返信率(%)", "コメントに返信する割合。")
    case .repeatViewerShare: .init("リピート視聴者率(%)", "視聴者のうち繰り返し見る人の割合。")
    case .authenticShare: .init("真正フォロワー率(%)", "フォロワーのうち実在する人の割合。")
    case .uplink: .init("上り速度(Mbps)", "実測した上り回線速度。配信が届くかどうかに効きます。")
    case .age13: age("10代")
    case .age20: age("20代")
    case .age30: age("30代")
    case .age40: age("40代")
    case .age50: age("50代")
    case .age60: age("60代以上")
    }
  }

  private static func fee(_ format: String) -> ColumnWords {
    let header = (format == "ライブ配信" ? "ライブ" : format) + "料金(円)"
    return .init(header, "\(format)1件の料金。空欄は「\(format)をしない」という意味です。")
  }

  private static func views(_ header: String, _ format: String) -> ColumnWords {
    .init(header, "\(format)1件を見る人数の平均。空欄ならフォロワー数から見積もります。")
  }

  private static func age(_ band: String) -> ColumnWords {
    .init("\(band)比率(%)", "視聴者に占める\(band)の割合。年代を書くなら合計が100%になるようにします。")
  }
}
