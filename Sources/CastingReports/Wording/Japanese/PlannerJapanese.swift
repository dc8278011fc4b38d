import Casting
import CastingPlanning

/// Campaigns that are unfit for planning, in Japanese.
enum PlannerJapanese {
  static func text(_ error: PlannerError) -> String {
    switch error {
    case .budgetMissing:
      "予算がありません。案件ファイルに「budget:」を書くか、--budgetを指定してください。"
    case .lockedCreatorUnknown(let creatorID):
      "「lock」の出演者「\(creatorID)」が名簿にいません。IDを直すか、指定を削除してください。"
    case .lockedProductUnknown(let creatorID, let productID):
      "「lock」で「\(creatorID)」に指定された商品「\(productID)」が商品の表にありません。"
        + "IDを直すか、指定を削除してください。"
    case .groupedCreatorUnknown(let creatorID):
      "「apart」か「together」の出演者「\(creatorID)」が名簿にいません。"
        + "IDを直すか、削除してください。"
    }
  }
}
