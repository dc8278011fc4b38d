import CastingFiles
import CastingReports

// Issues and notes as an English reader gets them: what the goldens beside these tests hold.

extension InputIssue: CustomStringConvertible {
  public var description: String { Wording.english.text(self) }
  var what: String { Wording.english.sentence(fault).what }
  var remedy: String { Wording.english.sentence(fault).remedy }
}

extension InputIssues {
  var sentences: [String] { Wording.english.lines(self) }

  /// The same with paths as they are within the folder.
  func relative(to folder: InputFolder) -> InputIssues {
    var issues = InputIssues()
    for var issue in kept {
      issue.file = folder.relative(issue.file)
      issues.append(issue)
    }
    return issues
  }
}

extension InputError: CustomStringConvertible {
  public var description: String { issues.sentences.joined(separator: "\n") }
}

extension ReadingNote: CustomStringConvertible {
  public var description: String { Wording.english.text(self) }
}
