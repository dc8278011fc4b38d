import CastingFiles
import Tables

extension IssueJapanese {
  static func sentence(_ fault: RowFault) -> IssueSentence {
    switch fault {
    case .ageSum(let sum, let tolerance):
      IssueSentence(
        "年代の割合の合計が\(CSVWriter.shortest(sum))です",
        rule: "6つの合計は1です（誤差\(tolerance)まで）",
        remedy: "直すか、標準の構成でよければ6つとも空欄にしてください")
    case .cellSum(let sum, let tolerance):
      IssueSentence(
        "この出演者の割合の合計が\(CSVWriter.shortest(sum))です",
        rule: "すべての区分の合計は1です（誤差\(tolerance)まで）",
        remedy: "直すか、標準の構成でよければこの出演者の行を削除してください")
    case .duplicateAudienceCell(let firstLine):
      IssueSentence(
        "同じ出演者の同じ区分が\(firstLine)行目にもあります", rule: "出演者ごとの区分はそれぞれ1度だけです",
        remedy: "片方の行を削除するか、2つの割合を足してください")
    case .tooManyCells(let count, let maximum):
      IssueSentence(
        "区分が\(count)種類あります", rule: "視聴者層の区分は\(maximum)までです",
        remedy: "「cell」の列が人の区分になっているか確かめるか、区分を大きくしてください")
    case .audienceOfOtherCells: mixOfOtherCells("案件ファイルから外してください")
    case .dayOrder(let from, let to):
      IssueSentence(
        "終わりの日が始まりの日より前です", rule: "「available_from」は「available_to」より後にできません",
        remedy: "入れ替えるか、直してください", shown: "\(from)〜\(to)")
    case .creatorLimits(let minimum, let maximum):
      IssueSentence(
        "「min_creators」の\(minimum)が「max_creators」の\(maximum)を超えています",
        rule: "最小は最大を超えられません", remedy: "どちらかを直してください")
    case .duplicateDeal(let firstLine):
      IssueSentence(
        "同じ起用が\(firstLine)行目にもあります", rule: "出演者、商品、形式の組み合わせは1度だけです",
        remedy: "片方の行を削除してください")
    case .dealPrediction(let hasBoth):
      IssueSentence(
        hasBoth ? "「value」と「reach」の両方が書かれています" : "「value」と「reach」のどちらも空欄です",
        rule: "起用にはどちらか1つだけを書きます",
        remedy: hasBoth ? "片方を空欄にしてください" : "片方を書いてください")
    case .bookingWithoutProduct:
      IssueSentence(
        "「product_id」が空欄です", rule: "計画に残す予約には商品が必要です", remedy: "商品のIDを書いてください")
    case .bookedFormatNotInPlay(let format, let formats):
      IssueSentence(
        "「\(format)」はこの案件の形式ではありません",
        rule: "案件の形式は\(formats.map { "「\($0)」" }.joined())です",
        remedy: "形式を直すか、案件の「formats」に加えてください")
    case .bookedOutside(let day, let from, let to):
      IssueSentence(
        "日付が案件の期間の外です", rule: "期間は\(from)から\(to)までです",
        remedy: "日付か、案件の「window」を直してください", shown: day)
    case .twoBookings(let firstLine):
      IssueSentence(
        "同じ出演者と商品の予約が\(firstLine)行目にもあります", rule: "1人の出演者は1つの商品を1件で紹介します",
        remedy: "片方の行だけを残すか、もう片方を辞退にしてください")
    }
  }

  static func mixOfOtherCells(_ remedy: String) -> IssueSentence {
    IssueSentence(
      "「audience」は年代と性別の構成ですが、--audienceの表は別の区分です",
      rule: "この構成には「female_20_29」のように、1つの性別の1つの年代を表す区分が必要です",
      remedy: remedy + "。表の平均が標準の構成になります")
  }
}
