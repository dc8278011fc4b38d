import LinearAlgebra

/// Invented names: syllables put together, no person's.
enum SyntheticNames {
  static let platforms = [
    ("instagram", 0.34), ("tiktok", 0.24), ("youtube", 0.2), ("x", 0.1), ("live_app", 0.12),
  ]

  static let regions = [
    ("東京都", 0.3), ("大阪府", 0.14), ("神奈川県", 0.1), ("愛知県", 0.09), ("福岡県", 0.08),
    ("北海道", 0.07), ("京都府", 0.06), ("宮城県", 0.05), ("広島県", 0.05), ("沖縄県", 0.03),
    ("", 0.03),
  ]

  static let agencies = ["合成あおぞら企画", "合成みずいろ舎", "合成ほしかげ社", "合成こもれび組", "合成なみのね堂"]

  private static let syllables = [
    ("み", "mi"), ("な", "na"), ("る", "ru"), ("か", "ka"), ("ぽ", "po"), ("の", "no"), ("ゆ", "yu"),
    ("ら", "ra"), ("ち", "chi"), ("も", "mo"), ("ね", "ne"), ("き", "ki"), ("そ", "so"), ("ふ", "fu"),
    ("り", "ri"), ("た", "ta"), ("こ", "ko"), ("や", "ya"), ("せ", "se"), ("む", "mu"),
  ]

  private static let endings = [
    ("", 0.4), ("ちゃん", 0.12), ("の部屋", 0.1), ("チャンネル", 0.12), ("さん", 0.08), ("@配信中", 0.06),
    (" / 毎日更新", 0.06), ("✨", 0.06),
  ]

  /// A name of three or four syllables as it is shown, and its letters for a handle.
  static func draw(_ random: inout SeededGenerator) -> (shown: String, romanized: String) {
    let parts = (0..<3 + random.index(below: 2)).map { _ in random.pick(syllables) }
    let shown = parts.map(\.0).joined() + random.pick(weighted: endings)
    return (shown, parts.map(\.1).joined())
  }
}
