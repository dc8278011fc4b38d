import Casting
import CastingReview
import Tables

extension TableJudge {
  /// Decides about the tax and the currency of a column of amounts.
  mutating func judgeMoney(_ column: ColumnSurvey) {
    if let stated = column.statement?.includesTax {
      decide(column, stated ? .taxIncluded : .taxExcluded, .stated, .stated)
    } else if let includesTax = column.units.includesTax {
      decide(column, includesTax ? .taxIncluded : .taxExcluded, .certain, .header)
    }
    let found = currencies(of: column)
    guard let foreign = found.keys.filter({ $0 != currency }).min(by: { $0.code < $1.code }) else {
      if !found.isEmpty {
        decide(column, .currency(code: currency.code), .certain, evidence(column))
      }
      return
    }
    let cell =
      found.filter { $0.key != currency }.values.min { $0.line < $1.line }
      ?? EvidentCell(line: 0, text: "")
    guard found.count == 1 else {
      ask(
        column,
        .mixedCurrencies(
          found: found.keys.map(\.code).sorted(), unmarked: 0, campaign: currency.code),
        cell)
      return
    }
    guard let rate = exchangeRates[foreign.code] else {
      ask(column, .currency(found: [foreign.code], campaign: currency.code), cell)
      return
    }
    // A sign in some cells says nothing of those without one.
    if !isNamed(column), column.evidence.unmarkedNumbers > 0 {
      ask(
        column,
        .mixedCurrencies(
          found: [foreign.code], unmarked: column.evidence.unmarkedNumbers, campaign: currency.code),
        cell)
      return
    }
    conventions.exchangeRates[column.column] = rate
    let isStated = column.statement?.currency != nil
    decide(
      column, .exchanged(code: foreign.code, campaign: currency.code, rate: rate),
      isStated ? .stated : .certain, isStated ? .stated : evidence(column, of: foreign))
  }

  /// Currencies that a column is said to be in, by its cells, its header or the brief, each with a cell.
  ///
  /// What the brief says counts before a sign: `$` is the sign of several.
  private func currencies(of column: ColumnSurvey) -> [Currency: EvidentCell] {
    var found = column.evidence.currencies
    let first = column.evidence.firstCell ?? EvidentCell(line: 0, text: "")
    if let stated = column.statement?.currency {
      if found.count < 2 { found = [Currency(stated): found.values.first ?? first] }
    } else if let named = column.units.currency, found[named] == nil {
      found[named] = first
    }
    return found
  }

  /// Whether more than signs in cells tells the currency.
  private func isNamed(_ column: ColumnSurvey) -> Bool {
    column.statement?.currency != nil || column.units.currency != nil
  }

  private func evidence(
    _ column: ColumnSurvey, of foreign: Currency? = nil
  ) -> ReadingDecision.Evidence {
    if column.units.currency != nil { return .header }
    let cell = foreign.flatMap { column.evidence.currencies[$0]?.text }
    return .cells(
      count: foreign == nil ? 1 : column.evidence.markedAmounts, example: cell ?? currency.code)
  }
}
