/// Outputs that cannot be written, or must not be, in Japanese.
enum OutputJapanese {
  static let standardOutput = "標準出力"

  static func what(_ problem: OutputProblem) -> String {
    switch problem.reason {
    case .system(let number): "書き込めません（\(SystemErrorWords.japanese(number))）"
    case .isDirectory: "ファイルではなくディレクトリです"
    case .directoryNotMade(let number):
      "ディレクトリを作れません（\(SystemErrorWords.japanese(number))）"
    case .exists: "すでにあるので書き込みません"
    case .isForeign, .isForeignFile: "castplanが書いたものではない内容があるので書き込みません"
    case .isInput(let name):
      .path(name) == problem.place
        ? "この実行が読むファイルです" : "この実行が読む「\(name)」と同じファイルです"
    case .isOtherOutput(let name):
      .path(name) == problem.place
        ? "2つの結果に指定されています" : "別の結果を書く「\(name)」と同じファイルです"
    case .isUnwritableDevice: "ディスクかソケットです"
    case .isNoFile: "ファイルではないので、データベースを書けません"
    case .isForeignDatabase: "別のプログラムのデータベースです"
    case .holdsOtherRun(let isComplete):
      "入力かオプションの異なる実行の\(isComplete ? "結果" : "途中の結果")があります"
    case .holdsRuns: "名前のある実行の結果があり、名前のない実行とは一緒に置けません"
    case .holdsUnnamedRun: "名前のない実行の結果があり、ほかの実行とは一緒に置けません"
    case .holdsOtherColumns(let names):
      "列の異なる行（「\(names.joined(separator: "、"))」）があります"
    }
  }

  static func remedy(_ problem: OutputProblem) -> String {
    switch problem.reason {
    case .system where problem.place == .standardOutput:
      "空きを作るか、出力先を変えてください"
    case .system: "パスと権限と空き容量を確かめてください"
    case .isDirectory: "その中のファイルのパスを指定してください"
    case .directoryNotMade: "パスと権限を確かめてください"
    case .exists: "別の場所を指定するか、--forceを付けて置き換えてください"
    case .isForeign: "別のファイルを指定するか、--forceを付けて置き換えてください"
    case .isInput, .isOtherOutput: "別のパスを指定してください"
    case .isUnwritableDevice: "ファイル、パイプ、端末のいずれかを指定してください"
    case .isNoFile: "ファイルのパスか、別の--formatを指定してください"
    case .isForeignDatabase, .isForeignFile: "別のファイルを指定してください"
    case .holdsOtherRun, .holdsUnnamedRun:
      "別のファイルを指定するか、--forceを付けて捨ててください"
    case .holdsRuns: "--run-idで実行に名前を付けるか、別のファイルを指定してください"
    case .holdsOtherColumns: "別のファイルを指定するか、前と同じ列にしてください"
    }
  }

  static func text(_ reason: ScoreProblem.Reason) -> String {
    switch reason {
    case .hasNoSpaceForTexts:
      "独自の埋め込みで保存されているので、文章を比べられません。--creator-embeddingsと"
        + "--product-embeddingsを指定するか、文章から保存し直してください。"
    case .otherAudienceCells(let saved, let given):
      "保存されたときの視聴者層の区分（\(some(saved))）が、今の区分（\(some(given))）と異なります。"
        + "その区分の--audienceを指定するか、今の区分で保存し直してください。"
    case .otherNiches:
      "保存されたときのジャンルが案件ファイルのものと異なります。この案件ファイルで保存し直すか、"
        + "保存したときの案件ファイルを指定してください。"
    }
  }

  private static func some(_ names: [String]) -> String {
    names.prefix(3).joined(separator: "、") + (names.count > 3 ? "、…" : "")
  }
}
