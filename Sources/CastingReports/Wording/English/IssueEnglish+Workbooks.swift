import CastingFiles
import Tables

extension IssueEnglish {
  static func sentence(_ fault: WorkbookFault) -> IssueSentence {
    switch fault {
    case .unreadable(let problem): return sentence(problem)
    case .severalSheets(let names, let path):
      return IssueSentence(
        "the sheets \(list(names.map { "\"\($0)\"" })) both hold such a table",
        rule: "one table is read", remedy: "name one, as \(path)#\(names[0])")
    case .mergedCells(let range):
      return IssueSentence(
        "the cells \(range) are merged", rule: "each row of the table has cells of its own",
        remedy: "unmerge them in Excel and fill in each cell")
    case .unstoredFormula(let name):
      return IssueSentence(
        "\"\(name)\" is a formula without a stored value",
        rule: "values are read, formulas are not",
        remedy: "open the workbook in Excel and save it, or paste the values")
    case .errorValue(let name):
      return IssueSentence(
        "\"\(name)\" holds an error of Excel's", rule: "a cell holds a value or is empty",
        remedy: "mend the formula, or clear the cell")
    case .impossibleDay(let name):
      return IssueSentence(
        "\"\(name)\" is no day", rule: "days are from 1900 to 9999; 29 February 1900 never was",
        remedy: "correct the day, or clear the cell")
    case .longNumber(let name):
      return IssueSentence(
        "\"\(name)\" is a number of more than 15 digits",
        rule: "Excel keeps 15 digits of a number, so the others are lost",
        remedy: "format the column as text and enter the ids again")
    }
  }

  private static func sentence(_ problem: WorkbookProblem) -> IssueSentence {
    let whole = "a workbook is read from an .xlsx or .xlsm file that is whole"
    let saveAgain = "open it in Excel and save it again as .xlsx, or save the sheet as CSV UTF-8"
    switch problem {
    case .notWorkbook(let content):
      return IssueSentence(
        "this is \(words(content))", rule: "tables are read from .xlsx, CSV, TSV, JSON and SQLite",
        remedy: content == .archive || content == .other
          ? "unpack it, and give the table itself" : "save it as .xlsx, or the sheet as CSV UTF-8")
    case .passwordProtected:
      return IssueSentence(
        "the workbook is encrypted", rule: "nothing of it can be read without its password",
        remedy: "open it in Excel, remove the password (File > Info), and save it")
    case .tooLarge(let unpacked, let packed):
      return IssueSentence(
        "its parts unpack to \(unpacked) bytes from \(packed)",
        rule: "at most 4 GiB are read, and above 64 MiB at most 200 times what is packed",
        remedy: "save the sheet as CSV UTF-8")
    case .tooManyEntries(let count):
      return IssueSentence(
        "it has \(count) parts", rule: "no spreadsheet program writes so many", remedy: saveAgain)
    case .overlappingEntries(let first, let second):
      return IssueSentence(
        "its parts \(first) and \(second) share bytes", rule: whole, remedy: saveAgain)
    case .documentType(let part):
      return IssueSentence(
        "its part \(part) declares a document type", rule: "no spreadsheet program writes one",
        remedy: saveAgain)
    case .foreignEncoding(let part, let name):
      return IssueSentence(
        "its part \(part) is in \(name)", rule: "parts are in UTF-8", remedy: saveAgain)
    case .damaged(let part, let damage):
      return IssueSentence(
        "the workbook is damaged" + (part.map { " in \($0)" } ?? "") + ": \(words(damage))",
        rule: whole, remedy: "copy or download it again; else " + saveAgain)
    case .noSuchSheet(let name, let sheets):
      return IssueSentence(
        "there is no sheet \"\(name)\"",
        rule: "its sheets are \(list(sheets.map { "\"\($0)\"" }))", remedy: "name one of them")
    }
  }

  static func words(_ content: WorkbookContent) -> String {
    switch content {
    case .legacyWorkbook: "a workbook of Excel 97 to 2003 (.xls)"
    case .binaryWorkbook: "a binary workbook (.xlsb)"
    case .openDocument: "an OpenDocument spreadsheet (.ods)"
    case .numbers: "a spreadsheet of Numbers"
    case .textDocument: "a document of Word's"
    case .slides: "a presentation"
    case .archive: "a zip archive"
    case .other: "no table"
    }
  }

  private static func words(_ damage: WorkbookDamage) -> String {
    switch damage {
    case .directory: "its directory of parts is missing or makes no sense"
    case .repeatedPart: "two parts have one name"
    case .missingPart: "the part is missing"
    case .packingMethod(let method): "packed by method \(method)"
    case .packedData: "it cannot be unpacked"
    case .checksum: "its checksum is another"
    case .malformed: "its XML is not well formed"
    case .truncated: "its XML ends too early"
    case .foreignByte: "a byte is no UTF-8 text"
    case .rowOrder(let row): "row \(row) is out of order"
    case .cellPlace(let row): "a cell of row \(row) is out of its place"
    case .cellValue(let row, let column):
      "the value of \(SheetPlace.letters(ofColumn: column))\(row) is not of its type"
    }
  }
}
