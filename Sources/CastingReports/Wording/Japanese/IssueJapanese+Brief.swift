import CastingFiles
import Tables

extension IssueJapanese {
  static func sentence(_ fault: BriefFault) -> IssueSentence {
    switch fault {
    case .emptyBrief:
      IssueSentence(
        "案件ファイルにキーがありません", rule: briefForm, remedy: "少なくとも予算を書いてください")
    case .missingBudget:
      IssueSentence(
        "予算がありません", rule: "計画には予算（\(LabelJapanese.money)）が必要です",
        remedy: "案件ファイルに「budget: 5_000_000」と書くか、「--budget 500万」と指定してください")
    case .notYAML(let problem):
      IssueSentence(
        "YAMLとして読み取れません" + (problem.map { "（解析器の指摘: 「\($0)」）" } ?? ""),
        rule: briefForm,
        remedy: "このあたりの字下げ、コロン、括弧、引用符を確かめてください")
    case .repeatedBriefKey:
      IssueSentence(
        "同じキーが2度使われています", rule: "同じ階層のキーはそれぞれ1度だけです",
        remedy: "片方を削除するか、値を1つにまとめてください")
    case .unknownKey(let name, let keys, let nearest):
      IssueSentence(
        "\(self.name(name))にそのキーはありません", rule: "使えるキーは次のとおりです：\(list(keys))",
        remedy: suggestion(nearest) ?? "削除してください")
    case .emptyKey(let name):
      IssueSentence(
        "\(self.name(name))に値がありません", rule: "書いたキーには値が必要です",
        remedy: "値を書くか、キーを削除してください")
    case .missingKey(let name, let key):
      IssueSentence(
        "\(self.name(name))に「\(key)」がありません", rule: "ここには「\(key)」が必要です",
        remedy: "「\(key): …」を加えてください")
    case .wrongShape(let name, let form): shape(name, self.form(form))
    case .notSingle(let name, let meaning): shape(name, "1つの値（\(self.meaning(meaning))）")
    case .unknownChoice(let name, let choices, let nearest):
      IssueSentence(
        "\(self.name(name))が決められた語ではありません",
        rule: "使える語は次のとおりです：\(list(choices))",
        remedy: suggestion(nearest) ?? "この中から選んでください")
    case .unknownCell(let cells, let nearest):
      IssueSentence(
        "この名前の視聴者の区分はありません", rule: "区分は次のとおりです：\(list(cells))",
        remedy: suggestion(nearest) ?? "この中から選んでください")
    case .competitorsWithoutWindow:
      IssueSentence(
        "「competitors」がありますが、実施期間がありません",
        rule: "日数は実施期間の初日からさかのぼって数えます",
        remedy: "「window: {from: …, to: …}」を書いてください")
    case .twoBudgetQuestions:
      IssueSentence(
        "「target」と「minimum_marginal_return」の両方が書かれています",
        rule: "どちらも、それだけで費用の額が決まります", remedy: "片方を削除してください")
    case .shareWithoutBudget:
      IssueSentence(
        "「spend_per_creator」が、書かれていない予算に対する割合です",
        rule: "「minimum_marginal_return」では費用が計算の結果なので、割合の元になる額がありません",
        remedy: "「budget:」に上限の額を書くか、「spend_per_creator: {max: 300_000}」としてください")
    case .quotaWithoutLimit(let measures):
      IssueSentence(
        "割り当ての条件が何も制限していません",
        rule: "少なくとも次の1つが必要です：\(list(measures))",
        remedy: "例えば「count: {min: 3, max: 10}」を加えてください")
    case .limitOrder(let name, let minimum, let maximum):
      IssueSentence(
        "\(self.name(name))の最小\(CSVWriter.shortest(minimum))が最大"
          + "\(CSVWriter.shortest(maximum))を超えています",
        rule: "最小は最大を超えられません", remedy: "どちらかを直してください")
    case .windowOrder(let from, let to):
      IssueSentence(
        "期間の終わりが始まりより前です", rule: "「from」は「to」より後にできません",
        remedy: "入れ替えるか、直してください", shown: "\(from)〜\(to)")
    case .audienceSum(let sum, let isWhole, let tolerance):
      IssueSentence(
        "視聴者層の年代の合計が\(CSVWriter.shortest(sum))です",
        rule: isWhole ? "6つの合計は1です（誤差\(tolerance)まで）" : "書いた年代の合計は1以下です",
        remedy: "直すか、書く年代を減らしてください。残りはほかの年代に等しく割り振られます")
    case .unmatchedColumn(let name, let table, let headers, let nearest):
      IssueSentence(
        "「columns」が「\(name)」に指定した見出しは「\(table)」にありません",
        rule: "この表の見出しは次のとおりです：\(list(headers))",
        remedy: suggestion(nearest) ?? "直すか、削除してください")
    case .sharedName(let name, let noun, let ids):
      IssueSentence(
        "\(self.name(name))の名前は複数の\(self.noun(noun))に共通です",
        rule: "名前で指定できるのは、同じ名前がほかにないときだけです",
        remedy: "IDで指定してください：\(list(ids))")
    case .sharedColumn(let name, let tables):
      IssueSentence(
        "「columns」が「\(name)」に指定した見出しは\(list(tables.map { "「\($0)」" }))の両方にあります",
        rule: "見出しは1つの表のものです",
        remedy: "どの表かを「columns: {\(tables[0]): {\(name): …}}」のように書いてください")
    case .unknownCurrency(let name):
      IssueSentence(
        "\(self.name(name))が通貨コードではありません",
        rule: "通貨は「JPY」「USD」「EUR」のような「ISO 4217」のコードで書きます",
        remedy: "3文字のコードを書いてください")
    case .ownExchangeRate(let currency):
      IssueSentence(
        "「exchange_rates」に「\(currency)」自身の換算率があります",
        rule: "換算率は、ほかの通貨1単位が案件の通貨「\(currency)」でいくらになるかを表します",
        remedy: "削除してください。1ドルが150円なら「USD: 150」と書きます")
    case .repeatedMember(let name):
      IssueSentence(
        "\(self.name(name))に同じ出演者が2度書かれています", rule: "1つの組に同じ出演者は1度だけです",
        remedy: "片方を削除してください")
    case .repeatedLimit(let name, let isOfOne):
      IssueSentence(
        "\(self.name(name))に\(isOfOne ? "同じ事務所" : "全事務所")の上限が2度書かれています",
        rule: "事務所ごとに1度、その他すべてに1度です（例：[{max: 3}, {agency: Acme, max: 2}]）",
        remedy: "片方を削除してください")
    case .loneMember(let name, let isEmpty):
      IssueSentence(
        isEmpty ? "\(self.name(name))にだれもいません" : "\(self.name(name))に出演者が1人しかいません",
        rule: "組には「[C0010, C0011]」のように2人以上が必要です",
        remedy: "出演者を加えるか、組を削除してください")
    case .badPackageName(let reason): packageName(reason)
    case .tooManyPackages(let maximum):
      IssueSentence(
        "パッケージが\(maximum)件を超えています", rule: "1つの案件ファイルに書けるのは\(maximum)件までです",
        remedy: "だれも引き受けないものを削除してください")
    case .unreadableLastPlan(let reason):
      lastPlan("を読み取れません（\(FileJapanese.sentence(reason).what)）")
    case .lastPlanOfOtherForm: lastPlan("がcastplanのplan.jsonではありません")
    case .lastPlanFormat(let format): lastPlan("に知らない形式「\(format)」の起用があります")
    }
  }

  static func suggestion(_ nearest: String?) -> String? {
    nearest.map { "「\($0)」の間違いではありませんか" }
  }

  private static func shape(_ name: InputSubject, _ form: String) -> IssueSentence {
    IssueSentence(
      "\(self.name(name))の書き方が違います", rule: "ここに書くのは\(form)です",
      remedy: "その形で書いてください")
  }

  private static func lastPlan(_ what: String) -> IssueSentence {
    IssueSentence(
      "前回の計画\(what)",
      rule: "「keep.plan」には、plan.jsonか、「optimize --out」が書いたディレクトリを指定します",
      remedy: "パスを直してください。案件ファイルと同じ場所と、作業ディレクトリから探します")
  }

  private static func packageName(_ reason: BriefFault.NameReason) -> IssueSentence {
    let rule = "パッケージはそれ自体が1つの形式で、ほかの形式と同じ名前にはできません"
    let remedy = "別の名前にしてください"
    switch reason {
    case .isFormat(let format):
      return IssueSentence(
        "パッケージの名前が形式「\(format)」を指す語です", rule: rule, remedy: remedy)
    case .isPackage(let name):
      return IssueSentence(
        "パッケージの名前が別のパッケージ「\(name)」と同じに読めます", rule: rule, remedy: remedy)
    case .isColumn(let column):
      return IssueSentence(
        "パッケージの名前から作られる料金の列が「\(column)」の列と同じになります", rule: rule, remedy: remedy)
    case .hasSeparators:
      return IssueSentence(
        "パッケージの名前に区切りの文字が入っています",
        rule: "空白、コンマ、コロン、セミコロン、斜線、縦線、等号は名前の区切りに使います",
        remedy: "「spring_launch」のように下線でつないでください")
    }
  }

  private static func form(_ form: ExpectedForm) -> String {
    switch form {
    case .mapping: "「{key: value}」のようなキーと値"
    case .word: "1つの語"
    case .text: "文字列"
    case .formats: "1つ以上の形式のリスト"
    case .stages: "段階のリスト（それぞれ「{name, days_before, strength}」）"
    case .stageTime: "days_beforeかhours_beforeのどちらか"
    case .niches: "ジャンルのリスト（それぞれ「{name, parent, words}」）"
    case .quotas: "「[{where: {tier: micro}, count: {min: 3}}]」のような条件のリスト"
    case .limits: "「{min: …, max: …}」"
    case .audienceCells: "「[female_20_29, female_30_39]」のような区分のリスト"
    case .brands: "「[Acme, Nami]」のようなブランドのリスト"
    case .locks: "「[C0001, {creator: C0007, product: P02}]」のような出演者のリスト"
    case .bans: "「[C0033, {agency: Acme}]」のような出演者か絞り込みのリスト"
    case .banItem: "出演者か、「{agency: Acme}」のような絞り込み"
    case .spendPerCreator: "「{max: …}」か「{max_share_of_budget: …}」"
    case .groups: "「[[C0010, C0011]]」のような出演者の組のリスト"
    case .group: "「[C0010, C0011]」のような出演者のリスト"
    case .scenarios: "「[{name: A, budget: 300万}]」のようなリスト"
    case .scenarioChange: "「{budget: 300万}」のような変更"
    case .package: "「{live: 1, story: 2}」のような、形式とその本数"
    }
  }
}
