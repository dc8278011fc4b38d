import Foundation
import LinearAlgebra

extension ScoringModel: Codable {
  /// Names the form of the file.
  package static let schema = "castplan/model/1"

  private enum CodingKeys: String, CodingKey {
    case schema, taxonomy, niches, creators, norms, terms, rarity, dimensions, basis
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(Self.digest(of: niches), forKey: .taxonomy)
    try container.encode(niches, forKey: .niches)
    try container.encode(creatorCount, forKey: .creators)
    try container.encode(norms, forKey: .norms)
    guard let space else { return }
    let vocabulary = space.vocabulary
    try container.encode(Self.data(vocabulary.terms.keys.map(\.littleEndian)), forKey: .terms)
    try container.encode(
      Self.data(vocabulary.rarity.map(\.bitPattern.littleEndian)), forKey: .rarity)
    try container.encode(space.basis.columns, forKey: .dimensions)
    try container.encode(
      Self.data(space.basis.elements.map(\.bitPattern.littleEndian)), forKey: .basis)
  }

  /// Throws a `DecodingError` that says what about the file is wrong.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func refuse(_ key: CodingKeys, _ fault: ScoringModelFault) -> DecodingError {
      .dataCorrupted(
        .init(
          codingPath: container.codingPath + [key], debugDescription: "\(fault)",
          underlyingError: fault))
    }
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw refuse(.schema, .otherModelSchema(found: schema, expected: Self.schema))
    }
    let niches = try container.decode([NicheDefinition].self, forKey: .niches)
    guard try container.decode(String.self, forKey: .taxonomy) == Self.digest(of: niches) else {
      throw refuse(.taxonomy, .otherTaxonomy)
    }
    let norms = try container.decode(RosterNorms.self, forKey: .norms)
    guard norms.areSound else { throw refuse(.norms, .unsoundMeans) }
    let creators = try container.decode(Int.self, forKey: .creators)
    guard creators >= 0 else { throw refuse(.creators, .negativeCreators(creators: creators)) }
    guard container.contains(.basis) else {
      self.init(norms: norms, niches: niches, creatorCount: creators, space: nil)
      return
    }
    let taxonomy = NicheTaxonomy.builtIn.extended(by: niches)
    let keys: [UInt64] = try Self.numbers(container.decode(Data.self, forKey: .terms))
    let rarity: [UInt32] = try Self.numbers(container.decode(Data.self, forKey: .rarity))
    let elements: [UInt32] = try Self.numbers(container.decode(Data.self, forKey: .basis))
    let dimensions = try container.decode(Int.self, forKey: .dimensions)
    var terms = TermTable(minimumCapacity: keys.count)
    for key in keys { _ = terms.insert(UInt64(littleEndian: key)) }
    let features = taxonomy.niches.count + keys.count
    guard terms.count == keys.count, rarity.count == features,
      (0...NicheModel.maximumDimensions).contains(dimensions),
      elements.count == features * dimensions
    else { throw refuse(.basis, .unfitParts) }
    func floats(_ bits: [UInt32]) -> [Float] {
      bits.map { Float(bitPattern: UInt32(littleEndian: $0)) }
    }
    guard floats(rarity).allSatisfy(\.isFinite), floats(elements).allSatisfy(\.isFinite) else {
      throw refuse(.basis, .endlessNumbers)
    }
    let vocabulary = NicheVocabulary(
      nicheCount: taxonomy.niches.count, parents: taxonomy.parents, terms: terms,
      rarity: floats(rarity))
    self.init(
      norms: norms, niches: niches, creatorCount: creators,
      space: NicheModel(
        taxonomy: taxonomy, vocabulary: vocabulary,
        basis: Matrix(rows: features, columns: dimensions, elements: floats(elements))))
  }

  /// Changes with every niche and word of the taxonomy: features are counted by their places in it.
  private static func digest(of niches: [NicheDefinition]) -> String {
    var state: UInt64 = 0
    for niche in NicheTaxonomy.builtIn.extended(by: niches).niches {
      for text in [niche.id, niche.parent] + niche.words {
        for scalar in text.unicodeScalars { state = TermTable.mixed(state ^ UInt64(scalar.value)) }
        state = TermTable.mixed(state ^ 0xFFFF_FFFF)
      }
    }
    return String(state, radix: 16)
  }

  private static func data<Number>(_ numbers: [Number]) -> Data {
    numbers.withUnsafeBytes { Data($0) }
  }

  private static func numbers<Number: FixedWidthInteger>(_ data: Data) -> [Number] {
    let size = MemoryLayout<Number>.size
    return data.withUnsafeBytes { bytes in
      (0..<bytes.count / size).map {
        bytes.loadUnaligned(fromByteOffset: $0 * size, as: Number.self)
      }
    }
  }
}
