import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The chances of one draw. Every creator, every product and the campaign has a number of its own that
/// goes by the seed and the draw alone: two plans of one draw share what befalls the creators of both,
/// so that the difference between them is not drowned in chance.
package struct OutcomeFactors: Sendable {
  /// Spreads the numbers of subjects and draws over all seeds; odd constants of SplitMix's kind.
  private static let (subjectStep, drawStep): (UInt64, UInt64) = (
    0xD1B5_4A32_D192_ED03, 0xAEF1_7502_108E_F2D9
  )

  private let base: UInt64

  package init(seed: UInt64, draw: Int) {
    var mixer = SeededGenerator(seed: seed)
    var spread = SeededGenerator(
      seed: mixer.next() ^ (UInt64(truncatingIfNeeded: draw) &* Self.drawStep))
    base = spread.next()
  }

  package func ofCampaign(spread: Double) -> Double { Self.factor(spread, normal(0)) }

  package func ofProduct(_ product: Int, spread: Double) -> Double {
    Self.factor(spread, normal(2 &* UInt64(product) &+ 1))
  }

  package func ofCreator(_ creator: Int, spread: Double) -> Double {
    Self.factor(spread, normalOfCreator(creator))
  }

  package func normalOfCreator(_ creator: Int) -> Double { normal(2 &* UInt64(creator) &+ 2) }

  /// Lognormal with mean 1.
  package static func factor(_ spread: Double, _ normal: Double) -> Double {
    exp(spread * normal - spread * spread / 2)
  }

  private func normal(_ subject: UInt64) -> Double {
    var generator = SeededGenerator(seed: base ^ (subject &* Self.subjectStep))
    return generator.nextNormal()
  }
}
