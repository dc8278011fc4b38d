extension SyntheticTopic {
  static let sport = [
    SyntheticTopic(
      category: "フィットネス", tags: ["筋トレ", "フィットネス"],
      phrases: ["ベンチプレス百キロ", "減量期の食事公開", "ジム通い八年", "背中で語る", "たんぱく質は裏切らない"],
      english: ["gym workouts and bulking", "lifting for beginners"],
      goods: ["ホエイプロテイン", "可変式ダンベル"],
      pitch: ["鍛える人のためのトレーニング用品", "からだづくりを支えるサプリメント"],
      female: 0.26, age: 1.4, price: 5_800),
    SyntheticTopic(
      category: "フィットネス", tags: ["ヨガ", "ピラティス"],
      phrases: ["呼吸から整える朝", "股関節をひらく十分間", "インストラクターの資格あり", "ゆがみと姿勢の話", "寝る前のストレッチ"],
      english: ["morning yoga flow", "pilates for posture"],
      goods: ["厚手マット", "シームレスウェア"],
      pitch: ["自宅での運動を快適にするエクササイズ用品", "心と体をほぐす健康グッズ"],
      female: 0.87, age: 2.1, price: 5_200),
    SyntheticTopic(
      category: "スポーツ", tags: ["ランニング", "マラソン"],
      phrases: ["サブフォーをめざして朝から走る", "皇居を五周", "シューズの減りを記録", "月間二百キロ"],
      english: ["marathon training log"],
      goods: ["厚底シューズ", "給水ベスト"],
      pitch: ["走る人の足を守るスポーツ用品", "記録更新を支えるギア"],
      female: 0.4, age: 2.4, price: 11_800),
    SyntheticTopic(
      category: "アウトドア", tags: ["キャンプ", "アウトドア"],
      phrases: ["焚き火を見ながら語る", "ソロで山に泊まる", "テント十張りの沼", "外めしがいちばん", "車中泊の工夫"],
      english: ["solo camping and bonfire", "outdoor gear nerd"],
      goods: ["焚き火台", "二人用テント"],
      pitch: ["自然の中で過ごす道具", "軽くて丈夫な野営ギア"],
      female: 0.33, age: 2.3, price: 12_400),
    SyntheticTopic(
      category: "アウトドア", tags: ["釣り", "フィッシング"],
      phrases: ["夜明け前の堤防から", "ルアー自作", "渓流でヤマメを追う", "釣ってさばいて食べる"],
      english: ["bass fishing weekends"],
      goods: ["入門ロッドセット", "タックルボックス"],
      pitch: ["竿からリールまでそろう道具", "海でも川でも使える仕掛け"],
      female: 0.12, age: 2.9, price: 9_200),
  ]

  static let hobbies = [
    SyntheticTopic(
      category: "ホビー", tags: ["ゲーム", "ゲーム実況"],
      phrases: ["深夜までランク戦", "レトロな名作を遊びつくす", "エイム練習中", "実況歴七年", "攻略ノートを公開"],
      english: ["gaming streams every night", "speedrun and esports"],
      goods: ["ゲーミングヘッドセット", "無線コントローラー"],
      pitch: ["勝ちにこだわるプレイヤーの周辺機器", "長時間でも疲れにくいゲーム用品"],
      female: 0.24, age: 0.8, price: 9_600),
    SyntheticTopic(
      category: "ホビー", tags: ["アニメ", "漫画"],
      phrases: ["推しのために働く", "今期の覇権を語る", "聖地巡礼の地図", "二次元に住みたい", "原作勢です"],
      english: ["anime reviews and manga shelf", "figure collector"],
      goods: ["アクリルスタンド", "設定資料集"],
      pitch: ["ファン必携のキャラクターグッズ", "描き下ろしイラストの限定品"],
      female: 0.48, age: 0.7, price: 4_200),
    SyntheticTopic(
      category: "文具", tags: ["文房具", "手帳"],
      phrases: ["万年筆のインク沼", "バレットジャーナル部", "ふせんで人生が変わる", "書き味の比較", "デコとシールで一週間"],
      english: ["fountain pens and planner spreads"],
      goods: ["システム手帳", "ガラスペン"],
      pitch: ["書くことが楽しくなる筆記用具", "仕事にも勉強にも使える紙もの"],
      female: 0.76, age: 1.4, price: 2_900),
    SyntheticTopic(
      category: "旅行", tags: ["旅行", "温泉"],
      phrases: ["四十七都道府県を制覇", "湯めぐり手形", "ひとりで泊まる宿", "青春の切符で西へ", "機内持ちこみだけで海外"],
      english: ["solo travel around Japan", "hot spring inns"],
      goods: ["軽量スーツケース", "湯の花入浴剤"],
      pitch: ["出張でも観光でも頼れるトラベル用品", "おうちで名湯の気分を味わう"],
      female: 0.56, age: 2.6, price: 9_400),
    SyntheticTopic(
      category: "カメラ", tags: ["カメラ", "写真"],
      phrases: ["フィルムの粒子が好き", "単焦点で街を切りとる", "夜景の撮り方講座", "レタッチ全公開"],
      english: ["street photography", "film cameras and lenses"],
      goods: ["旅用三脚", "撮影ライト"],
      pitch: ["はじめての一台に合う撮影機材", "動画もきれいに残せる用品"],
      female: 0.36, age: 2.1, price: 11_200),
    SyntheticTopic(
      category: "書籍", tags: ["読書", "本"],
      phrases: ["積読の塔が崩れた", "ミステリーを月十冊", "書店員の棚づくり", "図書館に住みたい", "短歌も詠みます"],
      english: ["bookworm and library lover"],
      goods: ["文庫ミステリー選集", "読書灯"],
      pitch: ["夜更かしして読みたい小説", "物語の世界にひたる時間の道具"],
      female: 0.64, age: 2.5, price: 2_600),
  ]
}
