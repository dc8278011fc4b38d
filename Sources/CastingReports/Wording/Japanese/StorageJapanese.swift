import Glibc

/// Plan directories and plan files, in Japanese.
enum StorageJapanese {
  static func what(_ reason: PlanDirectoryProblem.Reason) -> String {
    switch reason {
    case .noName: "ディレクトリの名前ではありません"
    case .isFile: "ファイルです。計画はディレクトリに書きます"
    case .notAPlan(let first): "「\(first)」のあるディレクトリで、plan.jsonがありません"
    case .holdsOtherFile(let name): "計画のほかに「\(name)」があります"
    case .missingParent(let parent): "置き場所のディレクトリ「\(parent)」がありません"
    case .parentIsFile(let parent): "「\(parent)」はディレクトリではなくファイルです"
    case .cannotCreate(let number): "作れません（\(SystemErrorWords.japanese(number))）"
    case .cannotWrite(let number): "書き込めません（\(SystemErrorWords.japanese(number))）"
    case .cannotPlace(let number): "置き換えられません（\(SystemErrorWords.japanese(number))）"
    }
  }

  static func remedy(_ reason: PlanDirectoryProblem.Reason) -> String {
    switch reason {
    case .noName, .isFile: "--outに新しいディレクトリの名前を指定してください"
    case .notAPlan:
      "置き換えるのは計画のディレクトリだけです。--outに新しい名前を指定するか、空にしてください"
    case .holdsOtherFile:
      "置き換えるのはcastplanのファイルだけです。そのファイルを移すか、--outに新しい名前を指定してください"
    case .missingParent: "先に作るか、パスを直してください"
    case .parentIsFile: "パスを直してください"
    case .cannotCreate(let number), .cannotWrite(let number), .cannotPlace(let number):
      remedy(number)
    }
  }

  private static func remedy(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "書き込む権限を求めるか、--outに自分の場所を指定してください"
    case EROFS: "--outに別のディスクの場所を指定してください"
    case ENOSPC, EDQUOT: "空きを作るか、--outに別のディスクの場所を指定してください"
    case ENAMETOOLONG: "--outにもっと短い名前を指定してください"
    default: "--outに別の場所を指定してください"
    }
  }

  static func what(_ reason: PlanFileProblem.Reason) -> String {
    switch reason {
    case .notJSON(let message): "JSONとして読み取れません（「\(message)」）"
    case .otherSchema(let found): "スキーマが「\(PlanFile.schema)」ではなく「\(found)」です"
    case .missing(let key): "「\(key)」がありません"
    case .wrongType(let key, let expected):
      (key.isEmpty ? "中身" : "「\(key)」") + "が\(form(expected))ではありません"
    case .unknownWord(let key, let word): "「\(key)」の「\(word)」は決められた語ではありません"
    case .duplicateDeal(let key): "「\(key)」の起用はすでにあります"
    case .costHidden: "--hide-costで作られ、費用の内容が書かれていません"
    }
  }

  static func remedy(_ reason: PlanFileProblem.Reason) -> String {
    switch reason {
    case .notJSON, .missing, .wrongType, .unknownWord, .duplicateDeal:
      "「castplan optimize」が書いたままのplan.jsonを指定するか、計画を作り直してください"
    case .costHidden: "--hide-costを付けずに作った計画を指定してください"
    case .otherSchema: "この版のcastplanで計画を作り直してください"
    }
  }

  private static func form(_ form: PlanFileProblem.Form) -> String {
    switch form {
    case .text: "文字列"
    case .number: "数"
    case .wholeNumber: "整数"
    case .list: "リスト"
    case .object: "オブジェクト"
    case .flag: "真偽値"
    case .days: "日付の範囲"
    case .relaxation: "限度、日付、「kept」、「dropped」のいずれか"
    }
  }
}
