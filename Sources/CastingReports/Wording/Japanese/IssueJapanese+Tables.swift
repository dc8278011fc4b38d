import CastingFiles
import Tables

extension IssueJapanese {
  static func sentence(_ fault: TableFault) -> IssueSentence {
    switch fault {
    case .unclosedQuote:
      IssueSentence(
        "引用符が閉じられていません", rule: "引用符で始まる欄は、引用符で終わります",
        remedy: "引用符を閉じるか、文字としての引用符なら2つ重ねてください")
    case .textAfterQuote:
      IssueSentence(
        "閉じた引用符の後ろに文字があります", rule: "引用符で囲んだ欄は、閉じた引用符で終わります",
        remedy: "文字としての引用符は2つ重ねてください")
    case .fieldCount(let count, let expected):
      IssueSentence(
        "この行の欄は\(count)個です", rule: "見出しは\(expected)個です",
        remedy: count > expected
          ? "区切り文字を含む文字列を引用符で囲むか、足りない見出しを加えてください"
          : "足りない区切り文字を加えてください")
    case .duplicateColumn(let name, let firstHeader, let fields, let isSame):
      IssueSentence(
        "この見出しは「\(name)」を指しますが、\(fields[0])列目の「\(firstHeader)」も同じです",
        rule: "どの列も1つだけです",
        // Headers that read the same can only be told apart by their position.
        remedy: "片方を削除するか、案件ファイルで「columns: {\(name): "
          + "\"\(isSame ? "#\(fields[1])" : "使う見出し")\"}」のように選んでください")
    case .missingColumn(let name, let accepted):
      IssueSentence(
        "「\(name)」の列がありません", rule: "使える見出しは次のとおりです：\(list(accepted))",
        remedy: "列を加えるか、案件ファイルで「columns: {\(name): \"お使いの見出し\"}」のように指定してください")
    case .duplicateIdentifier(let name, let firstLine):
      IssueSentence(
        "「\(name)」が\(firstLine)行目と同じです", rule: "「\(name)」は行ごとに異なります",
        remedy: "片方の行を削除するか、別のIDを付けてください")
    case .scatteredRows(let name, let firstLine):
      IssueSentence(
        "「\(name)」が\(firstLine)行目と同じで、形式かプラットフォームが異なります",
        rule: "大きな表は少しずつ読むので、同じ出演者の行は続けて並べます",
        remedy: "「\(name)」の順に並べ替えてください")
    case .repeatedKey:
      IssueSentence(
        "同じキーが2度使われています", rule: "オブジェクトのキーはそれぞれ1度だけです",
        remedy: "片方を削除してください")
    case .recordTooLong(let maximum):
      IssueSentence(
        "ここから始まる行が\(maximum >> 20)MiBを超えています",
        rule: "出演者、商品、起用の1件がこれほど長くなることはありません",
        remedy: "閉じられていない引用符や括弧がないか確かめるか、長すぎる値を除いてください")
    case .binaryValue(let name):
      IssueSentence(
        "「\(name)」に文字でないデータが入っています", rule: "値は数値、文字列、NULLのいずれかです",
        remedy: "文字列で保存するか、NULLにしてください")
    case .jsonExpected(let token):
      object("ここに\(self.token(token))がありません", "行を直してください")
    case .jsonUnclosedString: object("文字列が閉じられていません", "引用符で閉じてください")
    case .jsonControlCharacter:
      object("文字列に制御文字が含まれています", "「\\u0009」や「\\n」と書いてください")
    case .jsonBadEscape:
      object("JSONにないエスケープです", "バックスラッシュは「\\\\」と書いてください")
    case .jsonNestedList:
      object("リストの中にリストかオブジェクトがあります", "その値に別のキーを付けてください")
    case .jsonTooDeep: object("オブジェクトの入れ子が深すぎます", "値のキーを浅い所へ移してください")
    case .jsonTooManyValues(let maximum):
      object("オブジェクトの値が\(maximum)個を超えています", "表の列にならない値を除いてください")
    case .jsonKeyTooLong(let maximum):
      object("キーが、上のキーと合わせて\(maximum)バイトを超えています", "その値に短いキーを付けてください")
    case .jsonKeyDiffers(let name, let key):
      IssueSentence(
        "「\(name)」がオブジェクトのキー「\(key)」と違います",
        rule: "キーの付いたオブジェクトでは、キーが「\(name)」になります",
        remedy: "両方を同じにするか、「\(name)」を除いてください")
    case .jsonTextAfterObject:
      object("オブジェクトの後ろに文字があります", "オブジェクトは1行に1つずつ書いてください")
    case .jsonListWithoutObject:
      jsonList("リストのここにオブジェクトがありません", "オブジェクトだけを並べてください")
    case .jsonListWithoutComma:
      jsonList("リストのオブジェクトがここで区切られていません", "間にコンマを入れてください")
    case .jsonListUnclosed:
      jsonList(
        "リストが閉じられていません", "閉じてください。ファイルが途中で切れたのかもしれません")
    case .jsonTextAfterList: jsonList("リストの後ろに文字があります", "削除してください")
    }
  }

  private static func object(_ what: String, _ remedy: String) -> IssueSentence {
    IssueSentence(
      what,
      rule: "出演者、商品、起用は、それぞれ「{\"creator_id\": \"C1\"}」のようなオブジェクト1つです",
      remedy: remedy)
  }

  private static func jsonList(_ what: String, _ remedy: String) -> IssueSentence {
    IssueSentence(
      what, rule: "JSONのリストは「[{\"creator_id\": \"C1\"}, {…}]」の形です", remedy: remedy)
  }

  private static func token(_ token: JSONFault.Token) -> String {
    switch token {
    case .openingBrace: "「{」"
    case .colon: "「:」"
    case .quote: "「\"」"
    case .commaOrBrace: "「,」か「}」"
    case .commaOrBracket: "「,」か「]」"
    case .value: "値"
    }
  }
}
