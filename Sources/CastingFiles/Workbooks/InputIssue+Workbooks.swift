import Casting
import Tables

// Issues with the sheets that inputs are in.

extension InputIssue {
  static func unusable(_ problem: WorkbookProblem, file: String) -> InputIssue {
    InputIssue(file: file, .workbook(.unreadable(problem)))
  }

  static func fileWithoutSheets(_ path: String) -> InputIssue {
    InputIssue(file: path, .sheet(.fileWithoutSheets))
  }

  static func noSheet(_ file: String, _ role: SheetRole, _ sheets: [String]) -> InputIssue {
    InputIssue(file: file, .sheet(.noSheet(role: role, sheets: sheets)))
  }

  static func severalSheets(_ file: String, _ role: SheetRole, _ sheets: [String]) -> InputIssue {
    InputIssue(file: file, .sheet(.sheetsOfOneRole(role: role, sheets: sheets)))
  }

  static func noBriefTable(_ sheet: String) -> InputIssue {
    InputIssue(file: sheet, .sheet(.noBriefTable))
  }

  static func valueWithoutKey(_ value: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .sheet(.valueWithoutKey), value: value)
  }

  static func quotaWithoutMeasure(_ filter: String, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, .sheet(.quotaWithoutMeasure(measures: Quota.Measure.allCases.map(\.rawValue))),
      value: filter)
  }
}
