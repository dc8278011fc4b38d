/// The groups of people an audience is divided into; by default age band × gender, 12 cells.
public struct AudienceCells: Sendable, Equatable {
  /// Cell names in their fixed order: `female_13_19` … `female_60_plus`, `male_13_19` ….
  public let names: [String]

  public init(names: [String]) { self.names = names }

  public var count: Int { names.count }

  /// Age bands as files name them, without the `age_` prefix.
  public static let ageBands = ["13_19", "20_29", "30_39", "40_49", "50_59", "60_plus"]
  public static let genders = ["female", "male"]

  /// Cell `gender * 6 + age`.
  public static let ageByGender = AudienceCells(
    names: genders.flatMap { gender in ageBands.map { "\(gender)_\($0)" } })
}
