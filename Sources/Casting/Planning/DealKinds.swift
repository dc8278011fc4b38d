/// Numbers the kinds of deals: product × format, product-major.
public struct DealKinds: Sendable, Equatable {
  public let productCount: Int
  public let formats: [DealFormat]

  public var count: Int { productCount * formats.count }

  public func kind(product: Int, formatPosition: Int) -> Int {
    product * formats.count + formatPosition
  }

  public func product(ofKind kind: Int) -> Int { kind / formats.count }

  public func format(ofKind kind: Int) -> DealFormat { formats[kind % formats.count] }

  /// Kinds of one product, one for each format.
  public func kinds(ofProduct product: Int) -> Range<Int> {
    product * formats.count..<(product + 1) * formats.count
  }
}
