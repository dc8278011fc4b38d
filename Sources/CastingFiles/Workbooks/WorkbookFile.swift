import Tables

/// A workbook that inputs come from.
struct WorkbookFile {
  let path: String
  let book: Workbook

  /// Nil, with an issue, where it cannot be read.
  init?(path: String, _ issues: inout InputIssues) {
    do throws(FileProblem) {
      let file = try MappedFile(path: path)
      self.init(file, &issues)
    } catch {
      issues.append(.unusable(error))
      return nil
    }
  }

  /// Nil, with an issue, where it is none.
  init?(_ file: MappedFile, _ issues: inout InputIssues) {
    path = file.path
    do throws(WorkbookProblem) {
      book = try Workbook(file)
    } catch {
      issues.append(.unusable(error, file: file.path))
      return nil
    }
  }

  /// The path of a sheet, as options take it.
  func path(ofSheet name: String) -> String { path + "#" + name }
}
