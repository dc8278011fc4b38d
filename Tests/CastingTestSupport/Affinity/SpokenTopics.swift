import Casting

/// A small bilingual roster written by hand: per topic four Japanese and two English bios, and one
/// product in each language. No tags; bios and products of a topic seldom share a word.
package struct SpokenTopics {
  package struct Topic: Sendable {
    package let japaneseBios: [String]
    package let englishBios: [String]
    /// Name and description.
    package let japaneseProduct: (String, String)
    package let englishProduct: (String, String)
  }

  package var roster = Roster()
  package var creatorTopics: [Int] = []
  package var isJapanese: [Bool] = []
  package var japaneseProducts: [Product] = []
  package var englishProducts: [Product] = []

  package init(_ topics: [Topic] = SpokenTopics.all) {
    for (index, topic) in topics.enumerated() {
      for bio in topic.japaneseBios { addCreator(bio, topic: index, japanese: true) }
      for bio in topic.englishBios { addCreator(bio, topic: index, japanese: false) }
      japaneseProducts.append(Self.product("J\(index)", topic.japaneseProduct))
      englishProducts.append(Self.product("E\(index)", topic.englishProduct))
    }
  }

  private mutating func addCreator(_ bio: String, topic: Int, japanese: Bool) {
    roster.creatorIDs.append("C\(roster.count)")
    roster.niches.append("")
    roster.bios.append(bio)
    creatorTopics.append(topic)
    isJapanese.append(japanese)
  }

  private static func product(_ id: String, _ text: (String, String)) -> Product {
    var product = Product(id: id, price: 1000)
    (product.name, product.description) = text
    return product
  }

  package static let all: [Topic] = [
    Topic(
      japaneseBios: [
        "毛穴と乾燥肌に悩む会社員が使ってよかったものを紹介", "プチプラコスメを毎週レビューしています",
        "元美容部員。敏感肌でも使える美容液を探す日々", "朝晩の洗顔と保湿だけで肌は変わる",
      ],
      englishBios: ["Skincare nerd testing serums and sunscreen", "Honest moisturizer reviews"],
      japaneseProduct: ("薬用化粧水 しっとり", "うるおいを守る、毎日のスキンケアに"),
      englishProduct: ("Hydrating toner", "Gentle skin care for every day")),
    Topic(
      japaneseBios: [
        "週末はルアー片手に各地の漁港へ", "渓流釣りと自然の動画を配信中", "釣果は日記のように残しています",
        "船釣り初心者のアングラー夫婦",
      ],
      englishBios: ["Bass fishing every weekend", "Lure collector and angler from Chiba"],
      japaneseProduct: ("カーボン釣り竿 二本継ぎ", "軽くて折れにくいロングモデル"),
      englishProduct: ("Fly fishing reel", "Smooth drag for fishing in rivers")),
    Topic(
      japaneseBios: [
        "愛犬との毎日を投稿", "柴犬とお出かけする休日", "トイプードルのトリミング記録", "ドッグランで友達づくり",
      ],
      englishBios: ["Life with my corgi puppy", "Dog mom of two retrievers"],
      japaneseProduct: ("国産ドッグフード 小粒", "シニアの犬にも食べやすい"),
      englishProduct: ("Dental dog treats", "Crunchy snacks for a happy puppy")),
    Topic(
      japaneseBios: [
        "焚き火を眺めるだけの動画", "ソロキャンプの道具をゆるく紹介", "車中泊で日本一周中", "テントの中で過ごす雨の日が好き",
      ],
      englishBios: ["Camping gear and campfire stories", "Tent life with three kids outside"],
      japaneseProduct: ("二人用ワンポールテント", "設営五分、秋のキャンプにも"),
      englishProduct: ("Warm sleeping bag", "Made for glamping and winter camping")),
    Topic(
      japaneseBios: [
        "自家焙煎の豆を飲み比べ", "喫茶店をめぐる休日", "ラテアート練習中のバリスタ", "朝の一杯の珈琲がないと始まらない",
      ],
      englishBios: [
        "Hunting for the best espresso in Tokyo", "Barista by day, latte art by night",
      ],
      japaneseProduct: ("深煎りコーヒー豆 200g", "ほろ苦い香り、ドリップに"),
      englishProduct: ("Drip coffee bags", "Single origin coffee from a small roastery")),
    Topic(
      japaneseBios: [
        "宅トレで十キロ減量しました", "ジム通い三年目の会社員", "腹筋を割りたい人のための動画", "パーソナルトレーナーが教える体づくり",
      ],
      englishBios: ["Home workout videos every morning", "Gym lover sharing muscle tips"],
      japaneseProduct: ("可変式ダンベル 筋トレ用", "自宅でのトレーニングに"),
      englishProduct: ("Adjustable dumbbell set", "For workout and fitness at home")),
    Topic(
      japaneseBios: [
        "離乳食の記録とつぶやき", "二歳児ママの毎日", "子連れで行ける場所を紹介", "保育士が知育遊びを配信",
      ],
      englishBios: ["Toddler activities by a tired mom", "Pregnancy and newborn diary"],
      japaneseProduct: ("ベビー用おくるみ", "育児をやさしく助ける一枚"),
      englishProduct: ("Organic cotton baby wrap", "Soft for a newborn, easy for parenting")),
    Topic(
      japaneseBios: [
        "レトロゲームの実況をしています", "ゲーマー夫婦の配信", "スマホゲームの攻略を毎晩", "eスポーツ選手を目指す大学生",
      ],
      englishBios: ["Gaming streams and speedrun attempts", "Esports fan and casual gamer"],
      japaneseProduct: ("ゲーミングマウス 軽量", "長時間のゲーム配信に"),
      englishProduct: ("Wireless gaming headset", "Clear voice chat for video games")),
    Topic(
      japaneseBios: [
        "晩酌のおつまみを紹介", "地酒を求めて酒蔵めぐり", "利き酒師の資格を取りました", "クラフトビール好きの会",
      ],
      englishBios: ["Craft beer and wine notes", "Sake sommelier in training"],
      japaneseProduct: ("純米吟醸 日本酒 720ml", "冷やでおいしい新酒"),
      englishProduct: ("Sparkling sake", "A light sake for a cocktail night")),
    Topic(
      japaneseBios: [
        "観葉植物に囲まれた部屋", "ベランダ菜園で野菜づくり", "多肉植物の寄せ植え", "庭づくりを一から学ぶ",
      ],
      englishBios: ["Houseplants and succulents in a tiny flat", "My vegetable garden diary"],
      japaneseProduct: ("素焼き鉢 園芸用", "ガーデニングをはじめる人に"),
      englishProduct: ("Gardening tool kit", "For plants on a small balcony")),
  ]
}
