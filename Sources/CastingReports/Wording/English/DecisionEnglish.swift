import CastingFiles
import CastingReview

/// What tables and their columns were taken for, in English.
enum DecisionEnglish {
  static func text(_ decision: ReadingDecision) -> String {
    let what = what(decision)
    let evidence = evidence(decision.evidence)
    var text = evidence.isEmpty ? what : "\(what): \(evidence)"
    if decision.basis == .assumed, let line = BriefLine.other(than: decision) {
      text += ". If that is wrong, write in the brief: \(line)"
    }
    return text
  }

  private static func what(_ decision: ReadingDecision) -> String {
    let column =
      decision.header.map { header in
        "\"\(header)\"" + (decision.field.map { " (column \($0))" } ?? "") + " "
      } ?? ""
    let verb = decision.basis == .assumed ? "is taken for" : "is read as"
    switch decision.what {
    case .sheet(let name): return "the sheet \"\(name)\" is read"
    case .headerRow(let line): return "line \(line) is the header; what stands above is passed over"
    case .endsAtRow(let line): return "the table ends before line \(line); what follows is not used"
    case .totalRowLeftOut(let line): return "line \(line) holds a total or a mean and is left out"
    case .fraction: return column + "\(verb) fractions (0.032 is 3.2 %)"
    case .perCent: return column + "\(verb) per cent (3.2 is 3.2 %)"
    case .pointDecimals: return column + "\(verb) numbers with decimal points"
    case .commaDecimals: return column + "\(verb) numbers with decimal commas"
    case .scale(let power): return column + "counts in units of \(Amount.whole(power10(power)))"
    case .currency(let code): return column + "is in \(code)"
    case .exchanged(let code, let campaign, let rate):
      return column
        + "is in \(code), and 1 \(code) counts as \(IssueEnglish.number(rate)) \(campaign)"
    case .taxExcluded: return column + "is without tax"
    case .taxIncluded: return column + "includes tax"
    case .oneCreator(let creator, let lines):
      return "lines \(lines.map(String.init).joined(separator: ", ")) are one creator, \(creator)"
    case .accounts(let person, let lines):
      return "lines \(lines.map(String.init).joined(separator: ", ")) are accounts of one person, "
        + person
    case .identifier(let name): return "rows are known by their \(name): there is no column of ids"
    case .format(let name, let platforms, let creators):
      let where_ = platforms.filter { !$0.isEmpty }
      return column + "is taken for the fee of a \(name) deal"
        + (where_.isEmpty ? "" : " on \(where_.joined(separator: ", "))")
        + " (\(LabelEnglish.counted(creators, "creator")))"
    case .variants(let products, let rows):
      return "\(LabelEnglish.counted(rows, "row")) are variants of "
        + "\(LabelEnglish.counted(products, "product")): the cheapest price and the sum of the stock count"
    }
  }

  static func evidence(_ evidence: ReadingDecision.Evidence) -> String {
    switch evidence {
    case .stated: "the brief says so"
    case .header: "its header says so"
    case .title(let text): "\"\(text)\" stands above the table"
    case .cells(let count, let example):
      "\(LabelEnglish.counted(count, "cell")) can be read in no other way, as \"\(example)\""
    case .aboveOne(let count, let all, let example):
      "\(count) of \(all) bare numbers are above 1, the first \"\(example)\""
    case .usual(let middle, let other):
      "the middle value is then about \(Amount.percent(middle)), and otherwise "
        + "\(Amount.percent(other))"
    case .wholeThings(let example): "whole things have no decimals, as \"\(example)\""
    case .impossible(let example): "\"\(example)\" would be impossibly large otherwise"
    case .size(let example): "\"\(example)\" would be far from all others otherwise"
    case .headers(let found):
      found.isEmpty ? "" : "it names " + found.prefix(6).joined(separator: ", ")
    case .anotherTable(let text): "\"\(text)\" reads like another table or a remark"
    case .sum(let column): "its \(column) is the sum of the rows above"
    case .word(let text): "it is named \"\(text)\""
    case .convention: "as such tables usually mean it"
    case .sameIdentifier: "they name the same creator"
    }
  }

  private static func power10(_ power: Int) -> Double {
    (0..<power).reduce(1) { number, _ in number * 10 }
  }
}
