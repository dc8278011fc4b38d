import Casting
import CastingReview

/// What looks wrong with inputs that are valid, in Japanese; details of rows are in
/// `ReviewJapanese+Rows`.
enum ReviewJapanese {
  static func headline(_ kind: ReviewKind) -> String {
    switch kind {
    case .engagementUnit: "反応率の単位が違うようです"
    case .feeUnit: "料金の単位が違うようです"
    case .samePerson: "同じ人が2つのIDで登録されています"
    case .noFollowers: "フォロワーがいません"
    case .lowEngagement: "規模のわりに反応率が低すぎます（フォロワーの購入かもしれません）"
    case .highEngagement: "規模のわりに反応率が高すぎます（購入や相互反応かもしれません）"
    case .lowAuthenticity: "フォロワーの多くが実在の人ではありません"
    case .fewViewers: "フォロワーのわりに視聴者が少なすぎます"
    case .noViewers: "視聴者がいません"
    case .viewersAboveFollowers: "視聴者がフォロワーを大きく上回っています"
    case .highFee: "料金が相場より高すぎます"
    case .lowFee: "料金が相場より安すぎます"
    case .noPay: "報酬がありません"
    case .highCommission: "成果報酬が売上の半分以上です"
    case .outsideWindow: "期間中に稼働できません"
    case .noSlots: "枠がありません"
    case .otherTier: "書かれた規模がフォロワー数に合いません"
    case .scaledAges: "年代の割合の合計が1でないため、1になるように調整しました"
    case .noStock: "在庫がありません"
    case .noMargin: "粗利がありません"
    case .highConversion: "購入率が高すぎます"
    case .sameProduct: "同じ商品が2つのIDで登録されています"
    }
  }

  static func rule(_ finding: ReviewFinding) -> String {
    switch finding.kind {
    case .engagementUnit: unit(finding, ReviewSubject.percent)
    case .feeUnit: unit(finding, feePerFollower)
    case .samePerson:
      "URLが同じ、アカウント名が同じ、または同じ媒体で名前が同じ（大文字小文字、全角半角、記号、空白の違いは見ません）"
    case .noFollowers: "followersが0"
    case .lowEngagement: "\(peers)の\(whole(ReviewLimits.engagementFactor))分の1を下回る"
    case .highEngagement:
      "\(peers)の\(whole(ReviewLimits.engagementFactor))倍か、"
        + "\(ReviewSubject.percent(ReviewLimits.engagementCeiling))を上回る"
    case .lowAuthenticity:
      "authentic_shareが\(ReviewSubject.percent(ReviewLimits.authenticShare))未満"
    case .fewViewers:
      "フォロワー1人あたりの視聴者が、\(peers)の\(whole(ReviewLimits.viewerFactor))分の1を下回る"
    case .noViewers: "1回の起用の視聴者が0"
    case .viewersAboveFollowers:
      "1回の起用の視聴者が、フォロワーの\(whole(ReviewLimits.viewersPerFollower))倍を上回る"
    case .highFee, .lowFee:
      "フォロワー1人あたりの料金が、\(peers)から\(whole(ReviewLimits.feeFactor))倍を超え、かつ頑健な標準偏差"
        + "（対数の中央絶対偏差の1.4826倍）の\(ReviewLimits.outlierScore)倍を超えて離れている。"
        + "または公表された料金から\(whole(ReviewLimits.publishedFeeFactor))倍を超えて離れている"
    case .noPay: "社外の出演者で、料金が0、成果報酬も最低保証もない"
    case .highCommission: "commissionが\(ReviewSubject.percent(ReviewLimits.commission))以上"
    case .outsideWindow: "稼働できる日が期間の中に1日もない"
    case .noSlots: "slotsが0"
    case .otherTier: "tierがフォロワー数から決まる層と異なる"
    case .scaledAges: "6つの合計は1（誤差\(ReviewLimits.ageSum)まで）"
    case .noStock: "stockが0"
    case .noMargin: "marginが0"
    case .highConversion:
      "conversionが\(ReviewSubject.percent(ReviewLimits.conversion))を上回る（実店では1〜3 %）"
    case .sameProduct: "名前が同じ（大文字小文字、全角半角、記号、空白の違いは見ません）"
    }
  }

  static func advice(_ kind: ReviewKind) -> String {
    switch kind {
    case .engagementUnit: "割合（0.032）かパーセント（3.2%）かを確かめてください。"
    case .feeUnit:
      Amount.currency == .yen
        ? "千円や万円ではなく、円で書かれているか確かめてください。"
        : "千や万の単位ではなく、\(LabelJapanese.money)で書かれているか確かめてください。"
    case .samePerson:
      "片方を削除するか、案件ファイルに「apart: [[C1, C2]]」と書いて一緒に起用しないようにしてください。"
    case .noFollowers: "直してください。フォロワー数から推定する値はすべて0になります。"
    case .lowEngagement: "アカウントの統計を求めるか、authentic_shareを書いてください。"
    case .highEngagement:
      "率とコメントの相手を確かめてください。計画では書かれたとおりに使います。"
    case .lowAuthenticity:
      "計画に入れるかどうかを決めてください。リーチに数えるのは実在の人だけです。"
    case .fewViewers:
      "両方の数を確かめてください。この出演者の価値は視聴者の数で決まります。"
    case .noViewers:
      "分からないときは空欄にしてください。0のままでは、この出演者の価値は0です。"
    case .viewersAboveFollowers: "平均ではなく合計の再生数でないか、桁の誤りでないかを確かめてください。"
    case .highFee: "桁の誤りや別の通貨でないかを確かめてください。"
    case .lowFee: "桁の誤りや千\(LabelJapanese.money)単位の料金でないかを確かめてください。"
    case .noPay: "料金が分からないときは空欄にしてください。0のままでは、この出演者の費用は0です。"
    case .highCommission: "1 %のつもりの1でないかを確かめてください。残りの売上から原価を払います。"
    case .outsideWindow: "このままでは起用できません。稼働日か期間を直してください。"
    case .noSlots: "このままでは起用できません。直すか、1枠でよければ空欄にしてください。"
    case .otherTier: "規模についての条件には、書かれたほうを使います。直すか、空欄にしてください。"
    case .scaledAges: "四捨五入によるものならそのままで、そうでなければ直してください。"
    case .noStock: "在庫に限りがないときは空欄にしてください。0のままでは1つも売れません。"
    case .noMargin: "直してください。利益を目的にすると、この商品の価値は0になります。"
    case .highConversion: "クリックや訪問ではなく、届いた人1人あたりの注文数です。"
    case .sameProduct: "片方を削除してください。視聴者は商品ごとに数えます。"
    }
  }

  private static func unit(_ finding: ReviewFinding, _ text: (Double) -> String) -> String {
    "中央値は\(text(finding.median ?? .nan))、このような出演者について公表された値は"
      + "\(text(finding.published ?? .nan))ほどで、\(whole(ReviewLimits.unitFactor))倍を超える違いは"
      + "偶然ではない"
  }

  private static let peers = "媒体と規模が同じ出演者の中央値"

  static let peerMedians =
    "中央値は、名簿の中で媒体と規模が同じ出演者のものです。値の分かる出演者が\(ReviewLimits.peers)人"
    + "に満たないときは規模だけが同じ出演者のもの、それも足りないときは公表された値を使います。"

  static func whole(_ number: Double) -> String { Amount.whole(number) }

  static func feePerFollower(_ number: Double) -> String {
    "フォロワー1人あたり" + ReviewSubject.money(perFollower: number)
  }
}
