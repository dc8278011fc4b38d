import Casting
import CastingFiles

/// What was found in files while an interview goes on, in Japanese.
enum ContentsJapanese {
  private static let mostNames = 8

  static func lines(_ contents: RosterContents) -> [String] {
    var lines = ["出演者\(people(contents.creators))"]
    if !contents.platforms.isEmpty { lines.append("媒体：\(counts(contents.platforms))") }
    let tiers = contents.tiers.map { "\(LabelJapanese.name($0.tier))\(people($0.creators))" }
    lines.append("規模：" + tiers.joined(separator: "、"))
    if !contents.tags.isEmpty { lines.append("タグ：\(counts(contents.tags))") }
    lines.append(contents.fees.isEmpty ? "料金は分かりません" : fees(contents))
    return lines
  }

  private static func people(_ count: Int) -> String { Amount.whole(Double(count)) + "人" }

  private static func counts(_ counts: [RosterContents.Count]) -> String {
    let names = Shortened(counts.map { "\($0.name) \(people($0.creators))" }, most: mostNames)
    return names.first.joined(separator: "、")
      + (names.more > 0 ? "、ほかに\(names.more)種類" : "")
  }

  private static func fees(_ contents: RosterContents) -> String {
    "全員を1回ずつ起用する料金："
      + contents.fees.map { fees in
        let share = fees.creators == contents.creators ? "" : "\(people(fees.creators))、"
        return "\(fees.format.map { LabelJapanese.name($0) } ?? "")\(Amount.money(fees.total))"
          + "（\(share)中央値\(Amount.money(fees.median))）"
      }.joined(separator: "、")
  }

  static func line(_ contents: ProductContents) -> String {
    let names = Shortened(contents.categories, most: mostNames)
    let prices =
      contents.lowestPrice == contents.highestPrice
      ? Amount.money(contents.lowestPrice)
      : "\(Amount.money(contents.lowestPrice))から\(Amount.money(contents.highestPrice))まで"
    return "商品\(Amount.whole(Double(contents.products)))点、価格は\(prices)"
      + (names.first.isEmpty ? "" : "：" + names.first.joined(separator: "、"))
      + (names.more > 0 ? "、ほかに\(names.more)種類" : "")
  }
}
