import Casting
import CastingPlanning

/// Promises of plans, in Japanese.
enum AuditJapanese {
  static func text(_ promise: AuditPromise) -> String {
    switch promise {
    case .relaxedRules: "緩和された条件は案件のもの"
    case .objective: "目的は案件のとおり"
    case .currency: "通貨は案件のとおり"
    case .budget: "予算は案件のとおり"
    case .targetReached: "目標に達し、案件に予算があればその範囲内"
    case .withinBudget: "案件に予算があれば、予算はその範囲内"
    case .dealsAllowed: "どの起用も入力で可能なもの"
    case .ranks: "順位は1からの連番"
    case .costs: "料金はすべて入力から算出した値と一致"
    case .affinities: "ジャンル適合度はすべて入力から算出した値と一致"
    case .effectiveReaches: "有効リーチはすべて入力から算出した値と一致"
    case .cellReaches: "区分別リーチはリーチと視聴者比率の積"
    case .expectedOrders: "見込み注文数は、予約順に各起用が加える数"
    case .marginalValues: "追加の成果は、予約順に各起用が加える分"
    case .marginalReturns: "限界収益は、追加費用1\(LabelJapanese.money)あたりの追加の成果"
    case .cumulativeCosts: "累計費用は初期費用を含む合計"
    case .cumulativeValues: "累計の成果はそこまでの起用の成果"
    case .value: "計画の成果は起用全体の成果"
    case .marginalSum: "追加の成果の合計は計画の成果"
    case .spend: "費用は料金と初期費用の合計"
    case .rulesKept: "破られた条件はなし"
    case .ruleNames: "条件は案件のとおり"
    case .ruleNumbers: "各条件の使用量と限度は記載のとおり"
    case .sharedPrices: "予算・在庫・受注数の価格は各条件の価格と一致"
    case .liftedPrices: "その他の条件の価格は、外した場合の上界の上昇分"
    case .priceBound: "上界は全起用に対する計画の価格から導かれる値"
    case .boundOrder: "上界は成果と価格による上界の間"
    case .gap: "差は成果と上界の隔たり"
    case .status: "最適とされた計画は指定の差の範囲内"
    case .costSums: "出演費・成果報酬の引当・商品費の合計は各料金と一致"
    case .costParts: "料金の内訳はすべて入力から算出した値と一致"
    case .activations: "初期費用は各出演者の最初の起用にあり、内訳の合計は費用と一致"
    case .talks: "料金の状態と予約は名簿と予約表のとおり"
    case .profiles: "出演者の情報は名簿のとおり"
    case .leftOutCosts: "外れた出演者の出演費と料金は、挙げた起用のもの"
    case .productPrices: "商品の価格は入力のとおり"
    case .cellPeople: "区分ごとの人数・リーチ・重複なしの人数は起用から導かれる値"
    case .ruleKinds: "各条件の種類・対象・単位は案件のとおり"
    case .pressures: "各条件の効き方は価格のとおり"
    case .daysAndFormats: "期間と施策は案件のとおり"
    case .totals: "注文・売上・利益は起用から計算した値と一致"
    case .curveOrder: "予算が増えても成果と上界は下がらない"
    case .curvePlan: "計画自身の予算には計画自身がある"
    case .curveReturns: "予算間の限界収益は成果の差"
    case .curveCeilings: "ほかの予算の成果は、計画の価格で許される上限以下"
    case .packages: "パッケージの内訳が案件ファイルのとおりで、到達人数と数え方がその合計と一致"
    }
  }

  static func text(_ statement: AuditStatement) -> String {
    switch statement {
    case .number(let value, let place): "\(number(value))（\(text(place))）"
    case .range(let least, let most): range(least, most)
    case .objective(let objective): LabelJapanese.name(objective)
    case .currency(let code): "「\(code)」"
    case .allowedDeal: "入力と案件で可能な起用"
    case .deal(let creator, let product, let format): deal(creator, product, format)
    case .rule(let name): LabelJapanese.rule(name)
    case .noRule: "なし"
    case .rules(let names): LabelJapanese.listed(names.map(LabelJapanese.rule))
    case .rulesAsTheyStand: "案件と商品の条件（限度は現在のまま）"
    case .column(let name, let text, let creator): "\(text ?? "なし")（\(creator)、\(name)列）"
    case .ruleKind(let kind, let subject, let unit, let isWhole):
      list([
        "種類\(kind.rawValue)", subject.map { "対象\($0)" }, "単位\(unit.rawValue)",
        isWhole ? "全体で外す条件" : nil,
      ])
    case .pressure(let side, let rule): "\(text(side))（\(LabelJapanese.rule(rule))）"
    case .daysAndFormats(let from, let to, let formats):
      list(
        [from.flatMap { from in to.map { "\(from)〜\($0)" } } ?? "期間の指定なし"]
          + formats.map { LabelJapanese.name($0) })
    case .budgetPoint(let budget, let value, let bound):
      "成果\(value.map(number) ?? "なし")、上界\(bound.map(number) ?? "なし")（予算\(Amount.marked(number(budget)))）"
    case .neverFalling: "小さい予算の値以上、成果は自身の上界以下"
    case .eachDealOnce: "各起用は1回ずつ"
    case .fewDeals(let creator, let most): "\(name(creator))は\(most)件まで"
    case .oneDealPerProduct(let creator): "\(name(creator))は1商品（または専属の1カテゴリー）につき1件"
    case .lowSpend(let creator, let most): "\(name(creator))は\(Amount.marked(number(most)))まで"
    case .cast(let creator): "\(name(creator))は出演を固定"
    case .castForProduct(let creator): "\(name(creator))は指定商品への出演を固定"
    case .limits(let rule, let least, let most): "\(LabelJapanese.rule(rule))は\(range(least, most))"
    case .allOrNone(let group): "「\(group)」は全員を起用するか、1人も起用しないか"
    case .atMostOne(let group): "「\(group)」は1人まで起用"
    case .sameDealTwice: "同じ起用が2回"
    case .deals(let count): "\(count)件"
    case .twoDeals: "2件"
    case .spend(let yen): Amount.marked(number(yen))
    case .noDeal: "起用なし"
    case .noDealOfProduct: "その商品の起用なし"
    case .use(let value): number(value)
    case .castOfGroup(let count): "\(count)人を起用"
    }
  }

  private static func text(_ place: AuditPlace) -> String {
    switch place {
    case .plan: "計画全体"
    case .deal(let creator, let product, let format): deal(creator, product, format)
    case .cell(let creator, let product, let format, let cell):
      "\(deal(creator, product, format))、区分\(cell)"
    case .rule(let name): LabelJapanese.rule(name)
    case .creator(let id), .product(let id): id
    case .productCell(let product, let cell): "\(product)、区分\(cell)"
    case .budget(let yen): "予算\(Amount.marked(number(yen)))"
    }
  }

  private static func text(_ side: RulePressure) -> String {
    switch side {
    case .upper: "上限側で効く"
    case .lower: "下限側で効く"
    case .neither: "効いていない"
    }
  }

  private static func list(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.joined(separator: "、")
  }

  private static func deal(_ creator: String, _ product: String, _ format: DealFormat) -> String {
    "\(creator) × \(product) \(LabelJapanese.name(format))"
  }

  private static func name(_ creator: AuditCreator) -> String {
    switch creator {
    case .known(let id): id
    case .unnamed(let row): "名簿\(row)行目の出演者"
    }
  }

  private static func range(_ least: Double, _ most: Double) -> String {
    switch (least.isFinite, most.isFinite) {
    case (true, true): "\(number(least))以上\(number(most))以下"
    case (true, false): "\(number(least))以上"
    case (false, true): "\(number(most))以下"
    case (false, false): "限度なし"
    }
  }

  private static func number(_ number: Double) -> String {
    number.isNaN ? "–" : number.isFinite ? AuditNumber.text(number) : "限度なし"
  }

  static func expected(_ text: String) -> String { "正しくは：\(text)" }
  static func found(_ text: String) -> String { "計画では：\(text)" }
  static func accepted(_ change: String) -> String { "計画の記載どおりに認めた変更：\(change)。" }

  static func untold(_ parts: [AuditUntold]) -> String {
    "計画に記載がないため確認していない項目：\(list(parts.map(text)))。"
  }

  private static func text(_ part: AuditUntold) -> String {
    switch part {
    case .costs: "料金の内訳"
    case .talks: "料金の状態と予約"
    case .profiles: "出演者の情報"
    case .leftOutCosts: "外れた出演者の料金"
    case .cells: "商品ごとの到達"
    case .rules: "条件の種類"
    case .daysAndFormats: "期間と施策"
    case .totals: "計画の見込み"
    case .curve: "ほかの予算"
    }
  }

  static func conclusion(_ failed: Int, of count: Int) -> String {
    failed == 0
      ? "\(count)項目すべてが成り立っています。"
      : "\(count)項目のうち\(failed)項目が成り立ちません。計画が書き換えられたか、別の入力から作られています。"
  }
}
