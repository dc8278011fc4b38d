import TableTestSupport
import Tables
import Testing

@Suite struct WorkbookFormatTests {
  @Test func codesTellDaysAndRates() throws {
    let codes: [(String, WorkbookCell.Kind)] = [
      ("General", .number), ("0.00E+00", .number), ("#,##0;[Red]-#,##0", .number),
      ("0.0%", .rate), ("0%;[Red]\\-0%", .rate), ("0.00\"%\"", .number), ("0\\%", .number),
      ("yyyy/m/d", .day), ("yyyy\"年\"m\"月\"d\"日\"", .day), ("[$-411]ggge\"年\"m\"月\"d\"日\";@", .day),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .day), ("D.M.YYYY", .day), ("hh:mm", .day),
      ("[h]:mm", .number), ("[HH]:mm:ss", .number), ("[mm]:ss", .number), ("[ss].0", .number),
      ("[Red]0", .number), ("[Magenta]0", .number), ("[>=10000]0\"days\";0", .number),
      ("0\" days\"", .number), ("\\d0", .number), ("_d0", .number), ("*y0", .number),
      ("[$¥-411]#,##0", .number), ("0;yyyy", .number), ("\"yyyy", .number), ("[yyyy", .number),
      ("", .number), ("@", .number), ("0\\", .number),
    ]
    let cells = codes.indices.map { "<c s=\"\($0)\"><v>45000.5</v></c>" }.joined()
    let styles = WorkbookBuilder.styles(codes: codes.map(\.0))
    let read = try readRow(cells, styles: styles)
    for (cell, (code, kind)) in zip(read, codes) {
      #expect(cell == (kind == .day ? "day 2023-03-15" : "\(kind) 45000.5"), "\(code)")
    }
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
