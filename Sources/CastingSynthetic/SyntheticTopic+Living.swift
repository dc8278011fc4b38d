extension SyntheticTopic {
  static let food = [
    SyntheticTopic(
      category: "食品", tags: ["スイーツ", "お菓子"],
      phrases: ["甘いものは別腹", "週三でケーキを焼く", "パフェめぐり", "チョコの食べ比べ", "和菓子屋の孫"],
      english: ["baking cakes and cookies", "dessert cafe hopping"],
      goods: ["焼き菓子ギフト", "生チョコタルト"],
      pitch: ["手みやげにぴったりの洋菓子", "素材にこだわったスイーツの詰め合わせ"],
      female: 0.72, age: 1.8, price: 3_400),
    SyntheticTopic(
      category: "食品", tags: ["コーヒー", "カフェ"],
      phrases: ["自家焙煎の煙にまみれて", "朝の一杯をていねいに", "ラテアート修行中", "浅煎り派", "豆の産地をめぐる"],
      english: ["latte art and espresso at home", "single origin beans"],
      goods: ["ドリップバッグセット", "スペシャルティ豆"],
      pitch: ["香り高い珈琲の飲み比べ", "休憩時間を豊かにするコーヒー"],
      female: 0.5, age: 2.2, price: 3_200),
    SyntheticTopic(
      category: "食品", tags: ["日本酒", "お酒"],
      phrases: ["晩酌が一日のしめくくり", "酒蔵を歩く旅", "純米と燗の相性", "おつまみも手作り", "きき酒師の卵"],
      english: ["sake tasting notes"],
      goods: ["純米大吟醸飲みくらべ", "にごり酒"],
      pitch: ["蔵元から届くアルコール飲料", "食事に寄りそう地酒"],
      female: 0.38, age: 3.1, price: 5_400),
    SyntheticTopic(
      category: "食品", tags: ["料理", "レシピ"],
      phrases: ["冷蔵庫の残りもので十分ごはん", "作りおきの日曜", "電子レンジだけで一品", "節約おかず", "子どもが喜ぶ献立"],
      english: ["easy weeknight dinners", "home cooking on a budget"],
      goods: ["万能だしパック", "無水調理なべ"],
      pitch: ["忙しい日の食卓を助ける調理の味方", "台所しごとが楽になるキッチン用品"],
      female: 0.74, age: 2.6, price: 4_200),
    SyntheticTopic(
      category: "食品", tags: ["お弁当", "発酵食品"],
      phrases: ["ぬか床と暮らす", "麹の甘酒を仕込む", "曲げわっぱに詰める朝", "味噌は手前がいちばん"],
      english: ["miso and fermented foods"],
      goods: ["米麹の甘酒", "手作り味噌セット"],
      pitch: ["腸から整える健康食品", "蔵の菌が育てた調味料"],
      female: 0.77, age: 3.0, price: 3_800),
    SyntheticTopic(
      category: "食品", tags: ["ラーメン", "グルメ"],
      phrases: ["年間二百杯すする", "二郎系の呪文を解説", "背脂と煮干し", "行列店に朝から並ぶ", "替え玉は必須"],
      english: ["noodle shop hunter"],
      goods: ["名店監修の生麺", "濃厚スープセット"],
      pitch: ["お店の味を家庭で楽しむ麺類", "お取り寄せの人気食品"],
      female: 0.25, age: 1.9, price: 3_600),
  ]

  static let living = [
    SyntheticTopic(
      category: "ベビー・キッズ", tags: ["育児", "子育て"],
      phrases: ["三児のママ", "寝かしつけとの格闘", "離乳食の記録", "保育園の持ちもの", "パパも抱っこ紐デビュー"],
      english: ["mom of three toddlers", "baby food diary"],
      goods: ["抱っこひも", "知育ブロック"],
      pitch: ["赤ちゃんとのお出かけに役立つベビー用品", "成長に寄りそうキッズのおもちゃ"],
      female: 0.83, age: 2.0, price: 6_800),
    SyntheticTopic(
      category: "ペット", tags: ["犬", "ペット"],
      phrases: ["柴とのんびり散歩", "保護した子を迎えました", "トイプーの毎日", "しつけ教室の先生", "わんこ用ごはん"],
      english: ["shiba puppy life", "dog training at home"],
      goods: ["無添加ドッグフード", "お散歩ハーネス"],
      pitch: ["愛犬の健康を考えたペット用品", "食いつきの良いおやつ"],
      female: 0.62, age: 2.7, price: 4_600),
    SyntheticTopic(
      category: "ペット", tags: ["猫", "ペット"],
      phrases: ["にゃんこ五匹と同居", "爪とぎで壁がぼろぼろ", "毛玉対策", "肉球は世界を救う", "キジトラの下僕"],
      english: ["five rescued cats", "kitten diary"],
      goods: ["自動給水器", "キャットタワー"],
      pitch: ["愛猫がよろこぶ室内グッズ", "飼い主も助かるペット家電"],
      female: 0.66, age: 2.5, price: 7_900),
    SyntheticTopic(
      category: "インテリア", tags: ["収納", "インテリア"],
      phrases: ["六畳ひとりぐらし", "片付けのプロに弟子入り", "北欧の家具にあこがれて", "百均で整える棚", "ものを減らす生活"],
      english: ["small apartment makeover", "declutter and organize"],
      goods: ["折りたたみ収納ボックス", "木製シェルフ"],
      pitch: ["部屋をすっきり見せる整理用品", "暮らしになじむ家具"],
      female: 0.75, age: 2.2, price: 5_900),
    SyntheticTopic(
      category: "インテリア", tags: ["観葉植物", "園芸"],
      phrases: ["ベランダがジャングル", "多肉の寄せ植え", "水やりは指で確かめる", "種から育てる野菜"],
      english: ["house plants and succulents", "balcony gardening"],
      goods: ["卓上モンステラ", "育てるハーブキット"],
      pitch: ["緑のある空間をつくるグリーン", "初心者でも枯らしにくい鉢植え"],
      female: 0.58, age: 2.8, price: 4_400),
    SyntheticTopic(
      category: "家電", tags: ["家電", "ガジェット"],
      phrases: ["新製品を徹底検証", "イヤホン沼の住人", "在宅ワークの机まわり", "スマートホーム化計画", "充電器だけで三十個"],
      english: ["tech reviews and desk setup", "wireless earbuds tested"],
      goods: ["ノイズ低減イヤホン", "ロボット掃除機"],
      pitch: ["毎日を便利にするデジタル機器", "時短がかなう電化製品"],
      female: 0.27, age: 2.0, price: 15_800),
  ]
}
