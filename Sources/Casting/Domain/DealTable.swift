/// Deals with a team's own predictions; each replaces (1)–(4) and (8) of the model for its
/// creator × product pair, and is then the only way to cast that pair.
public struct DealTable: Sendable {
  /// What the row says a deal brings.
  public enum Prediction: Sendable, Equatable {
    /// In units of the objective; linear, no saturation.
    case value(Double)
    /// Effectively reached people, spread over cells as the creator's audience is.
    case reach(Double)
  }

  /// One deal and what the team expects of it.
  public struct Row: Sendable {
    /// Row in the roster.
    public var creator: Int
    /// Row in the product list.
    public var product: Int
    /// What she makes: a stream, a video, an image.
    public var format: DealFormat
    /// Money; whole yen or cents after rounding up.
    public var cost: Double
    /// What the deal brings, in place of the model's own expectation.
    public var prediction: Prediction

    /// The prediction as people reached and as value beside them; one of the two is 0.
    package var parts: (reach: Double, value: Double) {
      switch prediction {
      case .value(let value): (0, value)
      case .reach(let reach): (reach, 0)
      }
    }

    /// A deal by rows of roster and products.
    public init(
      creator: Int, product: Int, format: DealFormat, cost: Double, prediction: Prediction
    ) {
      self.creator = creator
      self.product = product
      self.format = format
      self.cost = cost
      self.prediction = prediction
    }
  }

  /// Sorted by creator, product, format; at most one row for each.
  public var rows: [Row]

  /// A table of rows that are sorted already.
  public init(rows: [Row] = []) { self.rows = rows }
}
