import Tables

/// Files that cannot be read or written, in Japanese.
enum FileJapanese {
  static func line(_ path: String, _ sentence: IssueSentence) -> String {
    line(path, what: sentence.what) + sentence.remedy + "。"
  }

  /// The beginning of a line, before the way out.
  static func line(_ path: String, what: String) -> String { "\(path): \(what)。" }

  static func sentence(_ reason: FileProblem.Reason) -> IssueSentence {
    let (what, remedy) = words(reason)
    return IssueSentence(what, rule: "読み取れるファイルが必要です", remedy: remedy)
  }

  private static func words(_ reason: FileProblem.Reason) -> (what: String, remedy: String) {
    switch reason {
    case .missing: ("ファイルがありません", "パスを確かめてください")
    case .isDirectory:
      ("ファイルではなくディレクトリです", "その中のファイルのパスを指定してください")
    case .isDevice:
      ("ファイルではなく機器です", "ファイルのパスを指定するか、テキストをパイプで渡してください")
    case .notPermitted:
      ("開く権限がありません", "所有者に権限を求めるか、自分の場所へコピーしてください")
    case .isEmpty: ("中身がありません", "書き出し直すか、別のファイルを指定してください")
    case .damagedGzip:
      ("gzipのデータを展開できません", "コピーやダウンロードをやり直すか、展開したファイルを指定してください")
    case .truncatedGzip:
      (
        "gzipのデータが途中で切れています",
        "コピーやダウンロードをやり直すか、展開したファイルを指定してください"
      )
    case .damagedDatabase(let words):
      (
        "SQLiteのデータベースを読み取れません（「\(words)」）",
        "コピーし直すか、表をCSVで書き出してください"
      )
    case .inUse:
      ("別の実行が書き込み中です", "終わるのを待つか、別のファイルを指定してください")
    case .unwritableDatabase(let words):
      (
        "SQLiteのデータベースに書き込めません（「\(words)」）",
        "権限と空き容量を確かめるか、別のファイルを指定してください"
      )
    case .unknownEncoding(let name):
      (
        "文字コードが\(name)で、このシステムでは変換できません",
        "「CSV UTF-8」で保存するか、Cライブラリの文字コード変換を導入してください"
      )
    case .system(let number):
      ("使えませんでした（\(SystemErrorWords.japanese(number))）", "ディスクを確かめて、やり直してください")
    }
  }

  static func sentence(_ reason: NPYProblem.Reason) -> IssueSentence {
    let (what, remedy) = words(reason)
    return IssueSentence(
      what, rule: "埋め込みは、リトルエンディアンのfloat32かfloat64で、行を並べた行列です",
      remedy: remedy)
  }

  private static func words(_ reason: NPYProblem.Reason) -> (what: String, remedy: String) {
    let save = "numpy.saveで保存してください"
    switch reason {
    case .notNPY: return (".npyのファイルではありません", save)
    case .unsupportedVersion(let version): return (".npyの版\(version)には対応していません", save)
    case .malformedHeader: return (".npyの見出しを読み取れません", save)
    case .unsupportedType(let type):
      return (
        "数値の型が「\(type)」です",
        "「numpy.save(path, x.astype(numpy.float32))」のように、float32で保存してください"
      )
    case .fortranOrder:
      return ("列を並べた順で保存されています", "「numpy.ascontiguousarray(x)」を保存してください")
    case .notTwoDimensional(let count):
      return ("次元が2つではなく\(count)つです", "表の1行を1行とする行列を保存してください")
    case .truncated(let expected, let found):
      return (
        "数値が\(found)バイトしかなく、見出しのいう\(expected)バイトに足りません",
        "コピーし直すか、書き出し直してください"
      )
    case .notFinite(let row, let column):
      return (
        "\(row)行目の\(column)列目（0から数えて）が有限の数ではありません",
        "保存する前に、NaNと無限大を置き換えてください"
      )
    }
  }
}
