import Casting
import CastingFiles

/// What an interview asks and says, in Japanese.
enum InterviewJapanese {
  static let opening =
    "案件についていくつかお聞きし、答えから案件ファイルを作ります。"
    + "角括弧の中の答えでよければEnterキーだけを押してください。"
    + "Ctrl-Cで中止すると、何も書き込みません。"

  static let needed = "必須"
  static let nothing = "なし"

  static func name(_ topic: InterviewTopic) -> String {
    switch topic {
    case .roster: "出演者の表"
    case .products: "商品の表"
    case .budget: "予算"
    case .objective: "目的"
    case .from: "開始日"
    case .to: "終了日"
    case .formats: "形式"
    case .lock: "必ず起用"
    case .ban: "起用しない"
    case .least: "最少人数"
    case .most: "最多人数"
    case .femaleShare: "女性の割合"
    case .ages: "年代"
    }
  }

  static func question(_ topic: InterviewTopic) -> String {
    switch topic {
    case .roster:
      "出演者の表はどのファイルですか。CSV、TSV、JSON、またはSQLiteの表（「db.sqlite#table」の形）です。"
    case .products: "商品の表はどのファイルですか。使える形式は同じです。"
    case .budget:
      "予算はいくらまでですか（円）。出演料、成果報酬、提供する商品、起用の準備費をすべて含みます。"
        + "「300万」「3M」「¥3,000,000」のように書けます。"
    case .objective:
      "何を最も大きくしますか。「gmv」（売上）、「profit」（粗利から費用を引いた利益）、"
        + "「ltv」（顧客の全注文の粗利から費用を引いた生涯利益）、「orders」（注文数）、"
        + "「reach」（人数）から選んでください。"
    case .from: "いつから起用しますか。「2026-12-01」のように書きます。なければ日程を考えません。"
    case .to: "いつまで起用しますか（この日を含みます）。"
    case .formats:
      "どの形式で起用しますか。「live」（ライブ）、「video」（動画）、「post」（投稿）、"
        + "「story」（ストーリー）から、読点かコンマで区切って書いてください。"
    case .lock: "成果によらず必ず起用する人はいますか。IDか名前を、読点かコンマで区切って書いてください。"
    case .ban: "起用してはならない人はいますか。IDか名前を、読点かコンマで区切って書いてください。"
    case .least: "少なくとも何人を起用しますか。"
    case .most: "多くても何人までにしますか。"
    case .femaleShare:
      "どのような人に向けた案件ですか。表で視聴者層が分からない出演者と、市場全体に当てはめます。"
        + "まず女性の割合を、「60%」「0.6」のように書いてください。"
    case .ages:
      "年代の割合を、「20代 40%、30代 30%」のように書いてください。書かない年代は残りを等しく"
        + "分け合います。区分は10代（13～19歳）から50代までと、60代以上（60+）です。"
    }
  }

  static func text(_ fault: AnswerFault) -> String {
    switch fault {
    case .unanswered(let topic): "答えがありません。\(rule(topic))。書くか、Ctrl-Cで中止してください。"
    // Said as issues are.
    case .issue: ""
    case .unreadable:
      "答えを読み取れません。文字コードはUTF-8です。端末をUTF-8にして、もう一度書いてください。"
    case .standardInput:
      "「-」は標準入力で、答えの読み取りに使っています。表はファイルです。パスを書いてください。"
    case .unknownCreator(let given, let near):
      "「\(given)」は出演者の表にありません。表にあるIDか名前が必要です。"
        + (near.isEmpty ? "表で確かめてください。" : "\(list(near))のことですか。")
    case .severalCreators(let given, let creators, let count):
      "「\(given)」という名前の人は\(Amount.whole(Double(count)))人います。名前で指定できるのは"
        + "1人だけのときです。IDを書いてください（\(ids(creators))\(count > creators.count ? "…" : "")）。"
    case .nameOrList(let given, let whole):
      "「\(given)」は1人の名前にも、複数の名前の並びにも読めます。答えの意味は1つでなければなりません。"
        + "IDを書いてください（1人なら「\(whole.id)」）。"
    case .castAndBanned(let creator):
      "「\(Wording.japanese.label(creator))」は必ず起用する人です。同じ人を起用して除外することはできません。"
        + "ここから外すか、はじめからやり直してください。"
    case .creatorCount(let given):
      "「\(given)」は人数ではありません。1以上の整数が必要です。制限しないなら「なし」と書いてください。"
    case .moreThanThereAre(let least, let available):
      "\(Amount.whole(Double(least)))人は起用できません。起用できる出演者は"
        + "\(Amount.whole(Double(available)))人です。それ以下にしてください。"
    case .fewerThanLocked(let most, let locked):
      "多くても\(Amount.whole(Double(most)))人では足りません。必ず起用する人が\(locked)人います。"
        + "\(locked)人以上にしてください。"
    case .ageShare(let given):
      "「\(given)」は年代とその割合ではありません。「20代 40%、30代 30%」の形で答えます。"
        + "年代、空白、割合の順に書いてください。"
    case .repeatedAge(let given):
      "「\(given)」の年代は2度目です。1つの年代の割合は1つです。どちらかを外してください。"
    }
  }

  private static func rule(_ topic: InterviewTopic) -> String {
    topic == .budget
      ? "計画には、「300万」「3M」「¥3,000,000」のような予算（円）が必要です" : "ここには答えが必要です"
  }

  private static func list(_ creators: [NamedCreator]) -> String {
    creators.map { "「\(Wording.japanese.label($0))」" }.joined(separator: "、")
  }

  private static func ids(_ creators: [NamedCreator]) -> String {
    creators.map { "「\($0.id)」" }.joined()
  }
}
