/// One product as read; absent numbers are nil, and have a default when a plan is made.
public struct Product: Sendable {
  /// Unlike any other of the list; how plans name the product.
  public var id: String
  /// For people; "" shows the id.
  public var name = ""
  /// Free text, compared with what creators write about themselves.
  public var description = ""
  /// What `Brief.exclusiveCategories` and filters go by; "" belongs to none.
  public var category = ""
  /// Tags as written.
  public var niche = ""
  /// Whose it is; "" belongs to none.
  public var brand = ""
  /// Money.
  public var price: Double
  /// Rate of the price.
  public var margin = 1.0
  /// Orders per effectively reached person of a live deal; nil: the brief's default.
  public var conversion: Double?
  /// The same by format, where it is known; those that are missing follow that of live deals.
  public var formatConversions: [DealFormat: Double] = [:]
  /// Units; infinite when unlimited.
  public var stock = Double.infinity
  /// People who could buy; infinite when unlimited.
  public var market = Double.infinity
  /// Orders of one customer over the years, 1 or more; counts for the objective `ltv`.
  public var lifetimeOrders = 1.0
  /// Money per deal.
  public var costPerDeal = 0.0
  /// Share of sales 0…1 that whoever sells it is paid; the larger of hers and this counts.
  public var commission = 0.0
  /// Money for every order, likewise.
  public var payPerOrder = 0.0
  /// Fewest creators who promote it.
  public var minimumCreators = 0
  /// Most creators who promote it; nil: as many as there are.
  public var maximumCreators: Int?
  /// Money.
  public var maximumSpend = Double.infinity
  /// How likely women are to buy it, against the others: a factor on conversion.
  public var appealFemale = 1.0
  /// The same of men.
  public var appealMale = 1.0
  /// By age band, `AudienceCells.ageBands`.
  public var appealByAge = [Double](repeating: 1, count: 6)
  /// Formats allowed; nil: all in play.
  public var formats: Set<DealFormat>?

  /// A product with an id and a price in money; whatever else is not set has its default.
  public init(id: String, price: Double) {
    self.id = id
    self.price = price
  }
}

/// The products of a campaign, in file order.
public struct ProductList: Sendable {
  /// m, in the order in which deals number them.
  public var products: [Product]
  /// Own embeddings, row-major `products.count` × `embeddingDimensions`.
  public var embeddings: [Float] = []
  /// k; 0 without embeddings.
  public var embeddingDimensions = 0

  /// Products without embeddings.
  public init(_ products: [Product]) { self.products = products }

  /// m: how many products there are.
  public var count: Int { products.count }
}
