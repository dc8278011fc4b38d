import Casting

/// The roster as CSV (RFC 4180, UTF-8, CRLF), a row at a time so that a file of any length is
/// written in constant memory.
extension SyntheticRoster {
  /// The header line.
  package static var header: String { SyntheticTable.line(columns) }

  /// Names of the columns.
  package static let columns =
    [
      "creator_id", "name", "handle", "platform", "region", "language", "agency", "employment",
      "certification", "niche", "bio", "followers", "views_live", "views_video",
      "engagement_rate", "posts_sampled", "reply_rate", "repeat_viewer_share",
      "authentic_share", "uplink_mbps", "fee_live", "fee_video", "commission", "guarantee",
      "activation_cost", "slots", "available_from", "available_to", "female_share",
    ] + AudienceCells.ageBands.map { "age_\($0)" }

  /// The line of a row, counted from 0.
  package func line(_ row: Int) -> String { SyntheticTable.line(cells(row)) }

  /// The cells of a row, in the order of `columns`.
  package func cells(_ row: Int) -> [String] {
    let creator = creator(row)
    return Self.text(creator) + Self.numbers(creator) + Self.audience(creator)
  }

  private static func text(_ creator: SyntheticCreator) -> [String] {
    [
      creator.id, creator.name, creator.handle, creator.platform, creator.region,
      creator.language, creator.agency, creator.employment.rawValue, creator.certification,
      creator.niche, creator.bio,
    ]
  }

  private static func numbers(_ creator: SyntheticCreator) -> [String] {
    [
      String(creator.followers), SyntheticTable.cell(creator.liveViews),
      SyntheticTable.cell(creator.videoViews), SyntheticTable.cell(creator.engagementRate),
      SyntheticTable.cell(creator.postsSampled), SyntheticTable.cell(creator.replyRate),
      SyntheticTable.cell(creator.repeatViewerShare), SyntheticTable.cell(creator.authenticShare),
      SyntheticTable.cell(creator.uplink), SyntheticTable.cell(creator.liveFee),
      SyntheticTable.cell(creator.videoFee), SyntheticTable.cell(creator.commission),
      SyntheticTable.cell(creator.guarantee), SyntheticTable.cell(creator.activationCost),
      String(creator.slots), creator.availableFrom?.iso ?? "", creator.availableTo?.iso ?? "",
    ]
  }

  private static func audience(_ creator: SyntheticCreator) -> [String] {
    let ages = AudienceCells.ageBands.indices.map { band in
      creator.ageShares.isEmpty ? "" : SyntheticTable.cell(creator.ageShares[band])
    }
    return [SyntheticTable.cell(creator.femaleShare)] + ages
  }
}
