import Foundation

/// Vectors from a seed, as an .npy file and as unit rows.
struct PlainVectors {
  let rows: [[Float]]

  /// A linear congruential generator (Knuth's constants) is random enough for directions.
  init(rows count: Int, width: Int, seed: UInt64) {
    var state = seed
    rows = (0..<count).map { _ in
      (0..<width).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(Double(state >> 11) * 0x1p-53 - 0.3)
      }
    }
  }

  var unit: [[Double]] {
    rows.map { row in
      let length = sqrt(row.map { Double($0) * Double($0) }.reduce(0, +))
      return row.map { Double($0) / length }
    }
  }

  /// Version 1.0, little-endian float32, row-major.
  var npy: Data {
    let shape = "(\(rows.count), \(rows.first?.count ?? 0))"
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }"
    header += String(repeating: " ", count: 63 - (10 + header.count) % 64) + "\n"
    var data = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0])
    data += Data([UInt8(header.count % 256), UInt8(header.count / 256)]) + Data(header.utf8)
    for value in rows.joined() {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }
}
