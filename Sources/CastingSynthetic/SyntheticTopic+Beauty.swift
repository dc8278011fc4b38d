extension SyntheticTopic {
  static let beauty = [
    SyntheticTopic(
      category: "美容", tags: ["スキンケア", "美容"],
      phrases: ["肌荒れと向き合う毎日", "保湿オタク", "毛穴の悩みを本音で", "朝晩の洗顔ルーティン", "うるおい肌をめざす"],
      english: ["skincare routines for dry skin", "honest reviews of serums and sunscreen"],
      goods: ["高保湿化粧水", "美容液クリームセット"],
      pitch: ["乾燥が気になる季節の肌を整える基礎化粧品", "敏感肌にもやさしい処方のコスメ"],
      female: 0.86, age: 1.4, price: 4_800),
    SyntheticTopic(
      category: "美容", tags: ["メイク", "コスメ"],
      phrases: ["アイシャドウ収集家", "イエベ春の垢抜け術", "リップは百本持ってます", "一重でも盛れる目元", "新作デパコス速報"],
      english: ["makeup tutorials and lipstick swatches", "eyeshadow palette collector"],
      goods: ["リップティントセット", "アイシャドウパレット"],
      pitch: ["ひと塗りで華やぐ化粧品", "長時間落ちにくいメイクアップコスメ"],
      female: 0.91, age: 1.1, price: 3_600),
    SyntheticTopic(
      category: "美容", tags: ["ヘアケア", "美容室"],
      phrases: ["元美容師がつや髪のコツを紹介", "くせ毛とのたたかい", "ドライヤー選び", "サロン帰りのさらさらを自宅で", "前髪アレンジ"],
      english: ["hair stylist sharing shampoo tips", "curly hair care"],
      goods: ["補修シャンプー", "洗い流さないトリートメント"],
      pitch: ["傷んだ毛先まで整えるヘアトリートメント", "広がりやすい髪をまとめるヘアオイル"],
      female: 0.8, age: 1.7, price: 3_900),
    SyntheticTopic(
      category: "美容", tags: ["ネイル", "指先"],
      phrases: ["セルフジェル歴五年", "爪の形を整えるのが趣味", "季節のデザインを毎月公開", "マグネットとちゅるん推し"],
      english: ["gel manicure designs at home", "nail art every week"],
      goods: ["ジェルネイルキット", "ネイルオイル"],
      pitch: ["自宅で簡単に楽しめるネイルキット", "手元を美しく見せるマニキュア"],
      female: 0.95, age: 1.2, price: 3_200),
    SyntheticTopic(
      category: "美容", tags: ["香水", "フレグランス"],
      phrases: ["香りで季節を感じる", "調香を勉強中", "金木犀がいちばん好き", "ボディミストの比較", "お香のある部屋"],
      english: ["perfume collector", "scents for every season"],
      goods: ["オードパルファム", "練り香水"],
      pitch: ["一日中ほのかに続くフレグランス", "贈り物に選ばれる香水"],
      female: 0.68, age: 1.5, price: 7_800),
  ]

  static let fashion = [
    SyntheticTopic(
      category: "ファッション", tags: ["古着", "ファッション"],
      phrases: ["下北で一点ものを探す", "九十年代のスウェット", "リメイクした服で暮らす", "ヴィンテージデニム愛", "低身長コーデ"],
      english: ["thrift hauls and vintage denim", "outfit of the day"],
      goods: ["ヴィンテージ風デニムジャケット", "リメイクシャツ"],
      pitch: ["着回しやすいアパレルの新作", "古着のような風合いの洋服"],
      female: 0.55, age: 1.0, price: 8_900),
    SyntheticTopic(
      category: "ファッション", tags: ["着物", "和装"],
      phrases: ["帯結びを毎日練習", "浴衣で出かける週末", "祖母の小紋を直して着る", "足袋と草履の話"],
      english: ["kimono styling for beginners"],
      goods: ["洗える袷の着物", "半幅帯"],
      pitch: ["はじめてでも着られる和服", "家で洗える和装の一式"],
      female: 0.83, age: 3.2, price: 19_800),
    SyntheticTopic(
      category: "ファッション", tags: ["スニーカー", "靴"],
      phrases: ["抽選に並ぶのが生きがい", "限定モデルの開封", "ソールの掃除が好き", "足元から決める着こなし"],
      english: ["sneakerhead unboxing limited pairs"],
      goods: ["軽量スニーカー", "防水ハイカット"],
      pitch: ["一日歩いても疲れにくい靴", "街でも映えるシューズ"],
      female: 0.32, age: 1.0, price: 12_800),
    SyntheticTopic(
      category: "ファッション", tags: ["アクセサリー", "ジュエリー"],
      phrases: ["天然石を仕立てています", "ピアス穴は七つ", "ご褒美の指輪", "重ねづけの配色"],
      english: ["handmade earrings and rings"],
      goods: ["淡水パールネックレス", "シルバーリング"],
      pitch: ["普段使いできる上品なジュエリー", "金属の肌負担が少ない装身具"],
      female: 0.84, age: 1.9, price: 9_800),
  ]
}
