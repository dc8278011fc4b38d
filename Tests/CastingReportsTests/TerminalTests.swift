import Casting
import CastingReports
import Testing

struct TerminalTests {
  @Test(arguments: [
    ("abc", 3), ("日本語", 6), ("ｱｲｳ", 3), ("ｶﾞ", 2), ("が", 2), ("か\u{3099}", 2), ("é", 1),
    ("e\u{301}", 1),
    ("🌸", 2), ("👨‍👩‍👧‍👦", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("🇯🇵", 2), ("Ａ", 2), ("한글", 4), ("", 0),
    ("¥1", 2), ("…", 1), ("\u{200B}", 0), ("𠮷", 2), ("👍🏽", 2),
  ])
  func `width of a text`(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 6, "日本語"), ("ab", 1, "…"), ("ab", 0, ""),
  ])
  func `truncation never splits a wide character`(
    _ text: String, _ width: Int, _ expected: String
  ) {
    #expect(DisplayWidth.truncated(text, to: width) == expected)
  }

  @Test func `escape sequences of a roster never reach the terminal`() {
    #expect(DisplayWidth.printable("a\u{1B}[31mb\r\nc\u{202E}d") == "a [31mb  c d")
    var plan = SamplePlan.make()
    plan.deals[0].name = "\u{1B}]0;owned\u{7}"
    plan.campaign = "\u{1B}[2J"
    let text = plan.shown(width: 100, color: false)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: [80, 140])
  func `the sample is shown as recorded`(_ width: Int) throws {
    let text = SamplePlan.make().shown(width: width, color: false)
    try expectGolden([UInt8](text.utf8), "terminal-\(width).txt")
  }

  @Test(arguments: [50, 60, 80, 100, 140, 200], Objective.allCases)
  func `no line is wider than the window`(_ width: Int, _ objective: Objective) {
    let text = SamplePlan.make(objective: objective).shown(width: width)
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test func `clauses that do not fit go to a line below, whole ones first`() {
    let table = TerminalTable(
      columns: [
        .init("name", minimumWidth: 4), .init("cost", isNumeric: true),
        .init("why", dropOrder: 1, minimumWidth: 12, holdsClauses: true),
      ], rows: [["なまえ", "¥1", "cheap reach; close fit"]])
    #expect(table.lines(width: 40, color: false)[1] == "なまえ    ¥1  cheap reach; close fit")
    #expect(table.lines(width: 30, color: false)[1] == "なまえ    ¥1  cheap reach")
    #expect(
      table.lines(width: 18, color: false).dropFirst() == ["なまえ    ¥1", "    cheap reach"])
    #expect(table.lines(width: 12, color: false).last == "    cheap r…")
  }

  @Test func `columns that say nothing of their own are left out`() {
    let table = TerminalTable(
      columns: [.init("name"), .init("id", dropOrder: 1), .init("tier", dropOrder: 2)],
      rows: [["C1", "C1", ""], ["C2", "C2", ""]])
    #expect(table.lines(width: 40, color: false) == ["name", "C1", "C2"])
  }

  @Test func `a percent sign stays with its number`() {
    let text = SamplePlan.make().shown(width: 60, color: false)
    #expect(!text.contains("\n  %") && !text.contains("\n%"))
  }

  @Test func `colour is used only when asked for`() {
    let plan = SamplePlan.make()
    #expect(!plan.shown(width: 80, color: false).contains("\u{1B}"))
    #expect(plan.shown(width: 80, color: true).contains("\u{1B}[1m"))
  }

  @Test func `deals beyond the first are counted`() {
    var plan = SamplePlan.make()
    plan.deals = Array(repeating: plan.deals[0], count: 40) + [plan.deals[1]]
    let text = plan.shown(width: 80)
    #expect(text.contains("… and 1 more deal in plan.csv\n"))
    #expect(!text.contains("Ken"))
  }

  @Test func `columns go in their order and numbers are never cut`() {
    let table = TerminalTable(
      columns: [
        .init("name", minimumWidth: 4), .init("x", isNumeric: true, dropOrder: 1),
        .init("y", isNumeric: true, dropOrder: 2), .init("cost", isNumeric: true),
      ], rows: [["美しい名前", "12", "345", "¥1,234"]])
    #expect(table.lines(width: 30, color: false)[1] == "美しい名前  12  345  ¥1,234")
    #expect(
      table.lines(width: 22, color: false)[1]
        == "美し…   12  345  ¥1,234".replacing("   12", with: "  12"))
    #expect(table.lines(width: 17, color: false)[1] == "美し…  12  ¥1,234")
    #expect(table.lines(width: 12, color: false)[1] == "美…   ¥1,234")
  }
}
