import CastingFiles

extension IssueJapanese {
  static func sentence(_ fault: QuestionFault) -> IssueSentence {
    switch fault {
    case .unknownSubject(let nearest):
      IssueSentence(
        "その名前の出演者も条件もありません",
        rule: "名簿のcreator_idか、plan.jsonにある条件の名前が必要です",
        remedy: suggestion(nearest) ?? correct)
    case .unknownProduct(let nearest):
      IssueSentence(
        "そのIDの商品はありません", rule: "商品の表のproduct_idが必要です",
        remedy: suggestion(nearest) ?? correct)
    case .foreignDeal:
      IssueSentence(
        "計画に、この入力では組めない起用があります", rule: madeFrom,
        remedy: "同じ名簿、商品、案件ファイル、起用を指定してください。違いは「castplan check」で分かります")
    case .foreignRelaxation:
      IssueSentence(
        "計画がゆるめた条件は、この案件ファイルのものではありません", rule: madeFrom,
        remedy: "同じ案件ファイルを指定してください")
    case .strangerInPlan(let noun):
      IssueSentence(
        "計画に、入力にない\(self.noun(noun))があります", rule: "両方の一覧を同じ入力で評価します",
        remedy: "その\(self.noun(noun))を含む入力を指定するか、入力なしで計画を比べてください")
    case .severalCreators(let ids):
      IssueSentence(
        "同じ名前の出演者が複数います",
        rule: "一度に尋ねられるのは1件で、名前が重なるときはIDで指定します",
        remedy: "IDで指定してください：\(list(ids))")
    case .unknownScenarioID(let noun):
      IssueSentence(
        "そのIDの\(self.noun(noun))はありません",
        rule: "表にある\(self.noun(noun))のIDが必要です", remedy: "IDを直してください")
    case .unknownRule(let rules):
      IssueSentence(
        "その条件はありません",
        rule: rules.isEmpty ? "予算のほかに条件はありません" : "条件は次のとおりです：\(list(rules))",
        remedy: "名前を直してください")
    case .budgetDropped:
      IssueSentence(
        "予算は外せません", rule: "計画は予算の範囲で作ります",
        remedy: "ほかの予算は--budgetsで試してください")
    case .productWithoutBudget:
      IssueSentence(
        "この商品にはmax_spendがありません", rule: "動かせるのは、書かれている上限だけです",
        remedy: "商品の表に上限を書いてください")
    case .dealsHaveOwnCosts:
      IssueSentence(
        "この出演者の起用には、--dealsの表に費用があります",
        rule: "料金を使うのは、その表にない起用だけです", remedy: "その表の費用を変えてください")
    case .noFeesOfFormat(let format, let inPlay):
      IssueSentence(
        "名簿には、この形式だけの料金がありません",
        rule: "共通の料金が\(list(inPlay))に使われます",
        remedy: "形式を外すか、「fee_\(format)」の列を加えてください")
    case .unknownFilter(let keys):
      IssueSentence(
        "出演者をこの項目では選べません", rule: "選べる項目は\(list(keys.map { "「\($0)」" }))です",
        remedy: "「platform=tiktok:+10%」のように書いてください")
    case .changesNobody:
      IssueSentence(
        "この指定では、だれの料金も変わりません", rule: "名簿に書かれた料金だけが変わります",
        remedy: "該当する出演者のいる指定にしてください")
    case .dropsNobody:
      IssueSentence(
        "この指定に当たる出演者も商品もありません", rule: "外す対象には起用できるものが必要です",
        remedy: "該当する出演者のいる指定にしてください")
    case .productLacks(let field):
      IssueSentence(
        "この商品には、そのように変えられる「\(field)」がありません", rule: "上限のないものは上限のないままです",
        remedy: "「P1:\(field)=2000」のように値を書いてください")
    case .offersNoFormat(let creator, let example):
      IssueSentence(
        "この出演者は、対象の形式をどれも受けません", rule: "料金は、受ける形式についてのものです",
        remedy: "「\(creator):\(example)」のように、受ける形式を書いてください")
    case .feesWithAndWithoutTax:
      IssueSentence(
        "料金の列に税込のものと税抜のものがあります", rule: "金額は、列が税込なら税込です",
        remedy: "「C1:live=80000」のように形式を書いてください")
    case .noFeeToChange(let creator):
      IssueSentence(
        "この出演者には、変えられる料金がありません", rule: "増減は、分かっている料金に対するものです",
        remedy: "「\(creator)=500」のように料金を書いてください")
    case .tablesAreRead(let key):
      IssueSentence(
        tablesAreRead(key),
        rule: "「what-if」で変えるのは条件で、表ではありません", remedy: "案件ファイルで変えてください")
    case .mixOfOtherCells: mixOfOtherCells("外してください")
    case .missingProbability:
      IssueSentence(
        "シナリオに確率がありません", rule: "1つのシナリオに確率があれば、すべてに必要です",
        remedy: "「probability: 0.2」のように加えるか、ほかの確率を外してください")
    case .probabilitySum:
      IssueSentence(
        "シナリオの確率の合計が大きすぎます", rule: "合計は1以下です。残りは元の計画の確率です",
        remedy: "下げてください")
    case .scenariosApart(let difference):
      IssueSentence(
        "シナリオ\(words(difference).what)",
        rule: "1つの計画で備えるには、起用と価値がすべてのシナリオで同じ意味でなければなりません",
        remedy: words(difference).remedy)
    }
  }

  private static let madeFrom = "計画を説明するには、元になった入力が必要です"

  private static func words(
    _ difference: QuestionFault.Difference
  ) -> (what: String, remedy: String) {
    switch difference {
    case .objectives: ("の目的が異なります", "目的を変えるシナリオを外してください")
    case .formats: ("の対象の形式が異なります", "形式を変えるシナリオを外してください")
    case .keptPlans: ("が残す前回の計画が異なります", "「keep」を変えるシナリオを外してください")
    case .budgetQuestion:
      (
        "が予算を求めるものです",
        "「target」や「minimum_marginal_return」の代わりに、予算を書いてください"
      )
    }
  }
}

extension IssueJapanese {
  fileprivate static func tablesAreRead(_ key: QuestionFault.TableKey) -> String {
    switch key {
    case .columns: "「columns」は表の読み方ですが、表はすでに読み終えています"
    case .formats: "「formats」は--dealsの起用の形式にも使われますが、起用はすでに読み終えています"
    case .money: "表の金額はこれによって決まりますが、表はすでに読み終えています"
    case .reading: "このキーは表の読み方ですが、表はすでに読み終えています"
    case .packages: "「packages」は出演者の表の列も決めますが、表はすでに読み終えています"
    }
  }
}
