import Casting
import Foundation
import Tables

/// Reads typed answers by the rules that briefs have, and takes none that could mean something else.
enum AnswerReader {
  static func cell(_ text: String, _ name: String) -> Cell {
    Cell(name: .named(name), isRequired: true, text: text, place: InputPlace(file: ""))
  }

  static func number(
    _ text: String, _ rule: NumberRule, _ name: String
  ) throws(AnswerRefusal) -> Double {
    let cell = cell(text, name)
    switch rule.isRate ? HumanNumber.parseRate(text) : HumanNumber.parse(text) {
    // -0 is 0.
    case .number(let number) where rule.accepts(number): return number == 0 ? 0 : number
    case .number: throw .fault(.issue(.outOfRange(cell, rule)))
    case .missing: throw .fault(.issue(.emptyCell(cell, rule)))
    case .fault(let fault): throw .fault(.issue(.badNumber(cell, rule, fault)))
    }
  }

  /// One of a list of words, or another spelling of it.
  static func word(
    _ text: String, _ words: WordList, _ name: String
  ) throws(AnswerRefusal) -> String {
    if let word = words.word(for: text) { return word }
    throw .fault(.issue(.unknownChoice(cell(text, name), words.words.map(\.word))))
  }

  static func day(_ text: String, _ name: String) throws(AnswerRefusal) -> CalendarDay {
    if let day = CalendarDay(written: text) { return day }
    throw .fault(.issue(.badDay(cell(text, name))))
  }

  /// How many creators.
  static func count(_ text: String) throws(AnswerRefusal) -> Int {
    guard case .number(let number) = HumanNumber.parse(text), NumberRule.whole.accepts(number),
      number >= 1
    else { throw .fault(.creatorCount(given: text)) }
    return Int(number)
  }

  /// The parts of a list, without blanks around them and without empty ones.
  static func parts(_ text: String) -> [String] {
    text.split { ",、，;；".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  // MARK: Creators

  /// A creator, or a list of them, by id or name; each once, in the order typed.
  static func creators(
    _ text: String, in roster: Roster
  ) throws(AnswerRefusal) -> [NamedCreator] {
    let directory = CreatorDirectory(roster: roster)
    let parts = parts(text)
    let whole = directory.rows(named: text)
    if parts == [text] || !whole.isEmpty {
      // A name may have a comma in it.
      let isList = parts.count > 1 && parts.allSatisfy { !directory.rows(named: $0).isEmpty }
      let creator = try creator(text, whole, directory)
      if isList { throw .fault(.nameOrList(given: text, whole: creator)) }
      return [creator]
    }
    guard !parts.isEmpty else { throw .fault(.unknownCreator(given: text, near: [])) }
    var creators: [NamedCreator] = []
    for part in parts {
      let creator = try creator(part, directory.rows(named: part), directory)
      if !creators.contains(creator) { creators.append(creator) }
    }
    return creators
  }

  private static let mostTold = 5

  private static func creator(
    _ text: String, _ rows: [Int], _ directory: CreatorDirectory
  ) throws(AnswerRefusal) -> NamedCreator {
    if rows.count == 1 { return directory.creator(rows[0]) }
    if rows.isEmpty {
      throw .fault(.unknownCreator(given: text, near: directory.near(text)))
    }
    let told = rows.prefix(mostTold).map(directory.creator)
    throw .fault(.severalCreators(given: text, creators: told, count: rows.count))
  }

  // MARK: Ages

  /// Ages with their shares: `20-29 40%, 30代 0.3`.
  static func ages(_ text: String) throws(AnswerRefusal) -> [Double?] {
    var ages: [Double?] = AudienceCells.ageBands.map { _ in nil }
    let parts = parts(text)
    guard !parts.isEmpty else { throw .fault(.ageShare(given: text)) }
    for part in parts.map({ $0.replacing(" %", with: "%") }) {
      // The share is what stands behind the last blank, colon or equals sign.
      guard let mark = part.lastIndex(where: { " 　:：=＝".contains($0) }),
        let band = AudienceCells(names: [String(part[..<mark])]).ageOfCell[0]
      else { throw .fault(.ageShare(given: part)) }
      guard ages[band] == nil else { throw .fault(.repeatedAge(given: part)) }
      let share = part[part.index(after: mark)...].trimmingCharacters(in: .whitespaces)
      ages[band] = try number(share, .rate, AudienceColumns.ages[band].name)
    }
    try checkSum(ages, text)
    return ages
  }

  /// As in a brief.
  private static func checkSum(_ ages: [Double?], _ text: String) throws(AnswerRefusal) {
    let sum = ages.reduce(0.0) { $0 + ($1 ?? 0) }
    let isWhole = !ages.contains(nil)
    let tolerance = AudienceColumns.sumTolerance + 1e-9
    guard isWhole ? abs(sum - 1) <= tolerance : sum <= 1 + tolerance else {
      throw .fault(.issue(.audienceSum(cell(text, "audience"), sum, isWhole: isWhole)))
    }
  }
}
