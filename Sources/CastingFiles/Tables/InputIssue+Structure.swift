import Tables

// Issues with the structure of a table: its records, headers and ids.

extension InputIssue {
  static func structure(_ fault: CSVFault, text: String, at place: InputPlace) -> InputIssue {
    let found: TableFault =
      switch fault.kind {
      case .unclosedQuote: .unclosedQuote
      case .textAfterClosingQuote: .textAfterQuote
      }
    return InputIssue(place, .table(found), value: text)
  }

  static func recordTooLong(_ place: InputPlace, maximum: Int) -> InputIssue {
    InputIssue(place, .table(.recordTooLong(maximum: maximum)))
  }

  static func fieldCount(_ count: Int, expected: Int, at place: InputPlace) -> InputIssue {
    InputIssue(place, .table(.fieldCount(count: count, expected: expected)))
  }

  static func duplicateColumn(
    _ name: String, headers: (String, String), fields: (Int, Int), at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place,
      .table(
        .duplicateColumn(
          name: name, firstHeader: headers.0, fields: [fields.0 + 1, fields.1 + 1],
          isSame: HeaderText.normalized(headers.0) == HeaderText.normalized(headers.1))),
      value: headers.1)
  }

  static func missingColumn(
    _ column: ColumnSpecification, headers: [String], at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, .table(.missingColumn(name: column.name, accepted: [column.name] + column.aliases)),
      value: headers.joined(separator: ", "))
  }

  static func duplicateIdentifier(
    _ identifier: String, column: String, firstLine: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, .table(.duplicateIdentifier(name: column, firstLine: firstLine)), value: identifier)
  }

  static func scatteredRows(
    _ identifier: String, column: String, firstLine: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, .table(.scatteredRows(name: column, firstLine: firstLine)), value: identifier)
  }

  static func binaryValue(_ column: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .table(.binaryValue(name: column)))
  }

  // MARK: JSON

  static func json(_ fault: JSONFault, at place: InputPlace) -> InputIssue {
    let found: TableFault =
      switch fault.kind {
      case .expected(let token): .jsonExpected(token: token)
      case .unclosedString: .jsonUnclosedString
      case .controlCharacter: .jsonControlCharacter
      case .badEscape: .jsonBadEscape
      case .nestedList: .jsonNestedList
      case .tooDeep: .jsonTooDeep
      case .tooManyValues: .jsonTooManyValues(maximum: JSONObjectReader.maximumMembers)
      case .keyTooLong: .jsonKeyTooLong(maximum: JSONObjectReader.maximumPath)
      case .textAfterObject: .jsonTextAfterObject
      }
    return InputIssue(place, .table(found))
  }

  static func repeatedKey(_ key: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .table(.repeatedKey), value: key)
  }

  static func keyDiffers(
    _ column: String, key: String, value: String, at place: InputPlace
  ) -> InputIssue {
    InputIssue(place, .table(.jsonKeyDiffers(name: column, key: key)), value: value)
  }

  static func jsonLayout(
    _ fault: JSONObjectFinder.Fault, at place: InputPlace
  ) -> InputIssue {
    let found: TableFault =
      switch fault {
      case .expectedObject: .jsonListWithoutObject
      case .expectedComma: .jsonListWithoutComma
      case .unclosed: .jsonListUnclosed
      case .textBehind: .jsonTextAfterList
      case .expected(let token): .jsonExpected(token: token)
      }
    return InputIssue(place, .table(found))
  }
}
