import Casting
import CastingReview

extension ReviewEnglish {
  static func detail(_ subject: ReviewSubject) -> String {
    let (value, column) = (subject.value, subject.mark.column)
    switch subject.kind {
    case .engagementUnit, .feeUnit, .noFollowers, .noSlots, .noStock, .noMargin: return ""
    case .samePerson, .sameProduct: return twin(subject)
    case .lowEngagement, .highEngagement:
      return ReviewSubject.percent(value) + against(subject.mark, ReviewSubject.percent)
    case .lowAuthenticity, .highCommission, .highConversion: return ReviewSubject.percent(value)
    case .fewViewers:
      return "\(column) \(whole(subject.ofAllFollowers)), \(ReviewSubject.percent(value)) of "
        + "\(subject.followers) followers" + against(subject.mark, ReviewSubject.percent)
    case .noViewers, .noPay: return "\(column) 0"
    case .viewersAboveFollowers:
      return "\(column) \(whole(value)), \(subject.followers) followers"
    case .highFee, .lowFee:
      return "\(column) \(Amount.money(subject.ofAllFollowers)), \(feePerFollower(value))"
        + against(subject.mark) { Amount.money($0, decimals: 2) }
    case .outsideWindow:
      guard let (isEnd, day, window) = subject.missedDays else { return "" }
      return isEnd
        ? "until \(day); the window begins on \(window)"
        : "from \(day); the window ends on \(window)"
    case .otherTier:
      return "\(subject.statedTier), but \(subject.followers) followers are "
        + Tier(followers: value).rawValue
    case .scaledAges: return "they add to \(Amount.decimal(value, 3))"
    }
  }

  /// `; instagram micro: 2.0 % (median of 95)`.
  private static func against(_ mark: ReviewMark, _ text: (Double) -> String) -> String {
    guard let peers = mark.peers else { return "" }
    let group = [peers.platform, peers.tier.rawValue].filter { !$0.isEmpty }
    let source = peers.basis == .published ? "published" : "median of \(peers.count)"
    return "; \(group.joined(separator: " ")): \(text(peers.median)) (\(source))"
  }

  private static func twin(_ subject: ReviewSubject) -> String {
    guard let place = subject.twin, let sign = subject.mark.sign else { return "" }
    if subject.kind == .sameProduct { return "the name of \(place)" }
    return switch sign {
    case .url: "the url of \(place): \(subject.url)"
    case .handle: "the handle of \(place): \(subject.handle)"
    case .name:
      "the name of \(place)" + (subject.platform.isEmpty ? "" : ", on \(subject.platform) too")
        + (subject.handlesDiffer ? "; the handles differ" : "")
    }
  }
}
