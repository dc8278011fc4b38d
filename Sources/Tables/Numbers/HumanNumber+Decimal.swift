extension HumanNumber {
  /// A decimal number mantissa · 10^exponent, exact up to 38 digits.
  struct Decimal: Equatable {
    var mantissa: UInt128 = 0
    var exponent = 0

    /// Appends a digit behind those there are.
    mutating func append(_ digit: UInt8, isFraction: Bool) {
      let (tens, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(UInt128(digit))
      if overflow || carry {
        // Digits past the 38th are far below the precision of a double: only their place counts.
        if !isFraction { exponent += 1 }
        return
      }
      mantissa = sum
      if isFraction { exponent -= 1 }
    }

    func adding(_ other: Decimal) throws(NumberFault) -> Decimal {
      let lowest = min(exponent, other.exponent)
      let left = try scaled(to: lowest)
      let right = try other.scaled(to: lowest)
      let (sum, overflow) = left.addingReportingOverflow(right)
      if overflow { throw .tooLarge }
      return Decimal(mantissa: sum, exponent: lowest)
    }

    private func scaled(to lowest: Int) throws(NumberFault) -> UInt128 {
      var scaled = mantissa
      for _ in 0..<(exponent - lowest) {
        let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
        if overflow { throw .tooLarge }
        scaled = next
      }
      return scaled
    }

    /// The double nearest to the number; infinite when there is none that large.
    var nearestDouble: Double {
      if mantissa <= UInt128(HumanNumber.maximumExact), abs(exponent) <= 22 {
        let power = powersOfTen[abs(exponent)]
        return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
      }
      return Double("\(mantissa)e\(exponent)") ?? .infinity
    }
  }
}
