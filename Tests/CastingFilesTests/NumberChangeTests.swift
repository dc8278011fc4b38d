import CastingFiles
import Testing

/// Changes of numbers, as options write them.
@Suite struct NumberChangeTests {
  private func changed(_ text: String, _ number: Double, isRate: Bool = false) throws -> Double {
    try #require(NumberChange(text, isRate: isRate)).applied(to: number)
  }

  @Test func `every form comes to what a person would write`() throws {
    #expect(try changed("8万", 11_000) == 80_000)
    #expect(try changed("+20000", 11_000) == 31_000)
    #expect(try changed("-2万", 11_000) == 0)
    #expect(try changed("80%", 11_000) == 8_800)
    #expect(try changed("70%", 0.5, isRate: true) == 0.7)
    #expect(try changed("+20%", 0.000_213) == 0.000_255_6)
  }

  /// 11,000 × 1.1 is above 12,100 in binary, and costs are rounded up.
  @Test func `shares of whole amounts are whole where they are`() throws {
    var above = 0
    for hundreds in 1...2_000 {
      let fee = Double(hundreds * 100)
      for percent in 1...60 {
        for (sign, text) in [(1, "+\(percent)%"), (-1, "-\(percent)%")] {
          let wanted = Double(hundreds * (100 + sign * percent))
          let found = try changed(text, fee)
          #expect(found == wanted, "\(fee) \(text)")
          if fee * (1 + Double(sign * percent) / 100) > wanted { above += 1 }
        }
      }
    }
    #expect(above > 1_000)
  }
}
