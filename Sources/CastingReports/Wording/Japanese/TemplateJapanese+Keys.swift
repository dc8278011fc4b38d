/// What the values of a brief mean, in Japanese.
extension TemplateJapanese {
  /// By the path of a key.
  static let keys: [String: String] = {
    var keys = goal.merging(money) { $1 }.merging(rules) { $1 }.merging(response) { $1 }.merging(
      spreads
    ) { $1 }
    for (name, age) in ages {
      keys["audience.age_" + name] = "視聴者に占める\(age)の割合。書かない年代は残りを等分します。"
      keys["age_weight.age_" + name] = "\(age)の買いやすさの倍率。1は標準です。"
    }
    return keys
  }()

  private static let ages = [
    ("13_19", "10代"), ("20_29", "20代"), ("30_39", "30代"), ("40_49", "40代"),
    ("50_59", "50代"), ("60_plus", "60代以上"),
  ]

  private static let goal = [
    "campaign": "案件の名前。表示に使います。",
    "objective": "何を最大にするか。gmvは売上、profitは利益、ltvは生涯利益、ordersは注文数、reachは到達人数。",
    "budget": "使える費用の上限（円）。料金、成果報酬の見込み、商品提供費、初期費用を含みます。",
    "target.value": "この値に届く最小の費用を求めます。目的の単位で書きます。",
    "minimum_marginal_return": "1円増やして得る値がこれを下回るところで費用を止めます。",
    "window.from": "期間の初日。",
    "window.to": "期間の最終日。",
    "packages":
      "1つの料金でまとめて頼む形式。例：{launch: {live: 1, story: 2}}。料金は「fee_launch」の列に書きます。",
    "formats": "使う施策。ライブ・動画・投稿・ストーリーを「;」で区切ります。空欄なら料金の列がある施策すべて。",
    "columns": "見出しを変えた表を読むときの対応。例：{name: 芸名, fee: \"#5\"}",
  ]

  private static let money = [
    "fee_policy": "料金に幅があるとき計算に使う額。high（空欄）は上限、middleは中央、lowは下限。",
    "ask_policy": "料金が要相談のとき。estimate（空欄）は推定して計算、excludeは起用しません。",
    "extras": "1件ごとの実費（円）。サンプル・スタジオ・交通費など。名簿にない場合に使います。",
    "usage.months": "二次利用の期間（月）。書くと二次利用料を費用に含めます。",
    "usage.rate": "二次利用料が名簿にない場合の、料金に対する割合。空欄は30%です。",
    "tax.rate": "消費税率。空欄なら税は考えません。",
    "tax.fees": "料金に税を含むか。excluded（空欄）は税抜、includedは税込。",
    "tax.budget": "予算に税を含むか。excluded（空欄）は税抜、includedは税込。",
    "tax.prices": "商品価格に税を含むか。included（空欄）は税込、excludedは税抜。",
    "agency.rate": "代理店が費用に上乗せする割合。予算は広告主の予算として扱います。",
    "agency.per_deal": "代理店が起用1件ごとに加える額（円）。",
    "agency.fixed": "代理店が案件ごとに加える額（円）。",
    "exchange_rates": "ほかの通貨の1単位が何円か。例：{USD: 150}。その通貨の列を円に換算して読みます。",
  ]

  private static let rules = [
    "lock": "必ず起用する出演者のID。「;」で区切ります。商品も決めるなら {creator: C1, product: P1}。",
    "ban": "起用しない出演者のID。「;」で区切ります。事務所などは {agency: 事務所名}。",
    "competitors.brands": "競合ブランド。出演者の「recent」にあれば起用しません。「;」で区切ります。",
    "competitors.within_days": "期間の初日の何日前までの競合案件を避けるか。",
    "apart": "同時に起用しない組。例：[[C1, C2], [C3, C4, C5]]",
    "together": "全員起用するか、誰も起用しない組。例：[[C1, C2]]",
    "spend_per_creator.max": "出演者1人にかける費用の上限（円）。下の割合とはどちらか一方を書きます。",
    "spend_per_creator.max_share_of_budget": "出演者1人にかける費用の、予算に対する割合の上限。",
    "exclusive_categories": "「はい」なら、1人が紹介する商品は同じカテゴリで1つまでにします。",
    "agency_creators.max": "1つの事務所から起用する人数の上限。",
    "keep.plan": "前回の計画（plan.jsonかそのフォルダ）。入れ替えを次の件数までに抑えます。",
    "keep.max_changes": "前回の計画から変えてよい件数。",
    "order_capacity": "対応できる注文数の上限。",
    "required_uplink_mbps": "配信に必要な上り速度（Mbps）。空欄は10です。",
  ]

  private static let response = [
    "conversion": "届いた人のうち購入する割合。商品シートにない場合に使います。空欄は2%です。",
    "saturation": "視聴者の重なりの扱い。random-duplication（既定）、logarithmic、none。",
    "affinity_concentration": "ジャンルの相性の効き方。0で無視、空欄は3です。",
    "certification_bonus.gold": "認定goldの出演者の信頼の上乗せ。",
    "certification_bonus.silver": "認定silverの出演者の信頼の上乗せ。",
    "certification_bonus.bronze": "認定bronzeの出演者の信頼の上乗せ。ほかのレベルは行を足して書きます。",
    "announcements.lift": "告知で増える視聴者の最大の割合。",
    "announcements.stages": "告知の段階。例：[{name: 予告, days_before: 7, strength: 0.3}]",
    "niches": "独自のジャンル。例：[{name: モルック, parent: sports, words: [モルック]}]",
    "audience_target.cells":
      "この視聴者がいる出演者だけを起用します。例：female_20_29、female、20_29。「;」で区切ります。",
    "audience_target.min_share": "視聴者に占めるその人々の割合の下限。",
    "audience.female_share": "視聴者層が分からない出演者と市場の女性比率。",
  ]

  private static let spreads = [
    "risk_aversion": "ばらつきを避ける強さ。0で考えません。",
    "uncertainty.creator":
      "出演者ごとのばらつき（対数の標準偏差）。層ごとに変えるなら {nano: 0.8, micro: 0.6}。",
    "uncertainty.estimated_views": "視聴者数が見積もりのときに加わるばらつき。",
    "uncertainty.unknown_affinity": "相性が分からないときに加わるばらつき。",
    "uncertainty.unknown_relationship": "反応率が分からないときに加わるばらつき。",
    "uncertainty.product": "商品ごとのばらつき。",
    "uncertainty.default_conversion": "購入率が既定値のときに加わるばらつき。",
    "uncertainty.campaign": "案件全体のばらつき。",
  ]
}
