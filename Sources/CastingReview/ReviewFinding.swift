/// What can look wrong with inputs that are valid, in the order in which it is told.
public enum ReviewKind: String, CaseIterable, Sendable {
  case engagementUnit = "engagement_unit"
  case feeUnit = "fee_unit"
  case samePerson = "same_person"
  case noFollowers = "no_followers"
  case lowEngagement = "low_engagement"
  case highEngagement = "high_engagement"
  case lowAuthenticity = "low_authenticity"
  case fewViewers = "few_viewers"
  case noViewers = "no_viewers"
  case viewersAboveFollowers = "viewers_above_followers"
  case highFee = "high_fee"
  case lowFee = "low_fee"
  case noPay = "no_pay"
  case highCommission = "high_commission"
  case outsideWindow = "outside_window"
  case noSlots = "no_slots"
  case otherTier = "other_tier"
  case scaledAges = "scaled_ages"
  case noStock = "no_stock"
  case noMargin = "no_margin"
  case highConversion = "high_conversion"
  case sameProduct = "same_product"

  /// Whether its rows are products; else they are creators.
  package var concernsProducts: Bool {
    switch self {
    case .noStock, .noMargin, .highConversion, .sameProduct: true
    default: false
    }
  }
}

/// What is the same in two rows.
public enum TwinSign: String, Sendable {
  case url, handle, name
}

/// A row that looks wrong, and what it was judged by.
public struct ReviewMark: Sendable, Equatable {
  /// Row of the roster or the products, from 0.
  public var row: Int
  /// The column that looks wrong; "" when it is several.
  public var column = ""
  /// In the unit of the column; nil when the row has none.
  public var value: Double?
  /// What it was held against.
  public var peers: PeerReference?
  /// The earlier row that it repeats, and in what.
  public var twin: Int?
  /// What is the same in both rows; nil where it repeats none.
  public var sign: TwinSign?

  init(_ row: Int, _ column: String = "", value: Double? = nil, peers: PeerReference? = nil) {
    self.row = row
    self.column = column
    self.value = value
    self.peers = peers
  }
}

/// Something that is valid and yet looks wrong. A finding refuses nothing.
public struct ReviewFinding: Sendable, Equatable {
  /// What looks wrong.
  public var kind: ReviewKind
  /// The rows: the worst first where they are held against peers, else in file order. Empty when it
  /// is a whole column.
  public var marks: [ReviewMark]
  /// Of a whole column: its median and what is published, in the unit of the column.
  public var median: Double?
  /// What is published of the column; nil where the finding is about rows.
  public var published: Double?

  init(_ kind: ReviewKind, marks: [ReviewMark]) {
    self.kind = kind
    self.marks = marks
  }

  init(_ kind: ReviewKind, median: Double, published: Double) {
    self.init(kind, marks: [])
    self.median = median
    self.published = published
  }

  /// How many creators or products it is about, each counted once.
  public var rowCount: Int { Set(marks.map(\.row)).count }
}
