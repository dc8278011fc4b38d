import LinearAlgebra

/// Invented creators of any number: row i is a function of the seed and i alone.
///
/// The shapes are those of real rosters (heavy-tailed views, fees that grow with followers,
/// engagement that falls with size, gaps in every column); no row is of a real person.
package struct SyntheticRoster: Sendable {
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// The creator of a row, counted from 0.
  package func creator(_ row: Int) -> SyntheticCreator {
    var random = SeededGenerator(seed: seed, stream: UInt64(row) + 1)
    var creator = SyntheticCreator()
    creator.id = Self.identifier(row)
    Self.drawIdentity(&creator, row: row, &random)
    Self.drawSize(&creator, &random)
    Self.drawText(&creator, &random)
    Self.drawQuality(&creator, &random)
    Self.drawTerms(&creator, &random)
    Self.drawAudience(&creator, &random)
    return creator
  }

  /// `C0001` for row 0; more digits where needed.
  package static func identifier(_ row: Int) -> String {
    let digits = String(row + 1)
    return "C" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func drawIdentity(
    _ creator: inout SyntheticCreator, row: Int, _ random: inout SeededGenerator
  ) {
    let name = SyntheticNames.draw(&random)
    creator.name = name.shown
    creator.handle = "@synthetic_\(name.romanized)_\(row + 1)"
    creator.platform = random.pick(weighted: SyntheticNames.platforms)
    creator.region = random.pick(weighted: SyntheticNames.regions)
    creator.language = random.pick(weighted: [("ja", 0.9), ("ja-en", 0.07), ("en", 0.03)])
    creator.agency = random.chance(0.35) ? "" : random.pick(SyntheticNames.agencies)
    creator.employment = random.pick(
      weighted: [(.external, 0.84), (.inHouse, 0.08), (.trainee, 0.08)])
    creator.certification = random.pick(
      weighted: [("", 0.55), ("bronze", 0.22), ("silver", 0.15), ("gold", 0.08)])
  }

  /// The topics of a creator, her tags and bio: the bio prefers other words than the tags.
  private static func drawText(_ creator: inout SyntheticCreator, _ random: inout SeededGenerator) {
    let topics = SyntheticTopic.all
    creator.topic = random.index(below: topics.count)
    let first = topics[creator.topic]
    let second = random.chance(0.4) ? random.pick(topics) : nil
    creator.niche = random.chance(0.1) ? "" : tags(first, second, &random)
    creator.bio =
      random.chance(0.06)
      ? "" : SyntheticBio.draw(first, second, language: creator.language, &random)
  }

  private static func tags(
    _ first: SyntheticTopic, _ second: SyntheticTopic?, _ random: inout SeededGenerator
  ) -> String {
    var tags = random.sample(1 + random.index(below: 2), of: first.tags)
    if let second, let tag = second.tags.first, !tags.contains(tag) { tags.append(tag) }
    return tags.joined(separator: ";")
  }
}
