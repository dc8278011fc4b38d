import Casting
import CastingFiles
import Tables

/// The sheet of the template with the brief: keys with their values, and beside them the quotas.
struct TemplateBrief {
  let brief: BriefEntries
  let wording: Wording

  private static let valueWidth = 30.0
  private static let meaningWidth = 64.0
  /// Rows for quotas whose entries are checked.
  private static let quotaRows = 200
  /// The first column of the quotas.
  private static let quotaColumn = 5

  func sheet(named name: String) -> Sheet {
    var sheet = Sheet(
      name: name,
      columns: [
        ColumnLayout(width: 38), ColumnLayout(width: Self.valueWidth),
        ColumnLayout(width: Self.meaningWidth),
        ColumnLayout(width: 3), ColumnLayout(width: 34), ColumnLayout(width: 14),
        ColumnLayout(width: 12), ColumnLayout(width: 12),
      ])
    sheet.rows = [header]
    let keys = keyRows
    for row in 0..<max(keys.count, brief.quotas.count + Self.blankQuotas) {
      let left = row < keys.count ? keys[row].cells : Self.blanks(3)
      sheet.rows.append(left + Self.blanks(1) + quotaCells(row))
      if row < keys.count { sheet.heights[row + 2] = keys[row].height }
      if row < keys.count, let rule = keys[row].rule {
        sheet.entries.append(
          EntryRule(
            cells: CellRange(rows: (row + 2)...(row + 2), columns: 2...2), values: rule,
            title: "", message: keys[row].message))
      }
    }
    sheet.entries += quotaRules
    sheet.frozen = (rows: 1, columns: 0)
    return sheet
  }

  private var header: [SheetCell] {
    let keys = wording.keyHeaders.map { SheetCell($0, TemplateLooks.required) }
    let quotas = wording.quotaHeaders.map { SheetCell($0.header, TemplateLooks.required) }
    return keys + Self.blanks(1) + quotas
  }

  private static func blanks(_ count: Int) -> [SheetCell] {
    Array(repeating: SheetCell(.empty), count: count)
  }

  // MARK: Keys

  private struct KeyRow {
    var cells: [SheetCell]
    var rule: EntryRule.Values?
    var message = ""
    var height: Double?
  }

  /// The keys that there are by section, each followed by those of the brief that belong there.
  private var keyRows: [KeyRow] {
    var rows: [KeyRow] = []
    var rest = brief.entries
    for section in BriefKey.Section.allCases {
      rows.append(
        KeyRow(cells: [SheetCell(wording.title(section), TemplateLooks.heading)] + Self.blanks(2)))
      let keys = BriefKey.all.filter { $0.section == section }
      for key in keys {
        let place = rest.firstIndex { $0.path == key.path }
        rows.append(row(key.path, key.kind, place.map { rest.remove(at: $0).text } ?? ""))
      }
      // Keys of the user's own stand with their kin.
      let kin = Set(keys.compactMap { $0.path.split(separator: ".").first })
      for entry in rest where entry.path.split(separator: ".").first.map(kin.contains) ?? false {
        rows.append(row(entry.path, nil, entry.text))
      }
      rest.removeAll { $0.path.split(separator: ".").first.map(kin.contains) ?? false }
    }
    return rows + rest.map { row($0.path, nil, $0.text) }
  }

  private func row(_ path: String, _ kind: BriefKey.Kind?, _ text: String) -> KeyRow {
    let meaning = wording.meaning(ofKey: path) ?? ""
    let value = Self.value(text, kind)
    return KeyRow(
      cells: [
        SheetCell(path, TemplateLooks.key),
        SheetCell(value, TemplateLooks.entry(Self.format(kind))),
        meaning.isEmpty ? SheetCell(.empty) : SheetCell(meaning, TemplateLooks.meaning),
      ], rule: rule(path, kind), message: meaning,
      height: TemplateLooks.height([(meaning, Self.meaningWidth), (text, Self.valueWidth)]))
  }

  private func rule(_ path: String, _ kind: BriefKey.Kind?) -> EntryRule.Values? {
    switch kind {
    case .choice(let words): .list(words)
    case .flag: .list(["yes", "no"].map(wording.listed))
    case .share: .number((path.hasPrefix("certification_bonus.") ? -1 : 0)...1)
    case .day: .day(TemplateTable.days)
    case .text, .money, .number, .whole, .list, .structure: .any
    case nil: nil
    }
  }

  private static func format(_ kind: BriefKey.Kind?) -> String {
    switch kind {
    case .share: TemplateLooks.share
    case .money: TemplateLooks.grouped
    case .day: TemplateLooks.day
    case .text, .choice, .flag, .number, .whole, .list, .structure, nil: ""
    }
  }

  /// A number where its cell reads as the same text, or, of an amount, as the same number.
  private static func value(_ text: String, _ kind: BriefKey.Kind?) -> SheetCell.Value {
    if text.isEmpty { return .empty }
    switch kind {
    case .day: return CalendarDay(iso: text).map { .day($0) } ?? .text(text)
    case .money, .number, .whole, .share:
      return number(text.replacing("_", with: "")) ?? .text(text)
    case .text, .choice, .flag, .list, .structure, nil: return .text(text)
    }
  }

  private static func number(_ text: String) -> SheetCell.Value? {
    guard let number = Double(text), number.isFinite, CSVWriter.shortest(number) == text,
      text.count(where: \.isNumber) <= 15
    else { return nil }
    return .number(number)
  }

  // MARK: Quotas

  /// Rows without a quota that look as if one could stand there.
  private static let blankQuotas = 12

  private func quotaCells(_ row: Int) -> [SheetCell] {
    let quota =
      row < brief.quotas.count
      ? brief.quotas[row] : .init(filter: "", measure: "", minimum: "", maximum: "")
    guard row < brief.quotas.count + Self.blankQuotas else { return [] }
    let isShare = [wording.listed("spend_share"), "spend_share"].contains(quota.measure)
    let isMoney = [wording.listed("spend"), "spend"].contains(quota.measure)
    let format = isShare ? TemplateLooks.share : isMoney ? TemplateLooks.grouped : ""
    func cell(_ text: String, _ kind: BriefKey.Kind, _ format: String) -> SheetCell {
      SheetCell(Self.value(text, kind), TemplateLooks.entry(format))
    }
    return [
      cell(quota.filter, .text, ""), cell(wording.listed(quota.measure), .text, ""),
      cell(quota.minimum, .number, format), cell(quota.maximum, .number, format),
    ]
  }

  private var quotaRules: [EntryRule] {
    wording.quotaHeaders.enumerated().map { place, words in
      let column = Self.quotaColumn + place
      return EntryRule(
        cells: CellRange(rows: 2...(1 + Self.quotaRows), columns: column...column),
        values: place == 1
          ? .list(Quota.Measure.allCases.map { wording.listed($0.rawValue) }) : .any,
        title: words.header, message: words.help)
    }
  }
}
