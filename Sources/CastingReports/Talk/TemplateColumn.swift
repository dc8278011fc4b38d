/// A column of the template's list of creators, by castplan's name for it.
///
/// Columns for a single format are there, and not the common ones that stand for formats without a column of
/// their own: beside those nothing would read them.
package enum CreatorColumn: String, CaseIterable, Sendable {
  // What most rosters have.
  case creatorID = "creator_id"
  case name, platform, followers
  case liveFee = "fee_live"
  case videoFee = "fee_video"
  case postFee = "fee_post"
  case storyFee = "fee_story"
  case engagementRate = "engagement_rate"
  case niche
  case femaleShare = "female_share"
  // What makes plans better.
  case liveViews = "views_live"
  case videoViews = "views_video"
  case postViews = "views_post"
  case storyViews = "views_story"
  case agency, employment, certification, region, language, handle, url, bio
  case commission, guarantee
  case payPerOrder = "pay_per_order"
  case extras
  case usageFee = "usage_fee"
  case usageMonths = "usage_months"
  case exclusions = "ng"
  case person
  case activationCost = "activation_cost"
  case slots
  case availableFrom = "available_from"
  case availableTo = "available_to"
  case postsSampled = "posts_sampled"
  case replyRate = "reply_rate"
  case repeatViewerShare = "repeat_viewer_share"
  case authenticShare = "authentic_share"
  case uplink = "uplink_mbps"
  case age13 = "age_13_19"
  case age20 = "age_20_29"
  case age30 = "age_30_39"
  case age40 = "age_40_49"
  case age50 = "age_50_59"
  case age60 = "age_60_plus"
}

/// A column of the template's list of products, by castplan's name for it.
package enum ProductColumn: String, CaseIterable, Sendable {
  case productID = "product_id"
  case name, category, niche, description, price, margin, conversion, stock, market, brand,
    commission
  case payPerOrder = "pay_per_order"
  case lifetimeOrders = "lifetime_orders"
  case productCost = "product_cost"
  case fewestCreators = "min_creators"
  case mostCreators = "max_creators"
  case mostSpend = "max_spend"
  case formats
  case appealFemale = "appeal_female"
  case appealMale = "appeal_male"
  case appeal13 = "appeal_13_19"
  case appeal20 = "appeal_20_29"
  case appeal30 = "appeal_30_39"
  case appeal40 = "appeal_40_49"
  case appeal50 = "appeal_50_59"
  case appeal60 = "appeal_60_plus"
}

/// A column of the template's list of results, which nothing reads yet.
package enum ResultColumn: String, CaseIterable, Sendable {
  case date
  case creatorID = "creator_id"
  case productID = "product_id"
  case format, orders, viewers, revenue, cost, refunds, campaign
  case soldOut = "sold_out"
  case note
}

/// A sheet of the template.
package enum TemplateSheet: String, CaseIterable, Sendable {
  case start, creators, products, brief, results
}

/// What a header says, and what is said of a cell below it.
package struct ColumnWords: Equatable, Sendable {
  package var header: String
  /// At most 240 characters: with what is put before it, as many as spreadsheets take.
  package var help: String

  package init(_ header: String, _ help: String) {
    self.header = header
    self.help = help
  }
}

/// What a template is filled with.
package enum TemplateFilling: String, CaseIterable, Sendable {
  /// Invented creators and products, and a brief for them.
  case sample
  /// Headers alone.
  case nothing
  /// A brief of the user's, whose creators and products are still missing.
  case brief
}
