/// A way in which real rosters differ from clean ones.
package enum Quirk: String, CaseIterable, Sendable {
  // Of the whole file.
  case shiftedHeader = "shifted-header"
  case doubledMetrics = "doubled-metrics"
  case blankFirstRow = "blank-first-row"
  case brokenHeaders = "broken-headers"
  case byteOrderMark = "byte-order-mark"
  case commaLine = "comma-line"
  case semicolons
  case noFinalNewline = "no-final-newline"
  case cp932
  case foreignByte = "foreign-byte"
  // Of single rows.
  case suffixes
  case scientific
  case blankUnits = "blank-units"
  case paddedCells = "padded-cells"
  case missingWords = "missing-words"
  case repeatedRows = "repeated-rows"
  case highEngagement = "engagement-above-1"
  case zeroFollowers = "zero-followers"
  case emoji
  case lostCharacters = "lost-characters"
  // How all numbers of the file are written.
  case perCentWithoutSign = "per-cent-without-sign"
  case commaDecimals = "comma-decimals"
  case dotThousands = "dot-thousands"
  case commaThousands = "comma-thousands"
  case tenThousands = "ten-thousands"
  // What stands around the rows.
  case titleRows = "title-rows"
  case totalRow = "total-row"
  case japaneseHeaders = "japanese-headers"
  // Again of single rows: those above keep their places, by which rows are drawn.
  case knownStates = "known-states"
  case ranges
  case tagsByComma = "tags-by-comma"

  /// What reading makes of it.
  package enum Effect: Sendable {
    /// The same values as without it.
    case none
    /// An issue at its place.
    case refused
    /// Another value, as it is written.
    case changed
  }

  package var effect: Effect {
    switch self {
    case .shiftedHeader, .doubledMetrics, .foreignByte, .missingWords, .repeatedRows,
      .highEngagement:
      .refused
    case .zeroFollowers, .emoji, .lostCharacters, .ranges, .tagsByComma: .changed
    default: .none
    }
  }

  /// Whether it is there or not; else it has a rate.
  package var isOfFile: Bool {
    switch self {
    case .shiftedHeader, .doubledMetrics, .blankFirstRow, .brokenHeaders, .byteOrderMark,
      .commaLine, .semicolons, .noFinalNewline, .cp932, .foreignByte, .perCentWithoutSign,
      .commaDecimals, .dotThousands, .commaThousands, .tenThousands, .titleRows, .totalRow,
      .japaneseHeaders:
      true
    default: false
    }
  }

  /// Whether it says how all numbers are written: of some no two go together.
  package var isNotation: Bool {
    switch self {
    case .perCentWithoutSign, .commaDecimals, .dotThousands, .commaThousands, .tenThousands: true
    default: false
    }
  }

  /// Whether a roster that is simply called dirty has it: whatever leaves most rows readable, in
  /// the usual encoding.
  package var isUsual: Bool {
    switch self {
    case .shiftedHeader, .doubledMetrics, .foreignByte, .cp932, .semicolons, .japaneseHeaders,
      .titleRows, .totalRow, .ranges, .tagsByComma:
      false
    case _ where isNotation: false
    default: true
    }
  }
}

/// Which quirks a roster is written with.
package struct QuirkRates: Sendable {
  /// Share of the rows that a quirk is put into; 1 for a quirk of the file.
  private var rates: [Double]

  package init() { rates = Array(repeating: 0, count: Quirk.allCases.count) }

  /// The usual quirks, those of rows at this rate.
  package init(usualAt rate: Double) {
    self.init()
    for quirk in Quirk.allCases where quirk.isUsual { self[quirk] = quirk.isOfFile ? 1 : rate }
  }

  package subscript(quirk: Quirk) -> Double {
    get { rates[Quirk.allCases.firstIndex(of: quirk) ?? 0] }
    set { rates[Quirk.allCases.firstIndex(of: quirk) ?? 0] = newValue }
  }

  package func has(_ quirk: Quirk) -> Bool { self[quirk] > 0 }

  package var isEmpty: Bool { rates.allSatisfy { $0 == 0 } }

  /// A pair that no file can have both of: a file has one encoding.
  package var clash: (Quirk, Quirk)? {
    let pairs: [(Quirk, Quirk)] = [
      (.cp932, .byteOrderMark), (.cp932, .foreignByte), (.cp932, .lostCharacters),
      (.commaThousands, .commaDecimals), (.commaThousands, .dotThousands),
      (.japaneseHeaders, .brokenHeaders), (.japaneseHeaders, .doubledMetrics),
    ]
    return pairs.first { has($0.0) && has($0.1) }
  }
}

/// Where a quirk was put.
package struct QuirkPlace: Sendable, Equatable {
  package var quirk: Quirk
  /// Line of the file, from 1; nil for a quirk of the whole file.
  package var line: Int?
  /// Field of the line, from 1; nil for a whole row.
  package var column: Int?
  /// Row of the roster, from 0.
  package var row: Int?

  init(_ quirk: Quirk, line: Int? = nil, column: Int? = nil, row: Int? = nil) {
    self.quirk = quirk
    self.line = line
    self.column = column
    self.row = row
  }
}
