import Casting
import CastingFiles
import CastingReports
import Tables
import Testing

/// Every fault of every subject, said in both languages.
@Suite struct IssueWordingTests {
  private static let fee = InputSubject.named("fee")

  /// Every value that a fault may be told of.
  private static let names = [
    "fee", "db.sqlite", "people", "creator_id", "creators.csv", "products.npy", "フォロワー",
    "Followers",
    "budget", "budgte", "tier", "micro", "nano", "live", "video", "P1", "C1", "rate", "micro spend",
    "count", "creators", "name", "available_from", "available_to", "member",
    "max", "agency", "Acme", "項目", "値", "名簿", "商品", "案件", "施策", "視聴者",
  ]

  private func check<Fault>(
    _ type: Fault.Type, _ file: String, _ samples: [Fault],
    sourceLocation: SourceLocation = #_sourceLocation, wrap: (Fault) -> InputFault
  ) throws {
    try TalkCheck.expectSaid(
      type, declaredIn: file, samples, names: Self.names, sourceLocation: sourceLocation
    ) { wording, fault in
      let issue = InputIssue(file: "a.csv", line: 2, column: 3, wrap(fault), value: "値x")
      let text = wording.text(issue)
      #expect(text.hasPrefix("a.csv:2:3: "), "\(text)", sourceLocation: sourceLocation)
      let isEnglish = wording.language == .english
      let parts = text.dropFirst(11).split(separator: isEnglish ? "; " : "。")
      #expect(parts.count >= 3, "what, rule, remedy: \(text)", sourceLocation: sourceLocation)
      #expect(isEnglish || text.hasSuffix("。"), "\(text)", sourceLocation: sourceLocation)
      let isQuoted = text.contains(isEnglish ? ", \"" : "（記入: 「")
      #expect(isQuoted, "the value is shown: \(text)", sourceLocation: sourceLocation)
      let group = Self.group(of: wrap(fault), wording, sourceLocation)
      return (text + group).replacing("a.csv", with: "").replacing("値x", with: "")
    }
  }

  /// What is said of three of them together.
  private static func group(
    of fault: InputFault, _ wording: Wording, _ location: SourceLocation
  ) -> String {
    var issues = InputIssues()
    for line in 2...4 {
      issues.appendRow(
        InputIssue(file: "a.csv", line: line, column: 3, header: "見x", fault, value: "値x"))
    }
    let lines = wording.lines(issues)
    #expect(lines.count == 4, "\(lines)", sourceLocation: location)
    #expect(
      lines[0].hasPrefix("a.csv: ") && lines[0].contains(" → ") && lines[0].contains("値x"),
      "\(lines[0])", sourceLocation: location)
    #expect(
      lines.dropFirst().enumerated().allSatisfy { $1.hasPrefix("  a.csv:\($0 + 2):3") },
      "\(lines)", sourceLocation: location)
    return lines[0].replacing("見x", with: "fee").replacing("値x", with: "9")
  }

  @Test func filesAreSaid() throws {
    try check(
      FileProblem.Reason.self, "FileProblem.swift",
      [
        .missing, .isDirectory, .isDevice, .notPermitted, .isEmpty, .damagedGzip, .truncatedGzip,
        .damagedDatabase(words: "P1"), .unwritableDatabase(words: "P1"), .inUse,
        .unknownEncoding(name: "CP932"), .system(number: 5),
      ]
    ) { .file($0) }
    try check(
      NPYProblem.Reason.self, "NPYProblem.swift",
      [
        .notNPY, .unsupportedVersion(version: 3), .malformedHeader, .unsupportedType(type: "<i8"),
        .fortranOrder, .notTwoDimensional(dimensions: 3), .truncated(expected: 9, found: 8),
        .notFinite(row: 1, ofColumn: 2),
      ]
    ) { .matrix($0) }
  }

  @Test func sheetsAreSaid() throws {
    let roles = SheetRole.allCases.flatMap {
      [
        InputSheetFault.noSheet(role: $0, sheets: ["people"]),
        .sheetsOfOneRole(role: $0, sheets: ["people", "member"]),
      ]
    }
    try check(
      InputSheetFault.self, "InputSheetFault.swift",
      roles + [
        .fileWithoutSheets, .noBriefTable, .valueWithoutKey,
        .quotaWithoutMeasure(measures: ["count"]),
      ]
    ) { .sheet($0) }
  }

  @Test func formsAreSaid() throws {
    let faults: [ScoringModelFault] = [
      .otherModelSchema(found: "P1", expected: "C1"), .otherTaxonomy, .unsoundMeans,
      .negativeCreators(creators: -1), .unfitParts, .endlessNumbers,
    ]
    let declared = try TalkCheck.cases(
      of: "ScoringModelFault", in: "ScoringModelFault.swift")
    #expect(Set(faults.map(TalkCheck.caseName)) == declared)
    try check(
      FormFault.self, "FormFault.swift",
      RowNoun.allCases.map { .noRows(noun: $0) }
        + OtherWorkbook.allCases.map { .notTable(content: $0) }
        + faults.map { .refusedModel(fault: $0) } + [
          .notBrief, .notDatabase, .severalLists(names: ["people", "creators"]), .parquetFromPipe,
          .withoutConverter, .converterFailed(words: "P1"),
          .noSuchTable(wanted: "C1", path: "db.sqlite", tables: ["people"], example: "people"),
          .noSuchTable(wanted: nil, path: "db.sqlite", tables: [], example: nil),
          .sharedStandardInput, .notUTF8(byte: 0xE9), .containsNUL,
          .undecodable(byte: 0x0A, encoding: .cp932), .undecodable(byte: 1, encoding: .utf8),
          .undecodable(byte: 1, encoding: .utf16BigEndian), .tooManyKeys(maximum: 9),
          .notModel(words: "P1"), .notModel(words: nil), .incompleteModel(member: "member"),
          .embeddingRows(rows: 3, expected: 4, table: "creators.csv"),
          .embeddingDimensions(dimensions: 2, expected: 3, otherFile: "products.npy"),
          .embeddingsAlone(missing: "--creator-embeddings"),
          .tooManyInvalid(
            column: nil, field: nil, count: 59, rows: 122, allowed: 13, accepted: 49),
          .tooManyInvalid(
            column: "fee", field: 3, count: 1, rows: 4, allowed: 0, accepted: 25),
        ]
    ) { .form($0) }
  }

  @Test func tablesAreSaid() throws {
    try check(
      TableFault.self, "TableFault.swift",
      JSONFault.Token.allCases.map { .jsonExpected(token: $0) } + [
        .unclosedQuote, .textAfterQuote, .fieldCount(count: 4, expected: 3),
        .fieldCount(count: 2, expected: 3),
        .duplicateColumn(name: "fee", firstHeader: "フォロワー", fields: [1, 2], isSame: true),
        .duplicateColumn(name: "fee", firstHeader: "フォロワー", fields: [1, 2], isSame: false),
        .missingColumn(name: "fee", accepted: ["fee", "フォロワー"]),
        .duplicateIdentifier(name: "creator_id", firstLine: 7),
        .scatteredRows(name: "creator_id", firstLine: 7), .repeatedKey,
        .binaryValue(name: "fee"), .recordTooLong(maximum: 16 << 20),
        .jsonTooManyValues(maximum: 9), .jsonKeyTooLong(maximum: 9),
        .jsonKeyDiffers(name: "creator_id", key: "C1"), .jsonUnclosedString, .jsonControlCharacter,
        .jsonBadEscape,
        .jsonNestedList, .jsonTooDeep, .jsonTextAfterObject, .jsonListWithoutObject,
        .jsonListWithoutComma, .jsonListUnclosed, .jsonTextAfterList,
      ]
    ) { .table($0) }
  }

  @Test func cellsAreSaid() throws {
    let numbers = NumberFault.allCases.flatMap { fault in
      [(true, nil), (false, nil), (false, 3.2)].map { isRequired, percent in
        CellFault.badNumber(
          name: Self.fee, meaning: .rate, fault: fault, isRequired: isRequired, percent: percent,
          share: percent.map { $0 / 100 })
      }
    }
    let meanings = NumberMeaning.allCases.flatMap { meaning in
      [
        CellFault.emptyCell(name: Self.fee, meaning: meaning),
        .outOfRange(name: Self.fee, meaning: meaning, isRequired: false),
        .badNumber(
          name: Self.fee, meaning: meaning, fault: .notANumber, isRequired: true, percent: nil,
          share: nil),
      ]
    }
    let references = RowNoun.allCases.flatMap { noun in
      ["creators.csv", nil].map {
        CellFault.unknownReference(name: Self.fee, noun: noun, table: $0)
      }
        + [nil, 5].map {
          .leftOutReference(name: Self.fee, noun: noun, table: "creators.csv", line: $0)
        }
    }
    let subjects = InputSubject.Part.allCases.flatMap { part in
      [false, true].map {
        CellFault.badDay(name: InputSubject(part, name: "fee", isKey: $0), isRequired: $0)
      }
    }
    try check(
      CellFault.self, "CellFault.swift",
      numbers + meanings + references + subjects + [
        .emptyCell(name: Self.fee, meaning: nil),
        .outOfRange(name: Self.fee, meaning: .yen, isRequired: true),
        .unknownWord(name: Self.fee, words: ["nano", "micro"]),
      ]
    ) { .cell($0) }
  }

  @Test func rowsAreSaid() throws {
    try check(
      RowFault.self, "RowFault.swift",
      [
        .ageSum(sum: 0.9, tolerance: 0.02), .cellSum(sum: 0.9, tolerance: 0.02),
        .duplicateAudienceCell(firstLine: 3), .tooManyCells(count: 300, maximum: 200),
        .audienceOfOtherCells, .dayOrder(from: "2026-12-02", to: "2026-12-01"),
        .creatorLimits(minimum: 3, maximum: 2), .duplicateDeal(firstLine: 4),
        .dealPrediction(hasBoth: true), .dealPrediction(hasBoth: false),
        .bookingWithoutProduct, .bookedFormatNotInPlay(format: "video", formats: ["live", "post"]),
        .bookedOutside(day: "2026-12-20", from: "2026-11-01", to: "2026-11-30"),
        .twoBookings(firstLine: 4),
      ]
    ) { .row($0) }
  }

  @Test func briefsAreSaid() throws {
    try check(
      BriefFault.self, "BriefFault.swift",
      ExpectedForm.allCases.map { .wrongShape(name: InputSubject(.quota), form: $0) } + [
        .sharedName(name: Self.fee, noun: .creator, ids: ["C1", "P1"]),
        .sharedName(name: Self.fee, noun: .product, ids: ["C1", "P1"]),
        .sharedColumn(name: "fee", tables: ["roster", "products"]),
        .badPackageName(because: .isFormat(format: "live")),
        .badPackageName(because: .isPackage(name: "P1")),
        .badPackageName(because: .isColumn(column: "fee")),
        .badPackageName(because: .hasSeparators), .tooManyPackages(maximum: 32),
        .emptyBrief, .missingBudget, .notYAML(problem: "P1"), .notYAML(problem: nil),
        .repeatedBriefKey,
        .unknownKey(name: InputSubject(.brief), keys: ["budget", "tier"], nearest: "budget"),
        .unknownKey(name: InputSubject(.brief), keys: ["budget", "tier"], nearest: nil),
        .emptyKey(name: Self.fee), .missingKey(name: InputSubject(.lock), key: "name"),
        .notSingle(name: Self.fee, meaning: .yen),
        .unknownChoice(name: Self.fee, choices: ["nano", "micro"], nearest: "nano"),
        .unknownChoice(name: Self.fee, choices: ["nano", "micro"], nearest: nil),
        .unknownCell(cells: ["nano", "micro"], nearest: "nano"),
        .unknownCell(cells: ["nano", "micro"], nearest: nil),
        .competitorsWithoutWindow, .twoBudgetQuestions, .shareWithoutBudget,
        .unknownCurrency(name: Self.fee), .ownExchangeRate(currency: "JPY"),
        .quotaWithoutLimit(measures: ["count", "creators"]),
        .limitOrder(name: .group(of: "fee"), minimum: 3, maximum: 2),
        .windowOrder(from: "2026-12-02", to: "2026-12-01"),
        .audienceSum(sum: 1.2, isWhole: true, tolerance: 0.02),
        .audienceSum(sum: 1.2, isWhole: false, tolerance: 0.02),
        .unmatchedColumn(
          name: "fee", table: "creators.csv", headers: ["フォロワー", "Followers"], nearest: "フォロワー"),
        .unmatchedColumn(name: "fee", table: "creators.csv", headers: ["name"], nearest: nil),
        .repeatedMember(name: .group(of: "fee")),
        .repeatedLimit(name: .named("fee"), isOfOne: true),
        .repeatedLimit(name: .named("fee"), isOfOne: false),
        .loneMember(name: .group(of: "fee"), isEmpty: true),
        .loneMember(name: .group(of: "fee"), isEmpty: false),
        .unreadableLastPlan(reason: .missing), .lastPlanOfOtherForm,
        .lastPlanFormat(format: "video"),
      ]
    ) { .brief($0) }
  }

  @Test func questionsAreSaid() throws {
    try check(
      QuestionFault.self, "QuestionFault.swift",
      [.severalCreators(ids: ["C1", "P1"])]
        + RowNoun.allCases.flatMap { [.strangerInPlan(noun: $0), .unknownScenarioID(noun: $0)] }
        + QuestionFault.TableKey.allCases.map { .tablesAreRead(key: $0) }
        + QuestionFault.Difference.allCases.map { .scenariosApart(difference: $0) } + [
          .unknownSubject(nearest: "C1"), .unknownSubject(nearest: nil),
          .unknownProduct(nearest: "P1"), .unknownProduct(nearest: nil), .foreignDeal,
          .foreignRelaxation, .unknownRule(rules: ["micro spend"]), .unknownRule(rules: []),
          .budgetDropped,
          .productWithoutBudget, .dealsHaveOwnCosts,
          .noFeesOfFormat(format: "live", inPlay: ["video", "live"]),
          .unknownFilter(keys: ["platform", "tier"]), .changesNobody, .dropsNobody,
          .productLacks(field: "stock"), .offersNoFormat(creator: "C1", example: "live"),
          .noFeeToChange(creator: "C1"), .feesWithAndWithoutTax,
          .mixOfOtherCells, .missingProbability,
          .probabilitySum,
        ]
    ) { .question($0) }
  }

  @Test func issuesThatAreTooManyAreCounted() {
    var issues = InputIssues()
    for _ in 0..<103 { issues.append(InputIssue(file: "a.csv", .form(.notBrief))) }
    for language in Language.allCases {
      let lines = Wording(language).lines(issues)
      #expect(lines.count == 101 && lines[100].contains("3"))
    }
    TalkCheck.expectJapanese(Wording.japanese.lines(issues)[100])
  }

  /// Headers may hold line breaks, and values may be long.
  @Test func anIssueIsOneLine() {
    let issue = InputIssue(
      file: "a.csv", .table(.binaryValue(name: "Live\r\navg")),
      value: String(repeating: "長い\n", count: 40))
    for language in Language.allCases {
      let text = Wording(language).text(issue)
      #expect(!text.contains { $0.isNewline } && text.count < 200 && text.contains("…"), "\(text)")
    }
  }
}
