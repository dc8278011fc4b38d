import Casting

/// The columns a table may have, and how each is read.
struct TableSchema: Sendable {
  let rowNoun: RowNoun
  let columns: [ColumnSpecification]
  /// Position of the column that a header means; keys are `HeaderText.normalized`.
  let columnOfHeader: [String: Int]
  /// The same for headers that count only where no other one means the column.
  let columnOfFallback: [String: Int]
  /// Formats that the brief made up, beside those that there are.
  let packages: [DealPackage]

  init(rowNoun: RowNoun, columns: [ColumnSpecification], packages: [DealPackage] = []) {
    self.packages = packages
    self.rowNoun = rowNoun
    self.columns = columns
    var columnOfHeader: [String: Int] = [:]
    var columnOfFallback: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      for header in column.fallbacks {
        columnOfFallback[HeaderText.normalized(header)] = position
      }
      for header in [column.name] + column.aliases {
        columnOfHeader[HeaderText.normalized(header)] = position
      }
    }
    self.columnOfHeader = columnOfHeader
    self.columnOfFallback = columnOfFallback
  }

  /// The schema with columns of plain text behind its own, for headers that it does not know.
  func carrying(_ headers: [String]) -> TableSchema {
    if headers.isEmpty { return self }
    var columns = columns
    for header in headers { columns.append(ColumnSpecification(name: header, kind: .text)) }
    return replacing(columns)
  }

  /// The schema with other columns, of a table of the same kind.
  func replacing(_ columns: [ColumnSpecification]) -> TableSchema {
    TableSchema(rowNoun: rowNoun, columns: columns, packages: packages)
  }

  /// Names of columns that say nothing about how the table is written.
  var columnsWithoutConventions: Set<String> {
    var names: Set<String> = []
    for column in columns where column.name != "name" {
      if case .text = column.kind { names.insert(column.name) }
    }
    return names
  }

  func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// Position of the column that a header means, with its units or without.
  func column(of header: String) -> Int? {
    let texts = [header, HeaderUnits(header).name].map(HeaderText.normalized)
    return texts.lazy.compactMap { columnOfHeader[$0] }.first
      ?? texts.lazy.compactMap { columnOfFallback[$0] }.first
  }

  /// Whether another column takes the place of one that is missing.
  func hasSubstitute(_ column: Int, _ present: Set<Int>) -> Bool {
    (columns[column].substitutes + columns[column].estimators)
      .contains { name in index(of: name).map(present.contains) ?? false }
  }
}

/// One column of a table: its name, the headers that mean it, and the rule for its cells.
struct ColumnSpecification: Sendable {
  var name: String
  var kind: ColumnKind
  /// Whether every row needs a value.
  var isRequired = false
  /// Other headers that mean the column.
  var aliases: [String] = []
  /// Headers that mean it where no other header does.
  var fallbacks: [String] = []
  /// Columns whose cells take its place where it is missing.
  var substitutes: [String] = []
  /// Columns from which it is estimated where it is missing.
  var estimators: [String] = []
  /// Whether it may be spread over columns numbered from 1: `niche1`, `niche2`.
  var isList = false

  /// Whether it holds what creators ask for a deal: a range there is one, and a word may ask for a quote.
  var isFee: Bool { name == "fee" || name.hasPrefix("fee_") }
}

enum ColumnKind: Sendable {
  /// Text that names the row; no two rows have the same.
  case identifier
  case text
  /// Text with few distinct values.
  case category
  /// One of a closed list of words.
  case word(WordList)
  case number(NumberRule)
  case day
}

/// A closed list of words and what else people write for each.
struct WordList: Sendable {
  /// Word to its other spellings.
  var words: [(word: String, spellings: [String])]

  /// The word a text means; nil when it means none.
  func word(for text: String) -> String? {
    let key = HeaderText.normalized(text)
    return words.first { entry in
      ([entry.word] + entry.spellings).contains { HeaderText.normalized($0) == key }
    }?.word
  }
}

/// What a number in a column may be.
struct NumberRule: Sendable {
  /// What is counted: that decides between readings that fit the digits alike.
  enum Quantity: Sendable {
    /// Whole things: people, posts.
    case count
    /// Averages of whole things.
    case average
    case money
    /// Small numbers with decimals: factors, speeds.
    case measure
    case rate
  }

  /// Whether it is written as `3.2%` or `0.032`.
  var isRate = false
  var isWhole = false
  var minimum = 0.0
  /// Whether `minimum` itself is too small.
  var excludesMinimum = false
  /// Beyond any market: more is a slip of the pen.
  var maximum = 1e15
  /// The unit and the range, as sentences tell the rule.
  var meaning: NumberMeaning
  var quantity = Quantity.measure
  /// Of a column's middle value, beyond which it is absurd; nil where nothing is known.
  var usual: ClosedRange<Double>?
  /// Of a rate, the middle value from which on bare numbers are as likely per cent: 0.2 may be
  /// 20 % or 0.2 %.
  var doubtful = Double.infinity
  /// Whether `なし` is 0.
  var isNothingZero = false

  @inline(__always)
  func accepts(_ number: Double) -> Bool {
    number >= minimum && number <= maximum && !(excludesMinimum && number == minimum)
      && !(isWhole && number != Double(Int(number)))
  }
}

extension NumberRule {
  static let rate = rate()
  static let yen = NumberRule(meaning: .yen, quantity: .money)
  /// An amount that may be nothing.
  static let costs = NumberRule(meaning: .yen, quantity: .money, isNothingZero: true)
  static let price = NumberRule(excludesMinimum: true, meaning: .price, quantity: .money)
  /// There are no more people than this on earth.
  static let people = NumberRule(
    isWhole: true, maximum: 8.3e9, meaning: .people, quantity: .count)
  /// How long something is bought for.
  static let months = NumberRule(excludesMinimum: true, maximum: 1200, meaning: .positive)
  static let market = NumberRule(excludesMinimum: true, meaning: .market, quantity: .average)
  static let viewers = NumberRule(meaning: .viewers, quantity: .average)
  static let whole = NumberRule(isWhole: true, meaning: .whole, quantity: .count)
  static let multiplier = NumberRule(meaning: .multiplier, usual: 0...100)
  static let bandwidth = NumberRule(meaning: .bandwidth, usual: 0...3000)
  static let positive = NumberRule(excludesMinimum: true, meaning: .positive)
  static let exchangeRate = NumberRule(excludesMinimum: true, meaning: .positive)
  static let amount = NumberRule(meaning: .amount)
  static let atLeastOne = NumberRule(minimum: 1, meaning: .atLeastOne, usual: 1...200)

  /// - Parameters:
  ///   - usual: of the middle value of a column.
  ///   - doubtful: the middle value from which on a bare number may as well be per cent.
  static func rate(
    usual: ClosedRange<Double>? = nil, doubtful: Double = .infinity, isNothingZero: Bool = false
  ) -> NumberRule {
    NumberRule(
      isRate: true, maximum: 1, meaning: .rate, quantity: .rate, usual: usual,
      doubtful: doubtful, isNothingZero: isNothingZero)
  }
}
