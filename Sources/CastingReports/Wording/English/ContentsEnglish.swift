import Casting
import CastingFiles

/// What was found in files while an interview goes on, in English.
enum ContentsEnglish {
  private static let mostNames = 8

  static func lines(_ contents: RosterContents) -> [String] {
    var lines = [LabelEnglish.counted(contents.creators, "creator")]
    if !contents.platforms.isEmpty { lines.append("platforms: \(counts(contents.platforms))") }
    let tiers = contents.tiers.map { "\($0.tier.rawValue) \(Amount.whole(Double($0.creators)))" }
    lines.append("tiers: " + tiers.joined(separator: ", "))
    if !contents.tags.isEmpty { lines.append("tags: \(counts(contents.tags))") }
    lines.append(contents.fees.isEmpty ? "no fees are known" : fees(contents))
    return lines
  }

  private static func counts(_ counts: [RosterContents.Count]) -> String {
    let names = Shortened(
      counts.map { "\($0.name) \(Amount.whole(Double($0.creators)))" }, most: mostNames)
    return names.first.joined(separator: ", ") + (names.more > 0 ? " and \(names.more) more" : "")
  }

  private static func fees(_ contents: RosterContents) -> String {
    "one deal with each creator: "
      + contents.fees.map { fees in
        let share =
          fees.creators == contents.creators
          ? "" : "of \(Amount.whole(Double(fees.creators))) creators, "
        return
          "\(fees.format.map { "\($0.rawValue) " } ?? "")\(Amount.money(fees.total)) (\(share)median "
          + "\(Amount.money(fees.median)))"
      }.joined(separator: "; ")
  }

  static func line(_ contents: ProductContents) -> String {
    let names = Shortened(contents.categories, most: mostNames)
    let prices =
      contents.lowestPrice == contents.highestPrice
      ? "at \(Amount.money(contents.lowestPrice))"
      : "from \(Amount.money(contents.lowestPrice)) to \(Amount.money(contents.highestPrice))"
    return "\(LabelEnglish.counted(contents.products, "product")) \(prices)"
      + (names.first.isEmpty ? "" : ": " + names.first.joined(separator: ", "))
      + (names.more > 0 ? " and \(names.more) more" : "")
  }
}
