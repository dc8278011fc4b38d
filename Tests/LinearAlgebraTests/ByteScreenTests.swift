import Foundation
import LinearAlgebra
import Testing

/// Products of bytes against products in double precision.
@Suite(.enabled(if: ByteScreen.isSupported, "a processor that multiplies bytes"))
struct ByteScreenTests {
  private struct Case {
    var rows: [Float]
    var columns: [Float]
    var lengths: [Float]
    var lifts: [Float]
    var bars: [Float]
    /// Row · column / length, by row and column.
    var cosines: [[Double]]
  }

  /// Of no length, of one that single precision cannot square, or not even hold.
  private static let scales = [1, 1e-3, 1e3, 0, 1e-20, 1e-29, 1e-38, 3e38, 1e20, 7, 0.1]

  /// Rows of any length, some of none; entries of very different sizes, in some columns only one.
  private static func make(rows: Int, columns: Int, width: Int, seed: UInt64) -> Case {
    var generator = SeededGenerator(seed: seed)
    func vector() -> [Double] {
      let isLopsided = generator.nextUniform() < 0.3
      return (0..<width).map { _ in
        let value = 2 * generator.nextUniform() - 1
        return isLopsided && generator.nextUniform() < 0.9 ? value * 1e-4 : value
      }
    }
    func length(_ vector: [some BinaryFloatingPoint]) -> Double {
      vector.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    var made = Case(rows: [], columns: [], lengths: [], lifts: [], bars: [], cosines: [])
    for row in 0..<rows {
      let scale = scales[row % scales.count]
      let own = vector().map { Float(scale * $0) }
      made.rows += own
      made.lengths.append(Float(length(own)))
      made.lifts.append(row % 13 == 5 ? -.infinity : Float(0.2 * generator.nextUniform()))
    }
    for column in 0..<columns {
      var own = vector()
      if column % 5 == 2 {
        for entry in own.indices where entry != column % width { own[entry] = 0 }
      }
      let scale = column % 9 == 4 ? 0 : 1 / length(own)
      made.columns += own.map { Float(scale * $0) }
    }
    made.cosines = (0..<rows).map { row in
      let own = made.rows[row * width..<(row + 1) * width]
      let exact = length(Array(own))
      return (0..<columns).map { column in
        let dot = zip(own, made.columns[column * width..<(column + 1) * width]).reduce(0) {
          $0 + Double($1.0) * Double($1.1)
        }
        return exact > 0 ? dot / exact : -.infinity
      }
    }
    // Bars that some row reaches to the last digit.
    for column in 0..<columns {
      let row = Int(generator.nextUniform() * Double(rows))
      let bar = made.cosines[row][column] + Double(made.lifts[row])
      made.bars.append(
        column % 7 == 3 ? (column % 2 == 0 ? .infinity : -.infinity) : Float(bar).nextDown)
    }
    return made
  }

  private static func find(_ made: Case, _ screen: ByteScreen) -> [(row: Int, column: Int)] {
    let bars = screen.bars(made.bars)
    var pairs = [ByteScreen.Pair](
      repeating: ByteScreen.Pair(), count: screen.mostPairs(rows: made.lengths.count))
    let count = pairs.withUnsafeMutableBufferPointer { pairs in
      made.rows.withUnsafeBufferPointer {
        bars.find($0, lengths: made.lengths, lifts: made.lifts, into: pairs)
      }
    }
    return pairs[..<count].map { (Int($0.row), Int($0.column)) }
  }

  @Test(arguments: [1, 3, 4, 15, 16, 17, 64, 100, 384, 512])
  func noPairIsMissed(width: Int) throws {
    for (rows, columns) in [(1, 1), (5, 17), (37, 16), (64, 40), (203, 99), (16, 200)] {
      let seed = UInt64(1000 * width + rows)
      let made = Self.make(rows: rows, columns: columns, width: width, seed: seed)
      let screen = try #require(ByteScreen(columns: made.columns, width: width))
      let found = Self.find(made, screen)
      var isFound = [[Bool]](
        repeating: [Bool](repeating: false, count: columns), count: rows)
      for pair in found {
        #expect(!isFound[pair.row][pair.column], "twice: \(pair), seed \(seed)")
        isFound[pair.row][pair.column] = true
      }
      for row in 0..<rows {
        for column in 0..<columns {
          let (cosine, lift) = (made.cosines[row][column], Double(made.lifts[row]))
          let isReached =
            made.lengths[row] > 0 && cosine >= Double(made.bars[column]) - lift
          if isReached, lift > -.infinity {
            #expect(isFound[row][column], "row \(row), column \(column), seed \(seed)")
          }
        }
      }
      // In ascending rows for each column.
      for column in 0..<columns {
        let own = found.filter { $0.column == column }.map(\.row)
        #expect(own == own.sorted(), "column \(column), seed \(seed)")
      }
    }
  }

  /// Rounding lets few pairs through that do not belong there, and rows without a length none.
  @Test func fewPairsFallShort() throws {
    let made = Self.make(rows: 400, columns: 64, width: 64, seed: 7)
    let screen = try #require(ByteScreen(columns: made.columns, width: 64))
    let found = Self.find(made, screen)
    #expect(!found.isEmpty)
    for (row, column) in found {
      #expect(
        made.lengths[row] > 0 && made.lifts[row] > -.infinity && made.bars[column] < .infinity)
      guard made.lengths[row] > 1e-25, made.lengths[row] < 1e30 else { continue }
      let short = Double(made.bars[column]) - Double(made.lifts[row]) - made.cosines[row][column]
      #expect(short < 0.05, "row \(row), column \(column)")
    }
  }

  @Test func widerRowsAreLeftToOthers() {
    let column = [Float](repeating: 1, count: ByteScreen.widest + 1)
    #expect(ByteScreen(columns: column, width: column.count) == nil)
    #expect(ByteScreen(columns: [], width: 4) == nil)
  }
}
