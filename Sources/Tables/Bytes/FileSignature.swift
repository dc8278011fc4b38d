/// What the first bytes of a file give away, where they are not text at all.
package enum FileSignature: String, CaseIterable, Sendable {
  /// Zip, the envelope of .xlsx.
  case zip
  case gzip
  case sqlite
  /// The envelope of .xls.
  case compound
  case parquet

  /// Nil for anything else.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let known = Self.allCases.first { bytes.starts(with: $0.magic) }
    guard let known else { return nil }
    self = known
  }

  private var magic: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .gzip: [0x1F, 0x8B]
    case .sqlite: Array("SQLite format 3\0".utf8)
    case .compound: [0xD0, 0xCF, 0x11, 0xE0]
    case .parquet: Array("PAR1".utf8)
    }
  }
}
