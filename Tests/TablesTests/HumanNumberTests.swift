import Tables
import Testing

@Suite struct HumanNumberTests {
  @Test(arguments: [
    ("0", 0), ("12345", 12_345), ("12,345", 12_345), ("1,234,567.5", 1_234_567.5),
    ("1.2M", 1_200_000), ("85K", 85_000), ("85k", 85_000), ("0.89k", 890), ("29.0b", 29e9),
    ("3.4万", 34_000), ("3.4 万", 34_000), ("2億", 200_000_000), ("1億2,000万", 120_000_000),
    ("3千", 3000), ("1万2345", 12_345), ("12.3万人", 123_000), ("500万円", 5_000_000),
    ("¥50,000", 50_000), ("￥50,000", 50_000), ("50000円", 50_000), ("50,000 JPY", 50_000),
    ("JPY 50,000", 50_000), ("１２，３４５", 12_345), ("３．４万", 34_000), ("￥１，２００", 1200),
    ("2.28E+11", 2.28e11), ("1e3", 1000), ("1E-2", 0.01), ("5_000_000", 5_000_000),
    ("  42\t", 42), ("\u{3000}42\u{A0}", 42), ("16,037 M", 16_037e6), ("-5", -5), ("+5", 5),
    ("−5", -5), ("-¥500", -500), ("¥-500", -500), (".5", 0.5), ("5.", 5), ("0.1", 0.1),
    ("007", 7), ("1000人", 1000), ("0.000000000000000000000001", 1e-24),
    ("123456789012345678901234567890", 1.2345678901234568e29),
  ])
  func reads(text: String, expected: Double) {
    #expect(HumanNumber.parse(text) == .number(expected))
  }

  @Test(arguments: [
    ("abc", NumberFault.notANumber), ("nan", .notANumber), ("NaN", .notANumber),
    ("inf", .notANumber), ("Infinity", .notANumber), ("N/A", .notANumber), ("N/A'", .notANumber),
    ("#VALUE!", .notANumber), ("#VALOR!", .notANumber), ("-", .notANumber), ("K", .notANumber),
    ("1K2", .notANumber), ("1e", .notANumber), ("1e+", .notANumber), ("1.2.", .ambiguousGrouping),
    (",5", .notANumber), ("12 345", .notANumber), ("1万億", .notANumber), ("1万2万", .notANumber),
    ("--5", .notANumber), ("0x10", .notANumber), ("_5", .notANumber), ("5_", .notANumber),
    ("12,34", .ambiguousGrouping), ("1,2345", .ambiguousGrouping), ("1.234,5", .ambiguousGrouping),
    ("1.234.567", .ambiguousGrouping),
    ("0,123", .ambiguousGrouping), ("1,234,", .ambiguousGrouping), ("3,5", .ambiguousGrouping),
    ("5%", .unexpectedPercent), ("$500", .foreignCurrency), ("500 USD", .foreignCurrency),
    ("€5", .foreignCurrency), ("1e400", .tooLarge), (".", .notANumber), ("%", .notANumber),
  ])
  func refuses(text: String, expected: NumberFault) {
    #expect(HumanNumber.parse(text) == .fault(expected))
  }

  @Test(arguments: ["", " ", "\u{3000}", "\t "])
  func blanksAreMissing(text: String) {
    #expect(HumanNumber.parse(text) == .missing)
    #expect(HumanNumber.parseRate(text) == .missing)
  }

  @Test(arguments: [
    ("3.2%", 0.032), ("３．２％", 0.032), ("0.032", 0.032), ("100%", 1), ("1", 1), ("0", 0),
    ("150 %", 1.5), ("-2%", -0.02), ("1,200%", 12), ("2e-2", 0.02),
  ])
  func readsRates(text: String, expected: Double) {
    #expect(HumanNumber.parseRate(text) == .number(expected))
  }

  @Test(arguments: ["3.2", "1.0001", "85K", "3.2 万"])
  func asksAboutBareRatesAboveOne(text: String) {
    #expect(HumanNumber.parseRate(text) == .fault(.bareAboveOne))
  }

  /// The standard library rounds decimals correctly; so must every path here.
  @Test func isTheNearestDouble() {
    var generator = SplitMix(state: 11)
    for _ in 0..<50_000 {
      let digits = String(generator.next() >> UInt64.random(in: 0...63, using: &generator))
      let point = Int.random(in: 0...digits.count, using: &generator)
      let text = "\(digits.prefix(point)).\(digits.dropFirst(point))"
      let exponent = Int.random(in: -30...30, using: &generator)
      for form in [text, digits, "\(digits)e\(exponent)"] {
        #expect(HumanNumber.parse(form) == .number(Double(form)!), "\(form), seed 11")
      }
      let scaled = Double("\(text)e4")!
      #expect(HumanNumber.parse(text + "万") == .number(scaled), "\(text)万, seed 11")
    }
  }

  @Test func groupsOfThreeAreTheSameNumber() {
    var generator = SplitMix(state: 3)
    for _ in 0..<5000 {
      let number = Int.random(in: 0...1_000_000_000_000, using: &generator)
      var grouped = ""
      for (index, digit) in String(number).reversed().enumerated() {
        if index > 0 && index % 3 == 0 { grouped.append(",") }
        grouped.append(digit)
      }
      let text = String(grouped.reversed())
      #expect(HumanNumber.parse(text) == .number(Double(number)), "\(text), seed 3")
    }
  }
}
