import CastingFiles
import CastingPlanning
import Foundation

/// What commands say beside their results, in Japanese.
enum RunJapanese {
  static func text(_ notice: RunNotice) -> String {
    switch notice {
    case .noPlan(true, _):
      "castplan: 条件をすべて守る計画はありません。条件をゆるめる方法も時間内に見つかりませんでした。"
    case .noPlan(false, true):
      "castplan: 条件をすべて守る計画はありません。--relaxを付けると、最も軽い変更を受け入れます。"
    case .noPlan(false, false): "castplan: 条件をすべて守る計画はありません。"
    case .noPlanInTime(let seconds):
      "castplan: 条件を守る計画が、制限の\(seconds)秒以内に見つかりませんでした。"
        + "--time-limitで時間を延ばしてください。"
    case .limitReached(let gap, let askedGap):
      "castplan: 制限で止まりました。計画と上界の差は\(percent(gap))で、指定の\(percent(askedGap))に"
        + "届いていません。--time-limitか--gapをゆるめてください。"
    case .cannotHideCost(.noAgency):
      "castplan: --hide-costは広告主の支払額を示しますが、案件に代理店の条件がありません。"
        + "案件に「agency: {rate: 0.15}」と書くか、--hide-costを外してください。"
    case .cannotHideCost(.telltaleObjective(let objective)):
      "castplan: --hide-costは代理店の原価を伏せますが、目的「\(objective.rawValue)」の成果は原価を差し引いた"
        + "額です。「gmv」「orders」「reach」のどれかを選んでください。"
    case .noPlanWhateverChanged:
      "castplan: どれを変えても、条件をすべて守る計画はありません。"
        + "どの条件が両立しないかは「castplan optimize」で分かります。"
    case .targetsUnreached(let rows):
      "castplan: 条件を守る計画は、\(rows.map(LabelJapanese.quoted).joined(separator: "、"))の目標に届きません。"
    case .rowsStopped(let stopped, let rows):
      "castplan: \(rows)行のうち\(stopped)行は、指定の差に届く前に制限で止まりました。"
        + "--time-limitか--gapをゆるめてください。"
    case .otherInputs(let plan):
      "注記: 「\(plan)」は別の入力から作られているので、この入力では価値が変わります。"
        + "違いは「castplan check」で分かります。"
    case .answersEnded(let question):
      "castplan: 「\(question)」の答えの前に入力が終わったので、何も書き込みません。"
    case .briefWritten: "案件ファイルを書き込みました。次のコマンドで計画を作れます。"
    case .heldAlready(let path): "\(path): この実行の結果がすでにそろっています。"
    case .withoutDeals(let creators):
      "注記: \(Amount.whole(Double(creators)))人の出演者は起用できません"
        + "（除外、期間中の不在、枠なしのいずれか）。"
    case .conditionsUnmet(let conditions):
      "注記: 「\(conditions.joined(separator: "」と「"))」（--where）に合う取引は、この名簿にはありません。"
    case .scored(let creators, let products, let seconds):
      "出演者\(Amount.whole(Double(creators)))人を商品\(Amount.whole(Double(products)))点について"
        + "採点しました（\(String(format: "%.1f", seconds))秒）。"
    case .missingRows(let table, let leftOut, let read, let cells):
      "\(IssueJapanese.table(table)): \(CheckJapanese.missing(leftOut, read, cells))。"
    }
  }

  private static func percent(_ share: Double) -> String { String(format: "%.3g %%", share * 100) }

  static func text(_ step: RunStep) -> String {
    switch step {
    case .reading: "読み込み中"
    case .scoring: "採点中"
    case .planningAgain: "計画を作り直しています"
    case .solvingTogether: "すべてに通用する計画を計算中"
    case .solvingRows(let done, let rows): "計算中：\(rows)件のうち\(done)件"
    case .generating(let creators, let all): "作成中：出演者\(all)人のうち\(creators)人"
    case .solving(nil, let bound, _, _):
      String(format: "計算中：計画はまだなし、上界 %.0f", bound)
    case .solving(.some(let value), let bound, let gap, let nodes):
      String(
        format: "計算中：成果 %.0f、上界 %.0f、差 %.3f %%、節点 %d", value, bound, gap * 100, nodes)
    case .passing(let isScoring, let creators, let rate, let share, let secondsLeft):
      String(
        format: "%@：出演者%d人、毎秒%.0f人", isScoring ? "採点中" : "読み込み中", creators, rate)
        + (share.map { String(format: "、%.0f %%", $0 * 100) } ?? "")
        + (secondsLeft.map { String(format: "、残り%.0f秒", $0) } ?? "")
    }
  }
}
