/// How much of a plan stays when its inputs are drawn again.
public struct Stability: Sendable, Equatable {
  /// A deal that is in at least so large a share of the plans belongs to the core.
  ///
  /// Our choice. That core projects are those in nearly all good portfolios, and the others are to be
  /// decided, is the idea of Liesiö, Mild and Salo, European Journal of Operational Research 181 (2007).
  package static let coreShare = 0.7

  /// Plans made.
  public var draws: Int
  /// How near to its bound each of them was asked to come.
  public var askedGap: Double
  /// Share of the plans that have the deal, in the order of the plan's deals.
  public var shares: [Double]
  /// Deals that the plan does not have and at least half as many plans as the core asks for do; most
  /// often first.
  public var reserves: [Reserve]

  /// A deal worth holding in reserve.
  public struct Reserve: Sendable, Equatable {
    /// A deal that the plan does not have.
    public var deal: ScenarioDeal
    /// Share of the plans made again that have it, 0…1.
    public var share: Double
  }

  /// Whether a deal stays in at least seven of ten plans made again.
  ///
  /// - Parameter deal: position among the plan's deals.
  public func isCore(_ deal: Int) -> Bool { shares[deal] >= Self.coreShare }
}
