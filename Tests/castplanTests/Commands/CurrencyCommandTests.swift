import Foundation
import Testing

/// A campaign in dollars, from the command line.
@Suite struct CurrencyCommandTests {
  private static let inputs = "--roster creators.csv --products products.csv --brief brief.yaml"

  private static func folder(rates: String = "", rules: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      creator_id,name,platform,followers,avg_views,engagement_rate,fee
      A1,Ana,instagram,22000,4000,3.1%,$480
      B2,Bo,tiktok,31000,9000,2.4%,$620.50
      C3,Cy,instagram,27000,5200,3.6%,
      D4,Di,youtube,15000,2400,4.1%,ask
      E5,Ed,tiktok,44000,8100,1.9%,"$1,020.25"

      """, as: "creators.csv")
    try folder.write(
      "product_id,name,price,commission\nS1,Serum,$25.90,10%\nT2,Tea,$9.95,\n", as: "products.csv")
    try folder.write(
      "campaign: Launch\ncurrency: USD\nbudget: $1,500.50\nformats: [live, video]\n" + rates
        + rules,
      as: "brief.yaml")
    return folder
  }

  private static func run(_ line: String, in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun.shell("castplan " + line, in: folder.url)
  }

  private static func object(_ run: ProgramRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any])
  }

  /// Everything that a campaign in dollars says, in both languages, speaks of dollars alone.
  @Test func nothingSpeaksOfYen() throws {
    let folder = try Self.folder(
      rates: "exchange_rates: {JPY: 0.01}\n",
      rules: "spend_per_creator: {max: 0.6}\nagency: {rate: 0.15, per_deal: 12.5, fixed: 20}\n"
        + "quotas:\n  - {where: {platform: tiktok}, spend: {max: 900.75}}\n")
    #expect(try Self.run("optimize \(Self.inputs) --out plan --quiet", in: folder).status == 0)
    let lines = [
      "optimize \(Self.inputs) --strategies --stability 3 --reserves",
      "optimize \(Self.inputs) --hide-cost", "optimize \(Self.inputs) --budget 1",
      "what-if \(Self.inputs) --budgets 80%,1200 --fee A1=+10% --product S1:price=24.5",
      "explain plan B2 \(Self.inputs)", "explain plan E5 \(Self.inputs)",
      "explain plan budget \(Self.inputs)", "check \(Self.inputs)",
      "check \(Self.inputs) --plan plan", "compare plan plan \(Self.inputs)",
      "score --roster creators.csv --products products.csv --brief brief.yaml --top 2",
    ]
    for line in lines {
      for language in ["en", "ja"] {
        let run = try Self.run("\(line) --lang \(language)", in: folder)
        #expect([0, 1].contains(run.status), "\(line): \(run.talk)")
        for word in ["¥", "￥", "yen", "円", "JPY"] {
          for text in [run.text, run.talk] {
            let found = text.split(separator: "\n").first { $0.contains(word) }
            #expect(found == nil, "\(line) --lang \(language)")
          }
        }
      }
    }
  }

  @Test func filesNameTheCurrencyAndHoldCents() throws {
    let folder = try Self.folder(rates: "exchange_rates: {JPY: 0.01}\n")
    let plan = try Self.object(
      Self.run("optimize \(Self.inputs) --format json --quiet", in: folder))
    #expect(plan["currency"] as? String == "USD")
    #expect(plan["budget"] as? Double == 1500.5)
    let step = try #require(plan["budget_step"] as? [String: Any])
    #expect(step["amount"] as? Double == 100 && step["yen"] is NSNull)
    let spend = try #require(plan["spend"] as? Double)
    #expect(spend <= 1500.5 && spend == (spend * 100).rounded() / 100)
    for deal in try #require(plan["deals"] as? [[String: Any]]) {
      for key in ["cost", "cumulative_cost", "fee", "commission_reserve", "client_cost"] {
        let amount = try #require(deal[key] as? Double, "\(key)")
        // Every digit that is written.
        #expect("\(amount)".split(separator: ".").last?.count ?? 0 <= 2, "\(key) \(amount)")
      }
    }
    let whatIf = try Self.object(
      Self.run("what-if \(Self.inputs) --budgets 1200 --format json --quiet", in: folder))
    #expect((whatIf["base"] as? [String: Any])?["spend"] as? Double == spend)
    let summary = try Self.run(
      "score --roster creators.csv --products products.csv --brief brief.yaml --top 1 --quiet "
        + "--summary s.json && cat s.json", in: folder)
    #expect(summary.text.contains("\"currency\": \"USD\""))
  }

  @Test func amountsOfOtherCurrenciesAreRefused() throws {
    let folder = try Self.folder()
    for line in [
      "optimize \(Self.inputs) --budget ¥5000", "optimize \(Self.inputs) --budget 500円",
      "what-if \(Self.inputs) --fee A1=¥500", "what-if \(Self.inputs) --budgets €1:€9:€2",
      "what-if \(Self.inputs) --set currency=EUR",
      "score --roster creators.csv --products products.csv --brief brief.yaml --where 'cost<=¥500'",
    ] {
      let run = try Self.run(line, in: folder)
      #expect(run.status == 2 && run.text.isEmpty, "\(line): \(run.talk)")
    }
    try folder.write("currency: EUR\nbudget: 1500\n", as: "brief.yaml")
    let other = try Self.run("optimize \(Self.inputs)", in: folder)
    #expect(other.status == 2 && other.talk.contains("creators.csv:2:7:"), "\(other.talk)")
    #expect(other.talk.contains("exchange_rates: {USD: …}"))
    try folder.write(
      "currency: EUR\nbudget: 1500\nexchange_rates: {USD: 0.9}\nformats: [live]\n", as: "brief.yaml"
    )
    let plan = try Self.object(
      Self.run("optimize \(Self.inputs) --format json --quiet", in: folder))
    let deals = try #require(plan["deals"] as? [[String: Any]])
    let fees = Dictionary(
      uniqueKeysWithValues: deals.map {
        ($0["creator_id"] as? String ?? "", $0["fee"] as? Double ?? 0)
      })
    #expect(fees["B2"] == 558.45)
  }

  /// Estimates are in yen: without its rate nobody is cast at a fee that nobody stated.
  @Test func feesAreEstimatedAtARateOfYenAlone() throws {
    let unknown = try Self.folder()
    let run = try Self.run("optimize \(Self.inputs) --out plan", in: unknown)
    let plan = try ProgramRun.shell("cat plan/plan.json", in: unknown.url)
    let document = try Self.object(plan)
    let cast = try #require(document["deals"] as? [[String: Any]]).compactMap {
      $0["creator_id"] as? String
    }
    #expect(Set(cast).isDisjoint(with: ["C3", "D4"]))
    let left = try #require(document["left_out"] as? [[String: Any]])
    let reasons = left.filter { ["C3", "D4"].contains($0["creator_id"] as? String) }
    #expect(reasons.allSatisfy { $0["reason_code"] as? String == "ask_without_rate" })
    #expect(reasons.count == 2)
    #expect(run.talk.contains("exchange_rates has no rate of JPY"))
    let change = try Self.run("what-if \(Self.inputs) --fee C3=+10%", in: unknown)
    #expect(change.status == 2 && change.talk.contains("C3=500"), "\(change.talk)")
    // A fee that is asked about is one that is known.
    let told = try Self.run("explain plan C3 \(Self.inputs)", in: unknown)
    #expect(told.text.contains("what-if --fee C3=AMOUNT") && !told.text.contains("No fee brings"))
    #expect(try Self.run("what-if \(Self.inputs) --fee C3=100", in: unknown).status == 0)
    let known = try Self.folder(rates: "exchange_rates: {JPY: 0.01}\n")
    let priced = try Self.object(
      Self.run("optimize \(Self.inputs) --format json --quiet", in: known))
    let all = try ["deals", "left_out"].flatMap {
      try #require(priced[$0] as? [[String: Any]])
    }
    let cy = all.first { $0["creator_id"] as? String == "C3" }
    // 27,000 followers at 3 yen.
    #expect(cy?["fee"] as? Double == 810)
  }

  @Test func plansOfTwoCurrenciesAreNotCompared() throws {
    let folder = try Self.folder()
    #expect(try Self.run("optimize \(Self.inputs) --out usd --quiet", in: folder).status == 0)
    try folder.write(
      "currency: EUR\nbudget: 1500\nexchange_rates: {USD: 0.9}\n", as: "brief.yaml")
    #expect(try Self.run("optimize \(Self.inputs) --out eur --quiet", in: folder).status == 0)
    let run = try Self.run("compare usd eur", in: folder)
    #expect(run.status == 2 && run.talk.contains("USD"), "\(run.talk)")
    #expect(try Self.run("compare usd eur \(Self.inputs) --quiet", in: folder).status == 0)
    let check = try Self.run("check \(Self.inputs) --plan usd", in: folder)
    #expect(check.status == 1 && check.text.contains("currency"), "\(check.text)")
  }

  /// The way out is in cents, and planning takes it.
  @Test func waysOutAreInCents() throws {
    let folder = try Self.folder(rates: "", rules: "lock: [A1, B2]\n")
    try folder.write(
      "campaign: Launch\ncurrency: USD\nbudget: 900\nformats: [live]\nlock: [A1, B2]\n",
      as: "brief.yaml")
    let clash = try Self.run("optimize \(Self.inputs)", in: folder)
    #expect(clash.status == 1)
    let text = clash.text
    let mark = try #require(text.range(of: "Raise the budget to $"))
    let amount = text[mark.upperBound...].prefix { "0123456789,.".contains($0) }
      .replacingOccurrences(of: ",", with: "")
    #expect(
      try Self.run("optimize \(Self.inputs) --budget \(amount) --quiet", in: folder).status == 0)
    let cents = try #require(Double(amount)) - 0.01
    let less = String(format: "%.2f", cents)
    #expect(
      try Self.run("optimize \(Self.inputs) --budget \(less) --quiet", in: folder).status == 1)
  }

  /// `--set budget` and a scenario's budget are what `--budgets` is, also where it includes tax.
  @Test func budgetsWithTaxAreTheSameHoweverTheyAreAsked() throws {
    let folder = try Self.folder(rules: "tax: {rate: 0.1, budget: included}\n")
    try folder.write("- {name: less, budget: 1100}\n", as: "less.yaml")
    let answers = try Self.object(
      Self.run(
        "what-if \(Self.inputs) --budgets 1100 --set budget=1100 --scenarios less.yaml --format json "
          + "--quiet", in: folder))
    let rows = try #require(answers["rows"] as? [[String: Any]])
    #expect(rows.map { $0["budget"] as? Double } == [1000, 1000, 1000])
    #expect(Set(rows.compactMap { $0["value"] as? Double }).count == 1)
  }
}
