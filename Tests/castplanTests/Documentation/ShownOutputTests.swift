import Testing

/// What is shown of an output, and what becomes of it when the output changes.
@Suite struct ShownOutputTests {
  private static func updated(_ shown: String, _ output: String) -> String {
    ShownOutput(lines: lines(shown)).updated(to: lines(output)).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.isEmpty
      ? []
      : text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
  }

  @Test(arguments: ["", "a", "a\n\nb", "…\nb", "a\n…", "a\n …\nd", "…", "a\n…\nb\n…\nd"])
  func whatIsRightStays(shown: String) {
    let output = ["a", "", "b", "c", "d"]
    let whole = [
      "": "", "a": "a", "a\n\nb": "a\n\nb", "…\nb": "a\n\nb", "a\n…": "a\n\nb",
    ]
    let printed = whole[shown] ?? output.joined(separator: "\n")
    #expect(Self.updated(shown, printed) == shown)
  }

  /// Each is wrong in one way, with what it becomes.
  @Test(arguments: [
    ("a\nb", "a\nc", "a\nc"),
    ("a\nb", "a", "a"),
    ("a", "a\nb", "a\nb"),
    ("", "a", "a"),
    ("a\n…\nb", "a\nb", "a\nb"),
    ("…", "", ""),
    ("value 1 of 2\n…\nend", "value 3 of 4\nother\nend", "value 3 of 4\n…\nend"),
  ])
  func whatIsWrongIsMended(shown: String, output: String, mended: String) {
    #expect(Self.updated(shown, output) == mended)
  }

  /// Figures move, a row's reasons grow by a line, and a note comes in among those shown.
  @Test func linesAreFoundAgain() {
    let shown = """
      Plan of ¥100,000

       1  Ann   P1  ¥10,000
          cheap
       2  Bob   P2   ¥9,000
          near
       …
      No plan is worth more than ¥110,000.

      Notes
      - The budget is spent.
      - Ann carries 60 %.
      …
      """
    let output = """
      Plan of ¥200,000

       1  Ann   P1  ¥11,500
          cheap
          and well known
       2  Carl  P2   ¥9,000
          near
       3  Dora  P1   ¥8,000
          near
      No plan is worth more than ¥210,500.

      Notes
      - The budget is spent.
      - All products are promoted.
      - Ann carries 30 %.
      - One more.
      """
    #expect(
      Self.updated(shown, output) == """
        Plan of ¥200,000

         1  Ann   P1  ¥11,500
            cheap
            and well known
         2  Carl  P2   ¥9,000
            near
         …
        No plan is worth more than ¥210,500.

        Notes
        - The budget is spent.
        - All products are promoted.
        - Ann carries 30 %.
        …
        """)
  }

  /// Whatever is shown and printed: what comes of it is true, says so of itself, and is left as it
  /// is the next time.
  @Test(arguments: 1...400) func whatIsRecordedIsTrue(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let words = ["a", "b 1", "b 2", "", "c", "…"]
    let shown = (0..<numbers.below(8)).map { _ in words[numbers.below(6)] }
    let output = (0..<numbers.below(8)).map { _ in words[numbers.below(5)] }
    let recorded = ShownOutput(lines: shown).updated(to: output)
    #expect(Self.shows(recorded[...], output[...]), "seed \(seed): \(shown) \(output) \(recorded)")
    #expect(ShownOutput(lines: recorded).updated(to: output) == recorded, "seed \(seed)")
    #expect((recorded == shown) == Self.shows(shown[...], output[...]), "seed \(seed)")
  }

  /// The definition: an ellipsis stands for one or more lines, every other line for itself.
  private static func shows(_ shown: ArraySlice<String>, _ output: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return output.isEmpty }
    guard let printed = output.first else { return false }
    if first == "…" {
      return shows(shown.dropFirst(), output.dropFirst()) || shows(shown, output.dropFirst())
    }
    return first == printed && shows(shown.dropFirst(), output.dropFirst())
  }

  /// SplitMix64.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
  }
}
