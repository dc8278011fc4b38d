import Casting
import Tables

// Columns as the domain has them: cells of the file, and where they are empty what the brief states
// for all rows.

extension TypedTable {
  /// A text column; empty cells where nothing is known.
  func text(_ name: String) -> TextColumn {
    let stated = values[name]
    guard has(name), let column = schema.index(of: name) else {
      guard let stated else { return TextColumn(emptyRows: rows) }
      return TextColumn(repeatElement(stated, count: rows))
    }
    guard let stated else { return texts[column] }
    let cells = texts[column]
    return TextColumn((0..<rows).map { cells.isEmpty($0) ? stated : cells[$0] })
  }

  /// A column of few values; "" where nothing is known.
  func category(_ name: String) -> CategoryColumn {
    let stated = values[name] ?? ""
    guard has(name), let column = schema.index(of: name) else {
      return CategoryColumn(repeating: stated, count: rows)
    }
    guard !stated.isEmpty else { return categories[column] }
    return CategoryColumn(
      (0..<rows).map { row in
        let cell = categories[column][row]
        return cell.isEmpty ? stated : cell
      })
  }

  /// What a cell of a column is multiplied by to be without tax.
  func taxFactor(_ name: String) -> Double {
    // Columns that were made of others were made of amounts without tax.
    guard let tax = terms.tax, let column = schema.index(of: name), !madeColumns.contains(column),
      case .number(let rule) = schema.columns[column].kind, rule.quantity == .money
    else { return 1 }
    return 1 / (1 + (includesTax(column, rule, tax) ? tax.rate : 0))
  }

  /// Of these columns, those whose amounts stand with tax, or are made of such.
  func columnsWithTax(_ names: [String]) -> Set<String> {
    guard let tax = terms.tax else { return [] }
    return Set(
      names.filter { name in
        guard has(name), let column = schema.index(of: name) else { return false }
        // Fees by format are made of one column of rows by format.
        let source = madeColumns.contains(column) ? schema.index(of: "fee") ?? column : column
        guard case .number(let rule) = schema.columns[source].kind else { return false }
        return includesTax(source, rule, tax)
      })
  }

  private func includesTax(_ column: Int, _ rule: NumberRule, _ tax: TaxTerms) -> Bool {
    let name = schema.columns[column].name
    if let stated = match?.statements[name]?.includesTax { return stated }
    if let field = match?.field(of: column), let header = match?.headers[field],
      let told = HeaderUnits(header).includesTax
    {
      return told
    }
    switch name {
    case "price": return tax.pricesInclude
    case "max_spend": return tax.budgetIncludes
    default: return tax.feesInclude
    }
  }

  /// A number column, amounts without tax; without storage where nothing is known.
  func number(_ name: String) -> NumberColumn {
    let factor = taxFactor(name)
    let column = written(name)
    return factor == 1 ? column : NumberColumn(column.values.map { $0 * factor })
  }

  /// What one of a column's currency is worth in the campaign's.
  func exchangeRate(_ column: Int) -> Double {
    // Columns that were made of others were made of amounts in the campaign's currency.
    madeColumns.contains(column) ? 1 : conventions.exchangeRates[column] ?? 1
  }

  /// Lower ends of a column of fees, without tax, as `Roster.feeLows` has them; without storage where every
  /// fee is a single amount.
  func feeLows(_ name: String) -> NumberColumn {
    guard let column = schema.index(of: name), var lows = feeLows[column] else {
      return NumberColumn()
    }
    if lows.count < rows { lows.put(.nan, at: rows - 1) }
    lows = lows.exchanged(at: exchangeRate(column))
    let factor = taxFactor(name)
    return NumberColumn(factor == 1 ? lows : lows.map { $0 * factor })
  }

  private func written(_ name: String) -> NumberColumn {
    var stated: Double?
    if let text = values[name], case .number(let number) = HumanNumber.parse(text, in: nil) {
      stated = number
    }
    guard has(name), let column = schema.index(of: name) else {
      return stated.map { NumberColumn(Array(repeating: $0, count: rows)) } ?? NumberColumn()
    }
    let cells = numbers[column].exchanged(at: exchangeRate(column))
    guard let stated else { return NumberColumn(cells) }
    return NumberColumn(cells.map { $0.isNaN ? stated : $0 })
  }

  /// A column of days; empty where nothing is known.
  func day(_ name: String) -> [CalendarDay?] {
    let stated = values[name].flatMap { CalendarDay(written: $0) }
    guard has(name), let column = schema.index(of: name) else {
      return stated.map { Array(repeating: $0, count: rows) } ?? []
    }
    return stated == nil ? days[column] : days[column].map { $0 ?? stated }
  }
}
