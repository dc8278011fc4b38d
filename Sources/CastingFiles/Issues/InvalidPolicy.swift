/// What becomes of an input in which cells or rows are at fault.
public enum InvalidPolicy: String, CaseIterable, Codable, Sendable {
  /// It is refused, with everything that is wrong with it.
  case refuse
  /// A faulty cell that may be missing counts as not known; a row without a sound cell that it needs, or
  /// with the id of another, is left out.
  case blank
  /// A row with any faulty cell is left out.
  case drop
}

/// How much of a table may be left out, or of a column count as not known, before an input is refused
/// all the same.
public enum InvalidLimit: Equatable, Sendable {
  /// Of the rows, 0…1, rounded up to whole ones.
  case share(Double)
  case rows(Int)

  /// More than a tenth is no slip of the pen but another kind of table.
  public static let standard = InvalidLimit.share(0.1)

  /// Reads `5%`, `0.5 %` or a whole number of rows; nil for anything else.
  public init?(_ text: String) {
    let text = text.filter { $0 != " " }
    if let rows = Int(text), rows >= 0 {
      self = .rows(rows)
      return
    }
    guard text.last == "%" || text.last == "％", let percent = Double(text.dropLast()),
      (0...100).contains(percent)
    else { return nil }
    self = .share(percent / 100)
  }

  /// How many of so many rows may be at fault.
  func allowance(of rows: Int) -> Int {
    switch self {
    case .rows(let count): count
    // A tenth of 30 rows is 3 of them, whatever the last bit of 0.1 says.
    case .share(let share): Int((share * Double(rows) - 1e-9 * Double(rows)).rounded(.up))
    }
  }

  /// The smallest whole percentage that allows so many of the rows.
  static func percent(allowing count: Int, of rows: Int) -> Int {
    min(100, (count * 100 + max(1, rows) - 1) / max(1, rows))
  }
}

/// What the reader of a table does about faults, and what it keeps of them.
struct FaultSettings: Equatable, Sendable {
  var policy = InvalidPolicy.refuse
  /// File that lists every single fault, as the user gave it: they are then kept until they are taken away.
  var listedIn: String?
  /// Whether rows that are left out are kept by their ids.
  var namesLeftOut = false
}
