import CXLSXWriter
import Tables

/// Hands the rules of entries to libxlsxwriter.
enum EntryRuleWriter {
  static func write(
    _ rule: EntryRule, _ target: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    // The library copies what it is given.
    var kept: [CText] = []
    func text(_ text: String) -> UnsafeMutablePointer<CChar>? {
      if text.isEmpty { return nil }
      kept.append(CText(text))
      return kept.last?.pointer
    }
    var validation = lxw_data_validation()
    validation.input_title = text(rule.title)
    validation.input_message = text(rule.message)
    validation.error_title = text(rule.title)
    validation.error_message = text(rule.message)
    if !rule.isStrict {
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    }
    var words: [UnsafeMutablePointer<CChar>?] = []
    switch rule.values {
    case .any: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .list(let choices):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      words = choices.map(text) + [nil]
    case .number(let range): set(&validation, LXW_VALIDATION_TYPE_DECIMAL, range)
    case .whole(let range): set(&validation, LXW_VALIDATION_TYPE_INTEGER, range)
    case .day(let range):
      set(
        &validation, LXW_VALIDATION_TYPE_DATE_NUMBER,
        range.lowerBound.serial...range.upperBound.serial)
    }
    let (rows, columns) = (rule.cells.rows, rule.cells.columns)
    return withExtendedLifetime(kept) {
      words.withUnsafeMutableBufferPointer { words in
        validation.value_list = words.isEmpty ? nil : words.baseAddress
        return worksheet_data_validation_range(
          target, UInt32(rows.lowerBound - 1), UInt16(columns.lowerBound - 1),
          UInt32(rows.upperBound - 1), UInt16(columns.upperBound - 1), &validation)
      }
    }
  }

  private static func set(
    _ validation: inout lxw_data_validation, _ type: lxw_validation_types,
    _ range: ClosedRange<Double>
  ) {
    validation.validate = UInt8(type.rawValue)
    validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    validation.minimum_number = range.lowerBound
    validation.maximum_number = range.upperBound
  }
}
