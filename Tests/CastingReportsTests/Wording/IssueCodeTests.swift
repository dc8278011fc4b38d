import CastingFiles
import CastingReports
import Testing

/// Codes tell faults apart, and arguments stand beside the place without hiding it.
@Suite struct IssueCodeTests {
  private static let enumerations = [
    ("Reason", "FileProblem.swift"), ("Reason", "NPYProblem.swift"),
    ("FormFault", "FormFault.swift"),
    ("TableFault", "TableFault.swift"),
    ("CellFault", "CellFault.swift"),
    ("RowFault", "RowFault.swift"),
    ("BriefFault", "BriefFault.swift"),
    ("QuestionFault", "QuestionFault.swift"),
    ("InputSheetFault", "InputSheetFault.swift"),
    ("ReadingNote", "ReadingNote.swift"),
  ]

  @Test func noTwoFaultsHaveOneCode() throws {
    var seen: Set<String> = ["more"]
    for (name, file) in Self.enumerations {
      for code in try TalkCheck.cases(of: name, in: file) {
        #expect(seen.insert(code).inserted, "\(code) of \(name) is another's too")
      }
    }
    #expect(seen.count > 90)
  }

  @Test func subjectsAreOneTextAndComeBack() throws {
    for part in InputSubject.Part.allCases {
      for name in ["", "fee", "<key>", "quota"] {
        for isKey in [false, true] {
          let subject = InputSubject(part, name: part == .named ? "fee" : name, isKey: isKey)
          #expect(try Codec.copy([subject]) == [subject])
        }
      }
    }
  }

  @Test func issuesAreKeptWhole() throws {
    let issue = InputIssue(
      file: "a.csv", line: 3, column: 4,
      .cell(
        .badNumber(
          name: .named("engagement_rate"), meaning: .rate, fault: .bareAboveOne,
          isRequired: false, percent: 3.2, share: 0.032)), value: "3.2")
    let copy = try Codec.copy(issue)
    #expect(copy == issue)
    #expect(Wording.japanese.text(copy) == Wording.japanese.text(issue))
  }
}
