import Casting
import CastingReports
import Tables

/// Amounts of options that are marked as another currency's than the brief's, which is known only when it was read.
enum ForeignAmounts {
  /// What is wrong with an option's texts: amounts stand between the signs of `C1:live=$500` and `cost<=$500`.
  static func problems(_ option: String, _ texts: [String], in money: Money) -> [UsageProblem] {
    texts.filter { text in
      text.split { ":=,<>+-%％".contains($0) }.contains {
        HumanNumber.parse(String($0), in: Currency(money.code)) == .fault(.foreignCurrency)
      }
    }.map { .foreignAmount(option: option, given: $0, currency: money.code) }
  }
}
