import Casting

/// A cell of the built-in audience: one gender, one age band.
struct AgeGroup {
  let isFemale: Bool
  /// Years, both included; no `to` in the last band.
  let from: String
  let to: String?

  /// Nil for a cell of the user's own.
  init?(cell: String) {
    guard AudienceCells.ageByGender.names.contains(cell) else { return nil }
    let parts = cell.split(separator: "_").map(String.init)
    isFemale = parts[0] == "female"
    from = parts[1]
    to = parts[2] == "plus" ? nil : parts[2]
  }
}
