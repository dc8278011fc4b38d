import LinearAlgebra

/// Bios put together from the phrases of a creator's topics.
enum SyntheticBio {
  private static let habits = [
    "毎週金曜の夜に配信", "お仕事の依頼はDMまで", "フォローうれしいです", "本音でレビューします", "初見さん大歓迎",
    "平日は会社員", "週三でライブ", "コメントは全部読みます", "購入品の紹介もしています",
  ]

  private static let separators = ["。", "|", "\n", "・"]

  static func draw(
    _ first: SyntheticTopic, _ second: SyntheticTopic?, language: String,
    _ random: inout SeededGenerator
  ) -> String {
    if language == "en" { return english(first, second, &random) }
    var phrases = random.sample(2 + random.index(below: 2), of: first.phrases)
    if let second { phrases += random.sample(1, of: second.phrases) }
    phrases.append(random.pick(habits))
    if language == "ja-en" { phrases += random.sample(1, of: first.english) }
    return phrases.joined(separator: random.pick(separators))
  }

  private static func english(
    _ first: SyntheticTopic, _ second: SyntheticTopic?, _ random: inout SeededGenerator
  ) -> String {
    var phrases = random.sample(2, of: first.english)
    if let second { phrases += random.sample(1, of: second.english) }
    return phrases.joined(separator: ", ") + ". Live every weekend!"
  }
}
