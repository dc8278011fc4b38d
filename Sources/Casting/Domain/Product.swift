/// One product as read; absent numbers are nil until `CampaignDefaults` resolves them.
public struct Product: Sendable {
  public var id: String
  public var name = ""
  public var description = ""
  public var category = ""
  /// Tags as written.
  public var niche = ""
  /// JPY.
  public var price: Double
  /// Rate of the price.
  public var margin = 1.0
  /// Orders per effectively reached person; nil: the brief's default.
  public var conversion: Double?
  /// Units; infinite when unlimited.
  public var stock = Double.infinity
  /// People who could buy; infinite when unlimited.
  public var market = Double.infinity
  public var lifetimeOrders = 1.0
  /// JPY per deal.
  public var costPerDeal = 0.0
  public var minimumCreators = 0
  public var maximumCreators: Int?
  /// JPY.
  public var maximumSpend = Double.infinity
  public var appealFemale = 1.0
  public var appealMale = 1.0
  /// By age band, `AudienceCells.ageBands`.
  public var appealByAge = [Double](repeating: 1, count: 6)
  /// Formats allowed; nil: all in play.
  public var formats: Set<DealFormat>?

  public init(id: String, price: Double) {
    self.id = id
    self.price = price
  }
}

/// The products of a campaign, in file order.
public struct ProductList: Sendable {
  public var products: [Product]
  /// Own embeddings, row-major `products.count` × `embeddingDimensions`.
  public var embeddings: [Float] = []
  public var embeddingDimensions = 0

  public init(_ products: [Product]) { self.products = products }

  public var count: Int { products.count }
}
