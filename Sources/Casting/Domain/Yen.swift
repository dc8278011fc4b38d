/// Amounts as sentences write them.
package enum Yen {
  /// Whole yen with separators: `¥1,234,567`.
  package static func text(_ amount: Double) -> String {
    (amount < 0 ? "-¥" : "¥") + grouped(abs(amount))
  }

  /// A whole number with separators: `1,234,567`.
  package static func grouped(_ number: Double) -> String {
    guard number.isFinite, number < 1e15 else { return "unlimited" }
    let digits = Array(String(Int64(number.rounded())))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0, digits[place - 1] != "-" { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number with that many decimals: `2.40`.
  package static func decimal(_ number: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 1e15 else { return "unlimited" }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// A share as a percentage with one decimal: `3.2 %`.
  package static func percent(_ share: Double) -> String { decimal(share * 100, places: 1) + " %" }
}
