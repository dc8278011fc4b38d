import CastingReports
import Glibc
import Tables
import Testing

@Suite struct StorageWordingTests {
  private static let names = [
    "notes.txt", "folder", "plan.json", "deals", "film", "syntax", "a.csv",
  ]

  private func expect(_ say: (Wording) -> String) {
    TalkCheck.expectEnglish(say(.english), names: Self.names)
    let japanese = say(.japanese)
    TalkCheck.expectJapanese(japanese, names: Self.names)
    #expect(japanese.hasSuffix("。") && japanese.split(separator: "。").count >= 2)
  }

  @Test func planDirectoriesAreSaid() throws {
    let numbers = [EACCES, EROFS, ENOSPC, ENAMETOOLONG, EIO, 9999]
    let reasons: [PlanDirectoryProblem.Reason] =
      numbers.flatMap { [.cannotCreate($0), .cannotWrite($0), .cannotPlace($0)] } + [
        .noName, .isFile, .notAPlan(first: "notes.txt"), .holdsOtherFile("notes.txt"),
        .missingParent("folder"), .parentIsFile("folder"),
      ]
    let declared = try TalkCheck.cases(
      of: "Reason", in: "PlanDirectoryProblem.swift")
    #expect(declared == Set(reasons.map(TalkCheck.caseName)))
    for reason in reasons { expect { $0.text(PlanDirectoryProblem("folder", reason)) } }
    expect { $0.text(PlanDirectoryProblem("", .noName)) }
  }

  @Test func planFilesAreSaid() throws {
    let reasons: [PlanFileProblem.Reason] =
      PlanFileProblem.Form.allCases.map { .wrongType(key: "deals", expected: $0) } + [
        .wrongType(key: "", expected: .object), .notJSON("syntax"), .otherSchema("film"),
        .missing(key: "deals"), .unknownWord(key: "deals", word: "film"),
        .duplicateDeal(key: "deals"), .costHidden,
      ]
    let declared = try TalkCheck.cases(
      of: "Reason", in: "PlanFileProblem.swift")
    #expect(declared == Set(reasons.map(TalkCheck.caseName)))
    for reason in reasons { expect { $0.text(PlanFileProblem("plan.json", reason)) } }
  }

  @Test func everyFileProblemNamesAWayOut() {
    let reasons: [FileProblem.Reason] = [
      .missing, .isDirectory, .isDevice, .notPermitted, .isEmpty, .damagedGzip, .truncatedGzip,
      .damagedDatabase(words: "malformed"), .unknownEncoding(name: "CP932"),
      .system(number: 28),
    ]
    let sentences = reasons.map {
      Wording.english.text(FileProblem(path: "a.csv", reason: $0))
    }
    #expect(
      sentences == [
        "a.csv: there is no such file; check the path",
        "a.csv: is a directory, not a file; give the path of a file inside it",
        "a.csv: is a device, not a file; give the path of a file, or pipe the text",
        "a.csv: may not be opened (permission denied); "
          + "ask its owner for access, or copy it to a place of your own",
        "a.csv: is empty; export it again, or give another file",
        "a.csv: is gzip data that cannot be unpacked; "
          + "copy or download it again, or give the file unpacked",
        "a.csv: is gzip data that is cut off; "
          + "copy or download it again, or give the file unpacked",
        "a.csv: is a SQLite database that cannot be read: malformed; "
          + "copy it again, or export the table as CSV",
        "a.csv: is CP932 text, which this system cannot convert; "
          + "save it as \"CSV UTF-8\", or install the C library's conversions",
        "a.csv: could not be used: No space left on device (errno 28); "
          + "check the disk and try again",
      ])
  }

  /// Numbers that files bring about have Japanese words; others keep the C library's.
  @Test func systemErrorsAreSaid() {
    for number in Int32(1)...133 {
      TalkCheck.expectJapanese(Wording.japanese.text(errorNumber: number))
      TalkCheck.expectEnglish(Wording.english.text(errorNumber: number))
    }
    #expect(Wording.japanese.text(errorNumber: ENOSPC) == "空き容量がありません")
  }
}
