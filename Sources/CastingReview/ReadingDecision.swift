import Casting

/// What a table, or a column of one, was taken for: decided once, for all cells of the column.
public struct ReadingDecision: Equatable, Hashable, Sendable, Codable {
  /// What a decision rests on.
  public enum Basis: String, CaseIterable, Sendable, Codable {
    /// The brief or a reading file says so.
    case stated
    /// One reading alone fits every cell.
    case certain
    /// A convention decides, or the other reading is absurd.
    case assumed
  }

  /// Which table.
  public var table: InputTable.Role
  /// As the user gave it.
  public var file: String
  /// The column's name; nil where the whole table is meant.
  public var column: String?
  /// As written; nil where the whole table is meant.
  public var header: String?
  /// Position of the header, from 1; nil where the whole table is meant.
  public var field: Int?
  /// What it was taken for.
  public var what: Reading
  /// What that rests on.
  public var basis: Basis
  /// What was seen.
  public var evidence: Evidence

  package init(
    table: InputTable.Role, file: String, column: String? = nil, header: String? = nil,
    field: Int? = nil, _ what: Reading, _ basis: Basis, _ evidence: Evidence
  ) {
    self.table = table
    self.file = file
    self.column = column
    self.header = header
    self.field = field
    self.what = what
    self.basis = basis
    self.evidence = evidence
  }
}

extension ReadingDecision {
  /// Most decisions about single creators that are kept of a table.
  package static let mostOfRows = 1_000

  /// Whether everybody should know of it, not only who looks closely: it was assumed, or rows are
  /// not what they seem.
  public var isTold: Bool {
    if basis == .assumed { return true }
    return switch what {
    case .headerRow, .endsAtRow, .totalRowLeftOut, .identifier, .variants, .exchanged: true
    default: false
    }
  }

  /// What a table or a column can be taken for.
  public enum Reading: Equatable, Hashable, Sendable, Codable, Fact {
    case sheet(name: String)
    /// - line: of the header, where that is not the first.
    case headerRow(line: Int)
    /// - line: from which on nothing was read.
    case endsAtRow(line: Int)
    case totalRowLeftOut(line: Int)
    /// Bare numbers of a rate.
    case fraction, perCent
    /// What parts whole units and decimals.
    case pointDecimals, commaDecimals
    /// Numbers count thousands, ten thousands…; the power of ten.
    case scale(power: Int)
    /// ISO 4217.
    case currency(code: String)
    /// Another currency than the campaign's, and what one of it is worth there.
    case exchanged(code: String, campaign: String, rate: Double)
    case taxExcluded, taxIncluded
    /// - creator: her id; lines of her rows.
    case oneCreator(creator: String, lines: [Int])
    /// - person: whose accounts the lines are.
    case accounts(person: String, lines: [Int])
    /// What names the rows where no column of ids does.
    case identifier(column: String)
    /// What the only fee of a creator pays for, on these platforms; "" where none is named.
    case format(name: String, platforms: [String], creators: Int)
    /// The rows of each product are its variants: the cheapest price, the sum of the stock.
    case variants(products: Int, rows: Int)

    /// The word that stands in files.
    public var word: String {
      switch self {
      case .sheet(let name): "sheet \(name)"
      case .headerRow(let line): "header row \(line)"
      case .endsAtRow(let line): "ends at row \(line)"
      case .totalRowLeftOut(let line): "total row \(line) left out"
      case .fraction: "fraction"
      case .perCent: "per cent"
      case .pointDecimals: "point decimals"
      case .commaDecimals: "comma decimals"
      case .scale(let power): "times 1" + String(repeating: "0", count: power)
      case .currency(let code): code
      case .exchanged(let code, let campaign, let rate): "\(code) at \(rate) \(campaign)"
      case .taxExcluded: "tax excluded"
      case .taxIncluded: "tax included"
      case .oneCreator(_, let lines):
        "one creator over rows " + lines.map(String.init).joined(separator: ", ")
      case .accounts(_, let lines):
        "accounts of one person over rows " + lines.map(String.init).joined(separator: ", ")
      case .identifier(let column): "rows named by \(column)"
      case .format(let name, _, _): name
      case .variants: "variants"
      }
    }
  }

  /// What was seen in the header and the cells.
  public enum Evidence: Equatable, Hashable, Sendable, Codable, Fact {
    /// The brief or a reading file states it.
    case stated
    /// The header says so.
    case header
    /// A row above the table says so.
    case title(text: String)
    /// So many cells are written in a way that has no other reading; the first of them.
    case cells(count: Int, example: String)
    /// Bare numbers above 1 among all bare numbers.
    case aboveOne(count: Int, of: Int, example: String)
    /// The middle of the bare numbers in this reading, and in the other one.
    case usual(middle: Double, other: Double)
    /// Whole things have no decimals; the first cell.
    case wholeThings(example: String)
    /// A number beyond anything possible in the other reading.
    case impossible(example: String)
    /// A number far from all others in the other reading.
    case size(example: String)
    /// Names of columns found in the row.
    case headers(found: [String])
    /// The row reads like the header of another table, or like a remark.
    case anotherTable(text: String)
    /// A number is the sum of its column.
    case sum(column: String)
    /// A word for a total stands in it.
    case word(text: String)
    /// What such tables usually mean.
    case convention
    /// Rows that say the same of themselves.
    case sameIdentifier
  }
}
