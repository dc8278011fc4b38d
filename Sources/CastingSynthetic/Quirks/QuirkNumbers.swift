/// Whole numbers as rosters in the wild write them. All but `rounded` say exactly the number.
enum QuirkNumbers {
  /// `0.89k`, `29.0b`: the number in thousands, millions or billions.
  static func suffixed(_ number: Int, upperCase: Bool) -> String {
    let (unit, letter) = unit(number)
    let text = decimal(number, unit: unit)
    let shown = text.contains(".") ? text : text + ".0"
    return shown + (upperCase ? letter.uppercased() : letter)
  }

  /// `2.28E+11`.
  static func scientific(_ number: Int) -> String {
    let digits = String(number)
    var fraction = String(digits.dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    let exponent = String(digits.count - 1)
    return digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "E+"
      + (exponent.count < 2 ? "0" + exponent : exponent)
  }

  /// `16.5 M`: a unit behind a blank.
  static func withBlankUnit(_ number: Int) -> String {
    let isLarge = number >= 1_000_000
    let parts = decimal(number, unit: isLarge ? 1_000_000 : 1_000)
      .split(separator: ".", maxSplits: 1)
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return grouped(String(parts[0])) + fraction + (isLarge ? " M" : " K")
  }

  /// `1.2M`: to two digits or so, as a page shows it.
  static func rounded(_ number: Int) -> String {
    guard number >= 1_000 else { return String(number) }
    let (unit, letter) = unit(number)
    let tenths = (number * 10 + unit / 2) / unit
    let text = tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    return text + letter.uppercased()
  }

  private static func unit(_ number: Int) -> (size: Int, letter: String) {
    switch number {
    case 1_000_000_000...: (1_000_000_000, "b")
    case 1_000_000...: (1_000_000, "m")
    default: (1_000, "k")
    }
  }

  /// `number / unit` to the last digit; `unit` is a power of ten.
  private static func decimal(_ number: Int, unit: Int) -> String {
    var fraction = String(number % unit + unit).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return String(number / unit) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func grouped(_ digits: String) -> String {
    digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
