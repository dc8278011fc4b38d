import CastingFiles
import Tables

extension IssueJapanese {
  static func sentence(_ fault: WorkbookFault) -> IssueSentence {
    switch fault {
    case .unreadable(let problem): return sentence(problem)
    case .severalSheets(let names, let path):
      return IssueSentence(
        "シート\(list(names.map { "「\($0)」" }))の両方に表があります", rule: "読む表は1つです",
        remedy: "「\(path)#\(names[0])」のようにシートを指定してください")
    case .mergedCells(let range):
      return IssueSentence(
        "セル\(range)が結合されています", rule: "表の各行には、それぞれのセルが必要です",
        remedy: "Excelで結合を解除し、各セルに値を入れてください")
    case .unstoredFormula(let name):
      return IssueSentence(
        "「\(name)」は値が保存されていない数式です", rule: "数式は計算せず、保存された値を読みます",
        remedy: "Excelで開いて保存し直すか、値を貼り付けてください")
    case .errorValue(let name):
      return IssueSentence(
        "「\(name)」がExcelのエラー値です", rule: "セルは値か空欄です", remedy: "数式を直すか、セルを空にしてください")
    case .impossibleDay(let name):
      return IssueSentence(
        "「\(name)」は存在しない日付です", rule: "日付は1900年から9999年までです（1900年2月29日はありません）",
        remedy: "日付を直すか、セルを空にしてください")
    case .longNumber(let name):
      return IssueSentence(
        "「\(name)」が15桁を超える数値です", rule: "Excelの数値は15桁までなので、それより下の桁は失われています",
        remedy: "列の書式を文字列にして、IDを入れ直してください")
    }
  }

  private static func sentence(_ problem: WorkbookProblem) -> IssueSentence {
    let whole = "読めるのは、壊れていない.xlsxか.xlsmのブックです"
    let saveAgain = "Excelで開いて.xlsxで保存し直すか、シートをCSV UTF-8で保存してください"
    switch problem {
    case .notWorkbook(let content):
      return IssueSentence(
        "このファイルは\(words(content))です", rule: "表は.xlsx、CSV、TSV、JSON、SQLiteから読みます",
        remedy: content == .archive || content == .other
          ? "展開して、表のファイルを指定してください" : ".xlsxか、シートをCSV UTF-8で保存してください")
    case .passwordProtected:
      return IssueSentence(
        "ブックが暗号化されています", rule: "パスワードなしでは読めません",
        remedy: "Excelで開き、パスワードを解除（ファイル＞情報）して保存してください")
    case .tooLarge(let unpacked, let packed):
      return IssueSentence(
        "\(packed)バイトの中身を展開すると\(unpacked)バイトになります",
        rule: "読めるのは4 GiBまで、64 MiBを超える場合は圧縮前の200倍までです", remedy: "シートをCSV UTF-8で保存してください")
    case .tooManyEntries(let count):
      return IssueSentence(
        "中身が\(count)個あります", rule: "表計算ソフトがこれほど多く書き出すことはありません", remedy: saveAgain)
    case .overlappingEntries(let first, let second):
      return IssueSentence("\(first)と\(second)の領域が重なっています", rule: whole, remedy: saveAgain)
    case .documentType(let part):
      return IssueSentence(
        "\(part)に文書型宣言があります", rule: "表計算ソフトが書き出すことはありません", remedy: saveAgain)
    case .foreignEncoding(let part, let name):
      return IssueSentence("\(part)の文字コードが\(name)です", rule: "中身はUTF-8です", remedy: saveAgain)
    case .damaged(let part, let damage):
      return IssueSentence(
        "ブックが壊れています（" + (part.map { "\($0)：" } ?? "") + "\(words(damage))）", rule: whole,
        remedy: "もう一度コピーかダウンロードしてください。直らなければ" + saveAgain)
    case .noSuchSheet(let name, let sheets):
      return IssueSentence(
        "シート「\(name)」はありません", rule: "このブックのシートは\(list(sheets.map { "「\($0)」" }))です",
        remedy: "どれかを指定してください")
    }
  }

  static func words(_ content: WorkbookContent) -> String {
    switch content {
    case .legacyWorkbook: "Excel 97–2003のブック（.xls）"
    case .binaryWorkbook: "バイナリーブック（.xlsb）"
    case .openDocument: "OpenDocumentの表（.ods）"
    case .numbers: "Numbersの表"
    case .textDocument: "Wordの文書"
    case .slides: "プレゼンテーション"
    case .archive: "zipファイル"
    case .other: "表ではないファイル"
    }
  }

  private static func words(_ damage: WorkbookDamage) -> String {
    switch damage {
    case .directory: "目次がないか、正しくありません"
    case .repeatedPart: "同じ名前の中身が2つあります"
    case .missingPart: "中身がありません"
    case .packingMethod(let method): "圧縮方式\(method)は読めません"
    case .packedData: "展開できません"
    case .checksum: "検査値が一致しません"
    case .malformed: "XMLの形が正しくありません"
    case .truncated: "XMLが途中で終わっています"
    case .foreignByte: "UTF-8でないバイトがあります"
    case .rowOrder(let row): "\(row)行目の順序が正しくありません"
    case .cellPlace(let row): "\(row)行目のセルの位置が正しくありません"
    case .cellValue(let row, let column):
      "\(SheetPlace.letters(ofColumn: column))\(row)の値が型と合いません"
    }
  }
}
