import Casting
import CastingReview

extension ReviewJapanese {
  static func detail(_ subject: ReviewSubject) -> String {
    let (value, column) = (subject.value, subject.mark.column)
    switch subject.kind {
    case .engagementUnit, .feeUnit, .noFollowers, .noSlots, .noStock, .noMargin: return ""
    case .samePerson, .sameProduct: return twin(subject)
    case .lowEngagement, .highEngagement:
      return ReviewSubject.percent(value) + against(subject.mark, ReviewSubject.percent)
    case .lowAuthenticity, .highCommission, .highConversion: return ReviewSubject.percent(value)
    case .fewViewers:
      return "\(column) \(whole(subject.ofAllFollowers))、フォロワー\(subject.followers)人の"
        + ReviewSubject.percent(value) + against(subject.mark, ReviewSubject.percent)
    case .noViewers, .noPay: return "\(column) 0"
    case .viewersAboveFollowers:
      return "\(column) \(whole(value))、フォロワー\(subject.followers)人"
    case .highFee, .lowFee:
      return "\(column) \(Amount.money(subject.ofAllFollowers))、\(feePerFollower(value))"
        + against(subject.mark) { Amount.money($0, decimals: 2) }
    case .outsideWindow:
      guard let (isEnd, day, window) = subject.missedDays else { return "" }
      return isEnd ? "\(day)まで、期間は\(window)から" : "\(day)から、期間は\(window)まで"
    case .otherTier:
      return "記入は\(tier(subject.statedTier))、フォロワー\(subject.followers)人は"
        + LabelJapanese.name(Tier(followers: value))
    case .scaledAges: return "合計\(Amount.decimal(value, 3))"
    }
  }

  /// `／instagramのマイクロ層では2.0 %（95人の中央値）`.
  private static func against(_ mark: ReviewMark, _ text: (Double) -> String) -> String {
    guard let peers = mark.peers else { return "" }
    let platform = peers.platform.isEmpty ? "" : peers.platform + "の"
    let source = peers.basis == .published ? "公表された値" : "\(peers.count)人の中央値"
    return "／\(platform)\(LabelJapanese.name(peers.tier))では\(text(peers.median))（\(source)）"
  }

  private static func twin(_ subject: ReviewSubject) -> String {
    guard let place = subject.twin, let sign = subject.mark.sign else { return "" }
    if subject.kind == .sameProduct { return "\(place)と同じ名前" }
    return switch sign {
    case .url: "\(place)と同じURL：\(subject.url)"
    case .handle: "\(place)と同じアカウント名：\(subject.handle)"
    case .name:
      "\(place)と同じ名前" + (subject.platform.isEmpty ? "" : "、媒体も同じ\(subject.platform)")
        + (subject.handlesDiffer ? "、アカウント名は異なる" : "")
    }
  }

  /// Rosters state tiers by their words.
  private static func tier(_ stated: String) -> String {
    Tier(rawValue: stated).map { LabelJapanese.name($0) } ?? stated
  }
}
