import CastingFiles
import Tables

extension IssueEnglish {
  static func sentence(_ reading: OpenReading) -> IssueSentence {
    func line(_ key: String, _ value: String) -> String {
      BriefLine.column(reading.table, reading.name, reading.header, key, value)
    }
    let column = "\"\(reading.header)\" (\(reading.name))"
    switch reading.question {
    case .fractionOrPerCent(let asFraction, let asPerCent):
      return IssueSentence(
        "\(column) can be read in two ways",
        rule: "as a fraction this is \(Self.percent(asFraction)), as per cent "
          + Self.percent(asPerCent),
        remedy: "write in the brief \(line("unit", "percent")), or unit: fraction")
    case .pointOrComma(let withPoint, let withComma):
      return IssueSentence(
        "\(column) can be read in two ways",
        rule: "with decimal points this is \(Self.number(withPoint)), with decimal commas "
          + Self.number(withComma),
        remedy: "write in the brief \(line("decimal", "point")), or decimal: comma")
    case .scaled(let inUnits, let asWritten):
      return IssueSentence(
        "\(column) can be read in two ways",
        rule: "in the unit of the header this is \(Self.number(inUnits)), as it is written "
          + Self.number(asWritten),
        remedy: "write all cells of the column in its unit, or take the unit out of the header")
    case .currency(let found, let campaign):
      return IssueSentence(
        "\(column) names \(found.joined(separator: " and "))",
        rule: "amounts are in \(campaign), and nothing says what the others are worth",
        remedy: "convert the column to \(campaign), or state in the brief what one is worth, "
          + "exchange_rates: {\(found.first ?? ""): …}; if it is \(campaign) already, write in the "
          + "brief \(line("currency", campaign))")
    case .mixedCurrencies(let found, let unmarked, let campaign):
      let names = found.joined(separator: " and ")
      return IssueSentence(
        "\(column) names \(names)"
          + (unmarked > 0 ? ", and in \(LabelEnglish.counted(unmarked, "cell")) no currency" : ""),
        rule: "the amounts of a column are in one currency",
        remedy: found.count > 1
          ? "write them all in one of them, or in \(campaign)"
          : "if all of them are in \(names), write in the brief "
            + "\(line("currency", found.first ?? "")); otherwise write them all in one currency")
    }
  }

  static func percent(_ share: Double) -> String { CSVWriter.shortest(share * 100) + " %" }

  static func number(_ number: Double) -> String { CSVWriter.shortest(number) }
}
