import CVectorKernels

/// Finds pairs of rows and columns with large products, from products of their entries rounded to bytes: a
/// quarter of the time that single precision takes. What rounding may hide is allowed for, so no pair is
/// missed; those that are found fall short by a hundredth or so.
///
/// For processors that multiply bytes (AVX-512 VNNI), and rows that are not too wide; nil for others.
package struct ByteScreen: Sendable {
  /// A row and a column.
  package typealias Pair = castplan_pair

  /// Most entries of a row.
  package static let widest = Int(castplan_widest_row)
  /// Bytes are −127 to 127, shifted by this to be multiplied as numbers without a sign.
  private static let largest = 127.0
  private static let shift = 128.0
  private static let lanes = Int(castplan_lanes)
  private static let perLane = Int(castplan_entries_per_lane)
  /// Room for bars and scales being rounded to single precision, as a share of them.
  private static let rounding = 2e-6

  private let count: Int
  /// Columns to whole vectors.
  private let paddedCount: Int
  private let width: Int
  private let entries: [UInt8]
  /// Bytes of a unit, and what the rounding of bytes moves, as a length; by column.
  private let scales: [Double]
  private let errors: [Double]

  package static var isSupported: Bool { castplan_multiplies_bytes() }

  /// - Parameter columns: unit vectors, or zero; m × k row-major.
  package init?(columns: [Float], width: Int) {
    guard Self.isSupported, width > 0, width <= Self.widest, !columns.isEmpty else { return nil }
    let count = columns.count / width
    var (scales, errors) = (
      [Double](repeating: 1, count: count), [Double](repeating: 0, count: count)
    )
    let perColumn = Blocks.count(covering: width, blockSize: Self.perLane)
    paddedCount = Blocks.count(covering: count, blockSize: Self.lanes) * Self.lanes
    var entries = [UInt8](
      repeating: UInt8(Self.shift), count: paddedCount * perColumn * Self.perLane)
    for column in 0..<count {
      let own = columns[column * width..<(column + 1) * width].map(Double.init)
      let most = own.lazy.map(abs).max() ?? 0
      if most > 0 { scales[column] = Self.largest / most }
      var squares = 0.0
      for (entry, value) in own.enumerated() {
        let byte = (value * scales[column]).rounded()
        squares += (value - byte / scales[column]) * (value - byte / scales[column])
        let lane = (column / Self.lanes * perColumn + entry / Self.perLane) * Self.lanes
        entries[(lane + column % Self.lanes) * Self.perLane + entry % Self.perLane] =
          UInt8(byte + Self.shift)
      }
      errors[column] = squares.squareRoot()
    }
    (self.count, self.width, self.entries, self.scales, self.errors) =
      (count, width, entries, scales, errors)
  }

  /// Bars for the columns, ready to be held against products.
  package struct Bars: Sendable {
    package let screen: ByteScreen
    fileprivate let bars: [Float]
    fileprivate let scales: [Float]
    fileprivate let largestError: Float
  }

  /// - Parameter bars: one a column; −∞ where every row reaches it, ∞ where none does.
  package func bars(_ bars: [Float]) -> Bars {
    precondition(bars.count == count)
    let padding = paddedCount - count
    let lowered = (0..<count).map { column -> Float in
      let bar = Double(bars[column])
      guard bar.isFinite else { return bars[column] }
      return Float((bar - errors[column] - Self.rounding * max(1, abs(bar))) * scales[column])
    }
    return Bars(
      screen: self, bars: lowered + [Float](repeating: .infinity, count: padding),
      scales: scales.map(Float.init) + [Float](repeating: 1, count: padding),
      largestError: Float(errors.max() ?? 0))
  }

  /// Room that so many rows may need for their pairs.
  package func mostPairs(rows: Int) -> Int { rows * paddedCount }
}

extension ByteScreen.Bars {
  /// Writes the pairs of which row · column / length ≥ bar − lift may hold, in ascending rows for each column;
  /// returns how many.
  ///
  /// - Parameters:
  ///   - rows: row-major.
  ///   - lengths: of the rows; those of none are left out.
  ///   - lifts: of the rows; those of −∞ are left out.
  ///   - pairs: room for `mostPairs`; what it holds is written over.
  package func find(
    _ rows: UnsafeBufferPointer<Float>, lengths: [Float], lifts: [Float],
    into pairs: UnsafeMutableBufferPointer<ByteScreen.Pair>
  ) -> Int {
    precondition(rows.count == lengths.count * screen.width && lifts.count == lengths.count)
    precondition(pairs.count >= screen.mostPairs(rows: lengths.count))
    guard !lengths.isEmpty else { return 0 }
    return screen.entries.withUnsafeBufferPointer { entries in
      bars.withUnsafeBufferPointer { bars in
        scales.withUnsafeBufferPointer { scales in
          var columns = castplan_columns(
            entries: entries.baseAddress, groups: bars.count / Int(castplan_lanes),
            width: screen.width, bars: bars.baseAddress, scales: scales.baseAddress,
            largest_error: largestError)
          return castplan_find_pairs(
            rows.baseAddress, lengths.count, lengths, lifts, &columns,
            pairs.baseAddress)
        }
      }
    }
  }
}
