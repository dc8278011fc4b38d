import Foundation
import Tables

/// A cell that a question is shown on.
struct EvidentCell: Equatable, Sendable {
  /// Of the text, from 1.
  var line: UInt32
  var text: String
}

/// What the cells of one column look like, whatever they mean: gathered while they are read, and
/// the same for every way to read them.
struct NumberEvidence: Sendable {
  /// Cells with marks among their digits, by what the marks can mean.
  private(set) var pointDecimals = 0
  private(set) var commaDecimals = 0
  /// The same without a unit behind.
  private(set) var barePointDecimals = 0
  private(set) var bareCommaDecimals = 0
  /// Three digits behind one mark, with a unit such as `万` or `M` behind, and without.
  private(set) var ambiguousPoints = Ambiguity()
  private(set) var ambiguousCommas = Ambiguity()
  /// The first cell of each kind, in the order of `WrittenNumber.Form`.
  private(set) var first = [EvidentCell?](repeating: nil, count: WrittenNumber.Form.allCases.count)
  /// Cells of plain digits.
  var wholeNumbers = 0
  /// The largest number without a unit behind, where no mark leaves it in doubt, and how large such numbers are; kept
  /// where a header counts in thousands or the like.
  private(set) var largestBare: (number: Double, cell: EvidentCell)?
  private(set) var bareSizes = Magnitudes()
  /// How large the numbers are that no mark leaves in doubt, but for rates.
  private(set) var sizes = Magnitudes()
  /// Of those in doubt: sums of logarithms with decimals behind points, and behind commas.
  private var doubtful = (count: 0, withPoints: 0.0, withCommas: 0.0)
  /// The largest number if points part decimals, and if commas do.
  private(set) var largestWithPoints = 0.0
  private(set) var largestWithCommas = 0.0

  /// Of a rate: cells with a sign for per cent, and bare ones.
  private(set) var marked = 0
  private(set) var bare = Magnitudes()
  private(set) var bareAboveOne = 0
  private(set) var firstBare: EvidentCell?
  private(set) var firstAboveOne: EvidentCell?

  /// Currencies in cells, each with the first cell that names it.
  private(set) var currencies: [Currency: EvidentCell] = [:]
  /// Cells with a currency, and those that are not in plain digits without one.
  private(set) var markedAmounts = 0
  private var writtenWithoutCurrency = 0
  private(set) var ranges = 0
  private(set) var approximate = 0
  private(set) var asks = 0

  /// Cells with a number and no currency.
  var unmarkedNumbers: Int { wholeNumbers + writtenWithoutCurrency }

  /// How many cells leave a mark in doubt.
  struct Ambiguity: Equatable, Sendable {
    var bare = 0
    /// With a unit behind.
    var scaled = 0
    /// Those of them with a Japanese unit.
    var falling = 0
    var all: Int { bare + scaled }
  }

  /// Adds a cell of plain digits that is no rate.
  @inline(__always)
  mutating func addWhole(_ number: Double) {
    wholeNumbers += 1
    sizes.add(number)
  }

  /// How many times nearer to what is usual in the column the numbers in doubt are with decimals
  /// behind points than behind commas, as a logarithm; nil where nothing is usual.
  var nearness: Double? {
    guard let middle = sizes.median, doubtful.count > 0 else { return nil }
    let count = Double(doubtful.count)
    let usual = log(middle)
    return abs(doubtful.withCommas / count - usual) - abs(doubtful.withPoints / count - usual)
  }

  /// The first cell that is not in plain digits, or the first of a rate.
  var firstCell: EvidentCell? {
    (first + [firstBare]).compactMap { $0 }.min { $0.line < $1.line }
  }

  /// Adds a plain cell of a rate.
  @inline(__always)
  mutating func addRate(_ number: Double, line: UInt32, _ text: @autoclosure () -> String) {
    if firstBare == nil && number > 0 { firstBare = EvidentCell(line: line, text: text()) }
    bare.add(number)
    guard number > 1 else { return }
    bareAboveOne += 1
    if firstAboveOne == nil { firstAboveOne = EvidentCell(line: line, text: text()) }
  }

  /// Adds a plain cell with a point.
  mutating func addPoint(
    _ number: PlainNumber, line: UInt32, _ text: @autoclosure () -> String
  ) {
    count(number.hasAmbiguousPoint ? .ambiguousPoint : .pointDecimals, isScaled: false, line, text)
    writtenWithoutCurrency += 1
    guard number.hasAmbiguousPoint else {
      sizes.add(number.value(in: .usual, isRate: false))
      return
    }
    addDoubtful(
      withPoints: number.value(in: .usual, isRate: false),
      withCommas: number.value(in: NumberNotation(decimals: .comma), isRate: false))
  }

  private mutating func addDoubtful(withPoints: Double, withCommas: Double) {
    guard withPoints > 0, withCommas > 0 else { return }
    doubtful.count += 1
    doubtful.withPoints += log(withPoints)
    doubtful.withCommas += log(withCommas)
  }

  private mutating func count(
    _ form: WrittenNumber.Form, isScaled: Bool, _ line: UInt32, _ text: () -> String
  ) {
    switch form {
    case .plain: break
    case .pointDecimals:
      pointDecimals += 1
      if !isScaled { barePointDecimals += 1 }
    case .commaDecimals:
      commaDecimals += 1
      if !isScaled { bareCommaDecimals += 1 }
    case .ambiguousPoint where isScaled: ambiguousPoints.scaled += 1
    case .ambiguousPoint: ambiguousPoints.bare += 1
    case .ambiguousComma where isScaled: ambiguousCommas.scaled += 1
    case .ambiguousComma: ambiguousCommas.bare += 1
    }
    if first[form.rawValue] == nil {
      first[form.rawValue] = EvidentCell(line: line, text: text())
    }
  }

  /// Adds a cell in any other form.
  mutating func add(
    _ written: WrittenNumber, isRate: Bool, line: UInt32, _ text: @autoclosure () -> String
  ) {
    count(written.form, isScaled: written.isScaled, line, text)
    if written.form == .ambiguousComma && written.hasFallingUnit { ambiguousCommas.falling += 1 }
    if let currency = written.currency {
      markedAmounts += 1
      if currencies[currency] == nil {
        currencies[currency] = EvidentCell(line: line, text: text())
      }
    } else {
      writtenWithoutCurrency += 1
    }
    if written.isRange { ranges += 1 } else if written.isApproximate { approximate += 1 }
    if isRate && written.isPercent {
      marked += 1
    } else if isRate {
      let notation = NumberNotation(decimals: .either, isPerCent: false)
      // A bare number above 1 is no fault here: it is what is looked for.
      if let number = try? written.value(in: notation, isRate: false).upper {
        addRate(number, line: line, text())
      }
    } else {
      let withPoints = written.largest(decimals: .point) ?? 0
      let withCommas = written.largest(decimals: .comma) ?? 0
      largestWithPoints = max(largestWithPoints, withPoints)
      largestWithCommas = max(largestWithCommas, withCommas)
      if let number = written.undoubted {
        sizes.add(number)
      } else {
        addDoubtful(withPoints: withPoints, withCommas: withCommas)
      }
    }
  }

  /// Adds a number without a unit behind, under a header that states one.
  mutating func addBare(_ number: Double, line: UInt32, _ text: @autoclosure () -> String) {
    bareSizes.add(number)
    if number > largestBare?.number ?? 0 {
      largestBare = (number, EvidentCell(line: line, text: text()))
    }
  }

  mutating func add(_ state: CellState) {
    if state == .ask { asks += 1 }
  }

  /// Gives every cell another line.
  mutating func replaceLines(_ line: (UInt32) -> UInt32) {
    func replaced(_ cell: EvidentCell?) -> EvidentCell? {
      cell.map { EvidentCell(line: line($0.line), text: $0.text) }
    }
    first = first.map(replaced)
    firstBare = replaced(firstBare)
    firstAboveOne = replaced(firstAboveOne)
    currencies = currencies.compactMapValues(replaced)
    if let found = largestBare {
      largestBare?.cell.line = line(found.cell.line)
    }
  }

  /// Adds the cells of a later part of the column, whose lines are counted from `lineOffset`.
  mutating func append(_ other: NumberEvidence, lineOffset: Int) {
    func moved(_ cell: EvidentCell?) -> EvidentCell? {
      guard var cell else { return nil }
      cell.line += UInt32(truncatingIfNeeded: lineOffset)
      return cell
    }
    pointDecimals += other.pointDecimals
    commaDecimals += other.commaDecimals
    barePointDecimals += other.barePointDecimals
    bareCommaDecimals += other.bareCommaDecimals
    ambiguousPoints.bare += other.ambiguousPoints.bare
    ambiguousPoints.scaled += other.ambiguousPoints.scaled
    ambiguousCommas.bare += other.ambiguousCommas.bare
    ambiguousCommas.scaled += other.ambiguousCommas.scaled
    ambiguousCommas.falling += other.ambiguousCommas.falling
    wholeNumbers += other.wholeNumbers
    bareSizes.append(other.bareSizes)
    if let found = other.largestBare, found.number > largestBare?.number ?? 0 {
      largestBare = moved(found.cell).map { (found.number, $0) }
    }
    sizes.append(other.sizes)
    doubtful.count += other.doubtful.count
    doubtful.withPoints += other.doubtful.withPoints
    doubtful.withCommas += other.doubtful.withCommas
    for form in first.indices where first[form] == nil { first[form] = moved(other.first[form]) }
    largestWithPoints = max(largestWithPoints, other.largestWithPoints)
    largestWithCommas = max(largestWithCommas, other.largestWithCommas)
    marked += other.marked
    bare.append(other.bare)
    bareAboveOne += other.bareAboveOne
    firstBare = firstBare ?? moved(other.firstBare)
    firstAboveOne = firstAboveOne ?? moved(other.firstAboveOne)
    for (currency, cell) in other.currencies where currencies[currency] == nil {
      currencies[currency] = moved(cell)
    }
    markedAmounts += other.markedAmounts
    writtenWithoutCurrency += other.writtenWithoutCurrency
    ranges += other.ranges
    approximate += other.approximate
    asks += other.asks
  }
}
