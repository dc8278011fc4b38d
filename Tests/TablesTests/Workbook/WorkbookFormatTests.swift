import TableTestSupport
import Tables
import Testing

@Suite struct WorkbookFormatTests {
  @Test func codesTellDaysAndRates() throws {
    let codes: [(String, WorkbookCell.Kind)] = [
      ("General", .number), ("0.00E+00", .number), ("#,##0;[Red]-#,##0", .number),
      ("0.0%", .rate), ("0%;[Red]\\-0%", .rate),
      ("yyyy/m/d", .day), ("yyyy\"年\"m\"月\"d\"日\"", .day), ("[$-411]ggge\"年\"m\"月\"d\"日\";@", .day),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .day), ("D.M.YYYY", .day), ("hh:mm", .day),
      ("[h]:mm", .number), ("[HH]:mm:ss", .number), ("[mm]:ss", .number), ("[ss].0", .number),
      ("[Red]0", .number), ("[Magenta]0", .number), ("[>=10000]0\"days\";0", .number),
      ("0\" days\"", .number), ("\\d0", .number), ("_d0", .number), ("*y0", .number),
      ("0;yyyy", .number), ("\"yyyy", .number), ("[yyyy", .number),
      ("", .number), ("@", .number), ("0\\", .number),
    ]
    let cells = codes.indices.map { "<c s=\"\($0)\"><v>45000.5</v></c>" }.joined()
    let styles = WorkbookBuilder.styles(codes: codes.map(\.0))
    let read = try readRow(cells, styles: styles)
    for (cell, (code, kind)) in zip(read, codes) {
      #expect(cell == (kind == .day ? "day 2023-03-15" : "\(kind) 45000.5"), "\(code)")
    }
  }

  /// What is shown beside a number and is no part of it, as the cell's text has it.
  @Test(arguments: [
    ("$#,##0.00", "$45.25"), ("\"$\"#,##0", "$45.25"), ("\\$#,##0", "$45.25"),
    ("_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00);_(\"$\"* \"-\"??_);_(@_)", "$45.25"),
    ("[$$-409]#,##0", "$45.25"), ("[$$-1004]#,##0", "SGD45.25"), ("[$$-404]0", "TWD45.25"),
    ("#,##0.00\\ [$€-407]", "45.25€"), ("[$¥-411]#,##0", "¥45.25"), ("[$¥-804]#,##0", "CNY45.25"),
    ("[$USD]\\ #,##0", "USD45.25"), ("#,##0\"円\"", "45.25円"), ("General\"円\"", "45.25円"),
    ("#,##0\"千円\"", "45.25千円"), ("0.0\"万\"", "45.25万"), ("0.0万", "45.25万"),
    ("[Blue]0.0\"K\"", "45.25K"), ("0.00\"%\"", "45.25%"), ("0\\%", "45.25%"),
    ("\"約\"#,##0\"円\"", "約45.25円"),
  ])
  func marksBesideNumbersAreRead(code: String, text: String) throws {
    let cells = "<c s=\"0\"><v>45.25</v></c>"
    #expect(
      try readRow(cells, styles: WorkbookBuilder.styles(codes: [code])) == ["measure " + text])
  }

  /// Stored is the whole number, whatever of it is shown; and words that change nothing are left out.
  @Test(arguments: [
    "#,##0,", "#,##0,\"K\"", "0!.0,\"万\"", "0.0,,\"M\"", "#,##0\"人\"", "#,##0\" people\"",
    "\"No.\"0",
    "0\"/\"0", "# ??/??", "\"C\"000", "[Red]#,##0;[Blue]-#,##0", "[>=1000]0", "0;\"$\"0",
  ])
  func formatsThatSayNothingOfTheNumber(code: String) throws {
    let cells = "<c s=\"0\"><v>45000</v></c>"
    #expect(
      try readRow(cells, styles: WorkbookBuilder.styles(codes: [code])) == ["number 45000"])
  }

  @Test func marksLeaveNoPointInDoubt() throws {
    let cells = "<c s=\"0\"><v>1.234</v></c><c s=\"0\"><v>-5</v></c><c s=\"0\"><v>0.125</v></c>"
    #expect(
      try readRow(cells, styles: WorkbookBuilder.styles(codes: ["\"$\"0.000"]))
        == ["measure $1.2340", "measure -$5", "measure $0.1250"])
  }

  @Test func builtInFormatsAreKnownByNumber() throws {
    let days = Set([14...22, 27...36, 45...45, 47...47, 50...58].flatMap { Array($0) })
    let styles = WorkbookBuilder.styles(numbers: Array(0...60))
    let cells =
      (0...60).map { "<c s=\"\($0)\"><v>61</v></c>" }.joined() + "<c s=\"61\"><v>5</v></c>"
    let expected = (0...60).map { number in
      days.contains(number)
        ? "day 1900-03-01" : number == 9 || number == 10 ? "rate 61" : "number 61"
    }
    #expect(try readRow(cells, styles: styles) == expected + ["number 5"])
  }

  @Test func ratesStayFractions() throws {
    let cells = "<c s=\"0\"><v>3.2000000000000001E-2</v></c><c s=\"0\"><v>1</v></c>"
    #expect(
      try readRow(cells, styles: WorkbookBuilder.styles(codes: ["0.0%"]))
        == ["rate 0.032", "rate 1"])
  }

  /// Every day that either epoch has, against a calendar that counts one by one.
  @Test(arguments: [false, true])
  func daysAreThoseOfTheCalendar(from1904: Bool) throws {
    var calendar = CountedCalendar(year: from1904 ? 1904 : 1900)
    var serial = from1904 ? 0 : 1
    var expected: [String] = []
    var data = ""
    while calendar.year < 10_000 {
      if serial != 60 || from1904 {
        if serial < 2000 || serial % 97 == 0 || calendar.year == 9999 {
          data += "<row><c s=\"0\"><v>\(serial)</v></c></row>"
          expected.append("day " + calendar.text)
        }
        calendar.step()
      }
      serial += 1
    }
    let last = "<row><c s=\"0\"><v>\(serial)</v></c></row>"
    var builder = WorkbookBuilder(
      data: data + last, styles: WorkbookBuilder.styles(numbers: [14]))
    if from1904 { builder.properties = "<workbookPr date1904=\"1\"/>" }
    #expect(try workbook(builder.bytes()).countsFrom1904 == from1904)
    let cells = try readCells(builder).map { $0[0] }
    #expect(cells == expected + ["impossibleDay \(serial)"])
  }

  @Test func daysThatNeverWereAreToldApart() throws {
    let stored = [
      ("59", "day 1900-02-28"), ("60", "impossibleDay 60"), ("60.5", "impossibleDay 60.5"),
      ("61", "day 1900-03-01"), ("0", "impossibleDay 0"), ("-1", "impossibleDay -1"),
      ("0.75", "number 0.75"), ("45000.999", "day 2023-03-15"), ("1e300", "impossibleDay 1e300"),
    ]
    let cells = stored.map { "<c s=\"0\"><v>\($0.0)</v></c>" }.joined()
    let styles = WorkbookBuilder.styles(numbers: [22])
    #expect(try readRow(cells, styles: styles) == stored.map(\.1))
    var builder = WorkbookBuilder(
      data: "<row><c s=\"0\"><v>60</v></c><c s=\"0\"><v>-1</v></c></row>", styles: styles)
    builder.properties = "<workbookPr date1904=\"true\"/>"
    #expect(try readCells(builder) == [["day 1904-03-01", "impossibleDay -1"]])
  }

  /// Days counted one by one, by the rule for leap years.
  private struct CountedCalendar {
    var year: Int
    var month = 1
    var day = 1

    mutating func step() {
      let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
      let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
      day += 1
      if day > length { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }

    var text: String {
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(year)-\(padded(month))-\(padded(day))"
    }
  }
}
