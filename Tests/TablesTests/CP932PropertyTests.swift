import TableTestSupport
import Tables
import Testing

/// Rosters of both kinds from many seeds: those in CP932 are told from those of the West.
@Suite struct CP932PropertyTests {
  private static let seeds = 0..<1200 as Range<UInt64>

  @Test func japaneseRostersAreRecognised() {
    for seed in Self.seeds {
      var random = InputDamage(seed: seed)
      let text = JapaneseRoster.text(&random)
      let bytes = TableForm.converted(text, to: "CP932")
      bytes.withUnsafeBufferPointer {
        #expect(TextEncodingCheck($0) == .cp932, "seed \(seed): \(text.prefix(300))")
      }
    }
  }

  /// What is well formed in CP932 by chance is not taken for Japanese.
  @Test func westernRostersAreNot() {
    var wellFormed = 0
    for seed in Self.seeds {
      var random = InputDamage(seed: seed)
      let (text, encoding) = WesternRoster.text(&random)
      let bytes = TableForm.converted(text, to: encoding)
      bytes.withUnsafeBufferPointer {
        guard let first = $0.firstIndex(where: { $0 >= 0x80 }) else { return }
        #expect(
          TextEncodingCheck($0) == .other(offset: first),
          "seed \(seed), \(encoding): \(text.prefix(300))")
        if Self.isWellFormed($0) { wellFormed += 1 }
      }
    }
    #expect(wellFormed > 100, "the property would be empty: \(wellFormed)")
  }

  /// A text of either kind, cut anywhere, is no text of the other.
  @Test func aBeginningIsNotTakenForTheOther() {
    for seed in 0..<400 as Range<UInt64> {
      var random = InputDamage(seed: seed)
      let (text, encoding) = WesternRoster.text(&random)
      let bytes = TableForm.converted(text, to: encoding)
      let end = Int.random(in: 1...bytes.count, using: &random)
      bytes.prefix(end).withUnsafeBufferPointer {
        #expect(TextEncodingCheck($0, isWhole: false) != .cp932, "seed \(seed), \(encoding)")
      }
    }
  }

  /// 男 女 年 月 日 and their like beside digits and delimiters, with hardly anything else.
  @Test(arguments: [
    "creator_id,followers,gender\nC1,500,男\nC2,600,女\n", "id,day\n1,2026年12月1日\n2,2026年1月31日\n",
    "id,ok\n1,○\n2,×\n", "id,share\n1,30％\n", "id,hours\n1,2時30分\n", "id,x\n1,有\n2,無\n3,可\n4,否\n",
    "id,期間\n1,4～5\n",
  ])
  func charactersThatStandAloneAreNoEvidenceAgainst(text: String) {
    TableForm.converted(text, to: "CP932").withUnsafeBufferPointer {
      #expect(TextEncodingCheck($0) == .cp932)
    }
  }

  /// However many they are, against a header.
  @Test(arguments: ["男", "済", "未", "A"]) func oneWordOfAHeaderIsEnough(cell: String) {
    let text = "名前,料金\n" + String(repeating: "5,\(cell)\n", count: 500)
    TableForm.converted(text, to: "CP932").withUnsafeBufferPointer {
      #expect(TextEncodingCheck($0) == .cp932)
    }
  }

  /// Whether the C library finds no fault in the bytes as CP932.
  private static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let decoder = try? TextDecoder(.cp932, path: "") else { return false }
    var text: [UInt8] = []
    return decoder.decode(bytes, into: &text)
      == TextDecoder.Outcome(consumed: bytes.count, isFaulty: false)
  }
}

/// Rosters as Japanese spreadsheets hold them.
private enum JapaneseRoster {
  private static let headers = [
    "名前", "フォロワー数", "料金", "性別", "登録日", "ジャンル", "備考", "媒体", "氏名", "可否", "所属",
  ]
  private static let names = [
    "佐藤 葵", "髙橋みお", "ｱｵｲ", "林", "森 一", "㈱さくら", "Aoi", "Tシャツ店", "VTuber みく", "Ｋａｉ", "ラーメン部",
  ]
  private static let texts = [
    "毎日配信", "①美容 ②旅行", "要相談", "済", "未", "なし", "SNS運用", "A社", "第2回", "東京都", "30代女性", "コスメ;スキンケア",
  ]

  static func text(_ random: inout InputDamage) -> String {
    // Some have Japanese headers alone, others Japanese cells alone.
    let kind = Int.random(in: 0..<4, using: &random)
    let count = Int.random(in: 1...5, using: &random)
    let columns = (0..<count).map { _ in headers.randomElement(using: &random)! }
    var lines = ["id," + (kind == 0 ? columns.map { _ in "col" } : columns).joined(separator: ",")]
    for row in 0..<Int.random(in: 1...40, using: &random) {
      let cells = columns.map { _ in kind == 1 ? plain(&random) : cell(&random) }
      lines.append("C\(row)," + cells.joined(separator: ","))
    }
    // Whatever the cells say, one of them is a word.
    if kind == 0 { lines.append("C99,東京," + texts.randomElement(using: &random)!) }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func plain(_ random: inout InputDamage) -> String {
    ["\(Int.random(in: 0...99_999, using: &random))", "", "Instagram", "2026-12-01", "3.2%"]
      .randomElement(using: &random)!
  }

  private static func cell(_ random: inout InputDamage) -> String {
    let number = Int.random(in: 1...99, using: &random)
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: names.randomElement(using: &random)!
    case 1: texts.randomElement(using: &random)!
    case 2: "2026年\(number % 12 + 1)月\(number % 28 + 1)日"
    case 3: ["男", "女", "有", "無", "可", "否", "○", "×"].randomElement(using: &random)!
    case 4:
      ["\(number)万", "\(number)円", "\(number)％", "1～\(number)", "\(number)時30分"]
        .randomElement(using: &random)!
    case 5: "\(number).5"
    default: plain(&random)
    }
  }
}

/// Rosters of the West, in the encodings that spreadsheets have there.
private enum WesternRoster {
  private static let languages: [(encoding: String, words: [String])] = [
    (
      "CP1252",
      [
        "Müller", "Jürgen", "Schröder", "Köln", "für", "Größe", "Straße", "Äpfel", "schön", "Übung",
        "Käthe", "Weiß", "Bräunlich",
      ]
    ),
    (
      "CP1252",
      [
        "élève", "Renée", "théâtre", "Zoé", "garçon", "Hélène", "àâ", "Noël", "œuvre", "éléphant",
        "réélu", "créée", "Léa", "prêt-à-porter", "l’été", "“quoted”", "it’s", "80’s", "–", "—",
      ]
    ),
    (
      "CP1252",
      [
        "Peña", "Muñoz", "José", "María", "corazón", "¿Qué?", "niño", "pingüino", "São", "João",
        "Conceição", "ação", "Åsa", "Bjørn", "Søren", "smörgås", "Väätä", "yötyö",
      ]
    ),
    (
      "CP1250",
      [
        "Šešelj", "žaša", "Dušan", "Čech", "Novák", "Dvořák", "Łódź", "Zażółć", "gęślą", "jaźń",
        "Kőszeg", "tükörfúró", "Žižek", "Škoda", "šťastný",
      ]
    ),
    ("CP1254", ["İstanbul", "Şahin", "küçük", "ağaç", "çığ", "öğüt", "Gül", "Işık"]),
    ("CP1251", ["Иван", "Анна", "Мария", "компания", "Россия", "блогер", "Ёлка", "шоу"]),
  ]

  static func text(_ random: inout InputDamage) -> (String, encoding: String) {
    let language = languages.randomElement(using: &random)!
    var lines = ["id,name,followers,note"]
    // Few rows as often as many: those have a malformed byte sooner or later.
    for row in 0..<[1, 2, 3, 5, 40].randomElement(using: &random)! {
      lines.append(
        "C\(row),\(words(language.words, &random)),\(row * 100),\(words(language.words, &random))")
    }
    return (lines.joined(separator: "\r\n") + "\r\n", language.encoding)
  }

  private static func words(_ all: [String], _ random: inout InputDamage) -> String {
    let count = Int.random(in: 0...3, using: &random)
    return (0..<count).map { _ in
      let word = all.randomElement(using: &random)!
      return Bool.random(using: &random) ? word : word + "son"
    }.joined(separator: Bool.random(using: &random) ? " " : "-")
  }
}
