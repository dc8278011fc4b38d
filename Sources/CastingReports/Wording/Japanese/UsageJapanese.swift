/// What is wrong with options, in Japanese.
enum UsageJapanese {
  static func text(_ problem: UsageProblem) -> String {
    switch problem {
    case .unknownLanguage(let given): "--lang \(given): jaかenを指定してください。"
    case .missingFile(.roster): "出演者の表を「--roster FILE」で、またはブックを「--workbook FILE」で指定してください。"
    case .missingFile(.products): "商品の表を「--products FILE」で、またはブックを「--workbook FILE」で指定してください。"
    case .unknownFormat(let given, let formats):
      "--format \(given): \(list(formats))のいずれかを指定してください。"
    case .budget(let given):
      "--budget \(given): 0以上の金額を、「500万」「5M」「5,000,000」のように指定してください。"
    case .wholeNumber(let option, let given, let least, let most):
      "\(option) \(given): \(least)"
        + (most.map { "から\(Amount.whole(Double($0)))まで" } ?? "以上") + "の整数を指定してください。"
    case .unknownPolicy(let given, let policies):
      "--invalid \(given): \(list(policies))のいずれかを指定してください。"
    case .maximumInvalid(let given):
      "--max-invalid \(given): 行の割合を「5%」のように、または行数を「20」のように指定してください。"
    case .timeLimit(let given):
      "--time-limit \(given): 0より大きい秒数を、「60」のように指定してください。"
    case .gap(let given): "--gap \(given): 0以上1未満の割合を、「0.001」「0.1%」のように指定してください。"
    case .curve(let given, let most):
      "--curve \(given): noneか、1から\(most)までの整数を指定してください。"
    case .curveNowhere(let given):
      "--curve \(given): 予算曲線はplan.jsonに書かれます。「--out DIR」か「--format json」も指定してください。"
    case .sweep(let given, let most):
      "--budgets \(given): 金額か、「80%」や「-20%」のような割合か、「始め:終わり:刻み」を、「100万:1000万:100万」のように指定してください。"
        + "始めは終わり以下、段階は\(Amount.whole(Double(most)))までです。"
    case .setting(let given):
      "--set \(given): キーと値を、「order_capacity=5000」のように指定してください。"
    case .fee(let given):
      "--fee \(given): 出演者と金額を、「C1=80000」「C1:live=8万」「C1=+10%」「platform=tiktok:+10%」のように指定してください。"
    case .productField(let given):
      "--product \(given): 商品、項目（「price」「margin」「conversion」「stock」「market」）、値を、「P1:stock=2000」や"
        + "「*:price=-10%」のように指定してください。"
    case .productBudget(let given):
      "--add-product-budget \(given): 商品と金額を、「P1=50万」のように指定してください。"
    case .noQuestion:
      "何を変えるかを、--budgets、--set、--lock、--ban、--fee、--product、--drop-rule、--add-product-budget、"
        + "--scenariosのいずれかで指定してください。"
    case .briefReadTwice:
      "--brief -: 変更する案件ファイルはもう一度読むので、標準入力では渡せません。"
        + "ファイルを指定してください。"
    case .exclusive(let options): "\(list(options))は同時に使えません。1つだけ指定してください。"
    case .unknownRanking(let given, let rankings):
      "--rank-by \(given): 次のいずれかを指定してください：\(list(rankings))。"
    case .databaseToStandardOutput:
      "データベースは標準出力に書けません。「--format sqlite」には「--out FILE」も指定してください。"
    case .modelUsedAndSaved:
      "--modelと--save-modelは同時に使えません。使うモデルはすでに保存されています。"
    case .condition(let given, let columns):
      "--where \(given): 「expected_value>=10000」「grade=measured」「platform=tiktok,youtube」のような"
        + "条件を、次の列のいずれかで指定してください：\(list(columns))。言葉の列に使えるのは「=」だけです。"
    case .runDate(let given): "--run-date \(given): 「2026-12-01」のような日付を指定してください。"
    case .emptyRunID: "--run-id: 「2026-12-01」のような名前を指定してください。"
    case .notPlan(let path):
      "「\(path)」はcastplanの計画ではありません。手で作った一覧を評価するには、"
        + "--roster、--products、--briefを指定してください。"
    case .otherObjectives(let first, let firstObjective, let second, let secondObjective):
      "「\(first)」の目的は\(firstObjective)、「\(second)」の目的は\(secondObjective)です。"
        + "同じ目的で評価するために、--roster、--products、--briefを指定してください。"
    case .foreignAmount(let option, let given, let currency):
      "\(option) \(given): 案件の通貨「\(currency)」の金額を、ほかの通貨の記号を付けずに指定してください。"
    case .otherCurrencies(let first, let firstCurrency, let second, let secondCurrency):
      "「\(first)」の通貨は「\(firstCurrency)」、「\(second)」の通貨は「\(secondCurrency)」です。"
        + "同じ通貨で評価するために、--roster、--products、--briefを指定してください。"
    case .budgetWithoutDefault:
      "--yesはすべて標準の答えを使いますが、予算には標準の答えがありません。"
        + "「--budget 500万」のように指定してください。"
    case .answersAreRead(let option):
      "--\(option.rawValue) -: 標準入力は答えの読み取りに使います。ファイルを指定してください。"
    case .missingDirectory: "ファイルを書く場所を「--out DIR」で指定してください。"
    case .share(let option, let given, let example):
      "\(option) \(given): 0から1までの割合を、「\(example)」のように指定してください。"
    case .unknownQuirk(let given, let quirks):
      "--quirk \(given): 次のいずれかを指定してください：\(list(quirks))。"
    case .quirkOfFile(let given, let quirk):
      "--quirk \(given): ファイル全体の癖なので、あるかないかのどちらかです。"
        + "「\(quirk)」か「\(quirk)=0」と書いてください。"
    case .quirkClash(let quirk, let other):
      "--quirk \(quirk): ファイルの文字コードは1つなので、\(other)と同時には使えません。"
        + "「--quirk \(other)=0」のように、どちらかを外してください。"
    case .missingWorkbook: "ブックを書く場所を「--out FILE」で、「campaign.xlsx」のように指定してください。"
    case .noWorkbookName(let given):
      "--out \(given): 「campaign.xlsx」のように「.xlsx」で終わる名前を指定してください。"
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: "、") }
}
