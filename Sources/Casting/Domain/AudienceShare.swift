/// How large a share of an audience is to be of certain people.
public struct AudienceShare: Sendable, Equatable {
  /// Cells as the user calls them: by name, or all of a gender (`female`), of an age (`20_29`) or of both.
  public var cells: [String]
  /// Of the audience, 0…1, both ends included; rounding apart.
  public var range: ClosedRange<Double>

  /// A condition on the share that some cells have together.
  ///
  /// - Parameter range: infinite where an end is open.
  public init(cells: [String], range: ClosedRange<Double>) {
    self.cells = cells
    self.range = range
  }

  /// Sums of shares that should be equal to a limit miss it by less.
  private static let slack = 1e-9

  /// Whether a share is within the range.
  package func admits(_ share: Double) -> Bool {
    share >= range.lowerBound - Self.slack && share <= range.upperBound + Self.slack
  }
}

extension AudienceShare: Encodable {
  private enum CodingKeys: String, CodingKey { case cells, min, max }

  /// As the brief has it; an end that is open is not there.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(cells, forKey: .cells)
    if range.lowerBound > -.infinity { try container.encode(range.lowerBound, forKey: .min) }
    if range.upperBound < .infinity { try container.encode(range.upperBound, forKey: .max) }
  }
}

extension Brief {
  /// All that rules ask of who is in the audiences of creators.
  package var audienceConditions: [AudienceShare] {
    [audienceTarget].compactMap { $0 } + bans.compactMap(\.audience)
      + quotas.compactMap(\.filter.audience)
  }

  /// Whether they ask anything.
  package var asksOfAudiences: Bool { !audienceConditions.isEmpty }
}

// MARK: Names of cells

extension AudienceCells {
  /// The cells that a name stands for, ascending; none where it tells none of these.
  package func cells(called name: String) -> [Int] {
    if let exact = names.firstIndex(of: name) { return [exact] }
    let wanted = Self.spelling(name)
    let own = names.indices.filter { Self.spelling(names[$0]) == wanted }
    guard own.isEmpty, let group = Self.groups[wanted] else { return own }
    return names.indices.filter {
      (group.gender == nil || genderOfCell[$0] == group.gender)
        && (group.age == nil || ageOfCell[$0] == group.age)
    }
  }

  /// The cells that several names stand for together, each once.
  package func cells(called names: [String]) -> [Int] {
    Set(names.flatMap { cells(called: $0) }).sorted()
  }

  /// Every name to choose from: the cells themselves, and the genders and ages that they tell.
  package var choices: [String] {
    let genders = Self.genders.indices.filter { genderOfCell.contains($0) }
    let ages = Self.ageBands.indices.filter { ageOfCell.contains($0) }
    let groups = genders.map { Self.genders[$0] } + ages.map { Self.ageBands[$0] }
    return names + groups.filter { !names.contains($0) }
  }

  /// Letters and digits in normal form: `Female 20–29` as `female2029`.
  private static func spelling(_ name: String) -> String {
    NormalizedText(name).string.filter { $0.isLetter || $0.isNumber || $0 == "+" }
  }

  /// Genders and ages by the ways in which they are written.
  private static let groups: [String: (gender: Int?, age: Int?)] = {
    let genders = [("female", 0), ("women", 0), ("女性", 0), ("male", 1), ("men", 1), ("男性", 1)]
    var ages: [(String, Int)] = []
    for (age, band) in ageBands.enumerated() {
      let plain = band == ageBands.last ? ["60plus", "60+", "60代以上"] : [spelling(band)]
      ages += (plain + plain.map { "age" + $0 } + ["\(age + 1)0代"]).map { ($0, age) }
    }
    var groups: [String: (gender: Int?, age: Int?)] = [:]
    for (word, gender) in genders { groups[word] = (gender, nil) }
    for (word, age) in ages { groups[word] = (nil, age) }
    for (word, gender) in genders {
      for (years, age) in ages {
        for text in [word + years, years + word, years + "の" + word] {
          groups[text] = (gender, age)
        }
      }
    }
    return groups
  }()
}
