#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// What a brief's `risk_aversion` takes off the worth of single deals.
///
/// The variance that casting can diversify is that of the creators' own factors, and for deals that are
/// made or not it is a sum over them: Σ_d (exp(σ_d²) − 1) · v_d² x_d, v_d being the deal's worth by
/// itself. Deals of one creator are charged each for itself.
package struct RiskCharge: Sendable {
  /// λ, per unit of the objective.
  let aversion: Double
  private let spread: DealSpread
  private let isReach: Bool

  /// Nil where the brief is not averse to risk.
  package init?(_ campaign: Campaign, _ response: ResponseModel) {
    guard campaign.brief.riskAversion > 0 else { return nil }
    aversion = campaign.brief.riskAversion
    spread = DealSpread(campaign, response)
    isReach = campaign.brief.objective == .reach
  }

  /// In units of the objective.
  ///
  /// - Parameters:
  ///   - fill: people, as the product's pools count them.
  ///   - value: predicted beside the reach.
  package func charge(
    creator: Int, product: Int, format: DealFormat, fill: Double, value: Double = 0,
    isPredicted: Bool
  ) -> Double {
    let response = spread.response
    let conversion = isReach ? 1 : response.meanConversion(creator: creator, product: product)
    let worth = value + fill * conversion * response.products.unitValue[product]
    let deviation = spread.ofCreator(
      creator, product: product, format: format, isPredicted: isPredicted)
    return aversion * expm1(deviation * deviation) * worth * worth
  }
}
