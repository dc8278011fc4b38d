/// The groups of people an audience is divided into; by default age band × gender, 12 cells.
public struct AudienceCells: Sendable, Equatable {
  /// Cell names in their fixed order: `female_13_19` … `female_60_plus`, `male_13_19` ….
  public let names: [String]
  /// Position in `ageBands` of the age that a cell's name tells; S, nil where it tells none.
  public let ageOfCell: [Int?]
  /// Position in `genders`, likewise; S.
  public let genderOfCell: [Int?]

  /// Cells of the user's own, in this order.
  ///
  /// - Parameter names: S; age and gender are read off them where they tell any.
  public init(names: [String]) {
    self.names = names
    ageOfCell = names.map(Self.age(in:))
    genderOfCell = names.map(Self.gender(in:))
  }

  /// S: how many cells there are.
  public var count: Int { names.count }

  /// Age bands as files name them, without the `age_` prefix.
  public static let ageBands = ["13_19", "20_29", "30_39", "40_49", "50_59", "60_plus"]
  /// Genders as files name them, in the order of the cells.
  public static let genders = ["female", "male"]

  /// Cell `gender * 6 + age`.
  public static let ageByGender = AudienceCells(
    names: genders.flatMap { gender in ageBands.map { "\(gender)_\($0)" } })

  /// Whether every cell is an age band of one gender, no two the same: a mix of ages and genders
  /// can be told in these cells.
  package var areAgesByGender: Bool {
    let pairs = zip(ageOfCell, genderOfCell).compactMap { age, gender in
      age.flatMap { age in gender.map { $0 * Self.ageBands.count + age } }
    }
    return pairs.count == count && Set(pairs).count == count
  }
}

// MARK: What a name tells

extension AudienceCells {
  private static let japaneseAges = ["10代", "20代", "30代", "40代", "50代", "60代"]
  private static let japaneseGenders = ["女性", "男性"]

  /// `20_29`, `age 20-29`, `tokyo/female/20–29` and `20代女性` tell the second band; `120_29` none.
  private static func age(in written: String) -> Int? {
    let name = NormalizedText(written).string
    let words = words(of: name)
    let found = ageBands.indices.filter { band in
      let parts = ageBands[band].split(separator: "_").map(String.init)
      return zip(words, words.dropFirst()).contains { [$0, $1] == parts }
        || words.contains { $0 == "60+" && band == ageBands.count - 1 }
        || name.contains(japaneseAges[band])
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func gender(in written: String) -> Int? {
    let name = NormalizedText(written).string
    let words = words(of: name)
    let found = genders.indices.filter {
      words.contains(genders[$0]) || name.contains(japaneseGenders[$0])
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Runs of letters and digits; a plus sign belongs to the number before it.
  private static func words(of name: String) -> [String] {
    name.split { !$0.isLetter && !$0.isNumber && $0 != "+" }.map(String.init)
  }
}

extension AudienceCells: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(names: try decoder.singleValueContainer().decode([String].self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(names)
  }
}
