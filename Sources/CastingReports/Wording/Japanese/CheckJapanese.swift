import Casting
import CastingReview

/// What was read for a campaign, in Japanese.
enum CheckJapanese {
  static func text(_ label: Wording.CheckLabel) -> String {
    switch label {
    case .reading: "読み取り方"
    case .notes: "注記"
    case .leftOut: "除いた行"
    case .blanked: "不明とした値"
    case .findings: "気になる点"
    case .column: "列"
    case .measured: "記入"
    case .least: "最小"
    case .median: "中央値"
    case .most: "最大"
    case .unit: "単位"
    case .whereMissing: "空欄のとき"
    case .all: "すべて"
    }
  }

  static func line(_ file: InputReport.File) -> String {
    "\(file.path): \(Amount.whole(Double(file.rows)))行"
  }

  static func missing(_ leftOut: Int, _ read: Int, _ cells: Int) -> String {
    let rows =
      "\(Amount.whole(Double(read)))行のうち\(Amount.whole(Double(leftOut)))行"
      + "（\(Amount.part(leftOut, of: read))）を除きました"
    let known = "\(Amount.whole(Double(cells)))か所の値を不明としました"
    return [leftOut > 0 ? rows : nil, cells > 0 ? known : nil].compactMap { $0 }
      .joined(separator: "、")
  }

  static func headline(_ campaign: Campaign) -> String {
    let brief = campaign.brief
    let rules = brief.quotas.count + brief.locks.count + brief.bans.count
    return "案件：目的は\(LabelJapanese.name(brief.objective))、"
      + "予算は\(brief.budget.map { Amount.money($0) } ?? "指定なし")、条件は\(rules)件、"
      + "指定された起用は\(campaign.deals.rows.count)件"
  }

  static func headersHeading(_ table: InputTable) -> String {
    let name =
      switch table.role {
      case .creators: "出演者"
      case .products: "商品"
      case .deals: "起用"
      case .audiences: "視聴者層"
      }
    return "\(name)の表の見出し（\(table.path)）"
  }

  static func columnsHeading(_ role: InputTable.Role, _ count: Int) -> String {
    switch role {
    case .creators: "出演者：\(count)人"
    case .products: "商品：\(count)点"
    case .deals: "起用：\(count)件"
    case .audiences: "視聴者層の区分：\(count)個"
    }
  }

  static func name(_ match: ColumnMatch) -> String {
    switch match {
    case .name: "列の名前"
    case .alias: "別名"
    case .brief: "案件で指定"
    case .carried: "出力に残す"
    case .unknown: "使わない"
    }
  }

  static func header(_ column: InputColumn, _ header: String, isAmbiguous: Bool) -> String {
    let quoted = "「\(header)」" + (isAmbiguous ? "（\(column.field)列目）" : "")
    switch column.match {
    case .name: return column.name ?? quoted
    case .alias, .brief: return "\(column.name ?? "")\(quoted)"
    case .carried, .unknown:
      return column.header.isEmpty ? "見出しのない\(column.field)列目" : quoted
    }
  }

  /// Where one of two columns is enough, both are named.
  static func title(_ column: ColumnCoverage) -> String {
    column.name.replacing(" or ", with: "か")
  }

  static func known(_ known: Int, of rows: Int) -> String { "\(rows)行中\(known)行" }

  static func name(_ unit: ColumnUnit) -> String {
    switch unit {
    case .none, .yen, .share: ""
    case .people, .creators: "人"
    case .viewers: "視聴者数"
    case .posts: "投稿"
    case .deals: "件"
    case .units: "個"
    case .orders: "注文"
    case .megabits: "Mbit/s"
    case .factor: "倍"
    case .value: "成果"
    }
  }

  static func text(_ standIn: StandIn) -> String {
    switch standIn {
    case .byTier: "推定：規模から"
    case .byFollowers: "推定：フォロワー数から"
    case .reachOfValue: "リーチから計算"
    case .tierMean: "標準値：同じ規模の平均"
    case .noEffect: "標準値：影響なし"
    case .allReal: "標準値：全員が実在"
    case .sureDelivery: "標準値：確実に配信"
    case .usualMix: "標準値：一般的な構成"
    case .asOthers: "標準値：その他として扱う"
    case .lowAffinity: "標準値：低い適合度"
    case .conversion(let share): "標準値：案件の値、なければ\(ReviewSubject.percent(share))"
    case .followsConversion: "ライブの購入率に比例"
    case .zero: "0"
    case .one: "1"
    case .wholePrice: "100 %"
    case .unlimited: "上限なし"
    case .nobodyTwice: "上限なし（重複なし）"
    case .notOffered: "受けない"
    case .rateAsItIs: "率をそのまま使う"
    case .valueGiven: "価値の記入を使う"
    }
  }

  static func title(_ headline: String, _ finding: ReviewFinding) -> String {
    "\(headline)（\(counted(finding.rowCount, isProduct: finding.kind.concernsProducts))）"
  }

  private static func counted(_ count: Int, isProduct: Bool) -> String {
    let number = Amount.whole(Double(count))
    return isProduct ? "商品\(number)点" : "出演者\(number)人"
  }

  static func more(_ count: Int, areCells: Bool) -> String {
    "…ほかに\(Amount.whole(Double(count)))\(areCells ? "か所" : "件")"
  }

  static func ruleLine(_ rule: String) -> String { "基準：\(rule)。" }

  static func place(_ number: Int, countsRows: Bool) -> String {
    countsRows ? "第\(number)行" : "\(number)行目"
  }

  static func conclusion(_ report: InputReport) -> String {
    let valid =
      report.skipped.isEmpty ? "読み取った値はすべて正しい形です。" : "残した値はすべて正しい形です。"
    if report.findings.isEmpty { return valid + "気になる点はありません。" }
    let rows = report.suspectRows
    let counts =
      [(rows.creators, false), (rows.products, true)].filter { $0.0 > 0 }
      .map { counted($0.0, isProduct: $0.1) }
    let about = counts.isEmpty ? "" : "（\(counts.joined(separator: "、"))）"
    return "\(valid)気になる点が\(report.findings.count)件\(about)あります。"
      + "確かめてください。これらによって計画が変わることはありません。"
  }
}
