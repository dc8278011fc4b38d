/// The columns a table may have, and how each is read.
struct TableSchema: Sendable {
  let rowNoun: RowNoun
  let columns: [ColumnSpecification]
  /// Position of the column that a header means; keys are `HeaderText.normalized`.
  let columnOfHeader: [String: Int]

  init(rowNoun: RowNoun, columns: [ColumnSpecification]) {
    self.rowNoun = rowNoun
    self.columns = columns
    var columnOfHeader: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      for header in [column.name] + column.aliases {
        columnOfHeader[HeaderText.normalized(header)] = position
      }
    }
    self.columnOfHeader = columnOfHeader
  }

  /// The schema with columns of plain text behind its own, for headers that it does not know.
  func carrying(_ headers: [String]) -> TableSchema {
    if headers.isEmpty { return self }
    var columns = columns
    for header in headers { columns.append(ColumnSpecification(name: header, kind: .text)) }
    return TableSchema(rowNoun: rowNoun, columns: columns)
  }

  func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// One column of a table: its name, the headers that mean it, and the rule for its cells.
struct ColumnSpecification: Sendable {
  var name: String
  var kind: ColumnKind
  /// Whether every row needs a value.
  var isRequired = false
  /// Other headers that mean the column.
  var aliases: [String] = []
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

  @inline(__always)
  func accepts(_ number: Double) -> Bool {
    number >= minimum && number <= maximum && !(excludesMinimum && number == minimum)
      && !(isWhole && number != Double(Int(number)))
  }
}

extension NumberRule {
  static let rate = NumberRule(isRate: true, maximum: 1, meaning: .rate)
  static let yen = NumberRule(meaning: .yen)
  static let price = NumberRule(excludesMinimum: true, meaning: .price)
  static let people = NumberRule(isWhole: true, meaning: .people)
  static let market = NumberRule(excludesMinimum: true, meaning: .market)
  static let viewers = NumberRule(meaning: .viewers)
  static let whole = NumberRule(isWhole: true, meaning: .whole)
  static let multiplier = NumberRule(meaning: .multiplier)
  static let bandwidth = NumberRule(meaning: .bandwidth)
  static let positive = NumberRule(excludesMinimum: true, meaning: .positive)
  static let amount = NumberRule(meaning: .amount)
  static let atLeastOne = NumberRule(minimum: 1, meaning: .atLeastOne)
}
