import Casting
import Testing

struct TaxTermsTests {
  /// 3,300,000 with 10 % is 3,000,000 exactly; one yen less is one less.
  @Test func theBudgetWithoutTaxIsWhole() {
    let tax = TaxTerms(rate: 0.1)
    #expect(tax.budgetWithout(3_300_000) == 3_000_000)
    #expect(tax.budgetWithout(3_299_999) == 2_999_999)
    #expect(tax.budgetWithout(0) == 0)
  }

  /// The largest whole amount that is within the budget when tax is added.
  @Test func noUnitIsLost() {
    for rate in [0.05, 0.08, 0.1, 0.19, 0.25] {
      let tax = TaxTerms(rate: rate)
      for net in stride(from: 1.0, through: 400_000, by: 997) {
        let gross = (net * (1 + rate)).rounded(.up)
        let found = tax.budgetWithout(gross)
        #expect(found * (1 + rate) <= gross + 1e-6, "rate \(rate), net \(net)")
        #expect((found + 1) * (1 + rate) > gross - 1e-6, "rate \(rate), net \(net)")
      }
    }
  }
}
