/// The template's list of creators, in English.
extension TemplateEnglish {
  static func words(_ column: CreatorColumn) -> ColumnWords {
    switch column {
    case .creatorID: .init("Creator ID", "An id that no other row has. Plans and rules name it.")
    case .name: .init("Name", "As plans show it.")
    case .platform:
      .init("Platform", "Where most is shown. Others than those listed may be written.")
    case .followers: .init("Followers (people)", "A whole number; 12K may be written as well.")
    case .liveFee: fee("Live", "stream")
    case .videoFee: fee("Video", "video")
    case .postFee: fee("Post", "post")
    case .storyFee: fee("Story", "story")
    case .engagementRate:
      .init(
        "Engagement rate (%)",
        "Interactions per follower, typed as 3.2%. Left empty, it is that of the tier.")
    case .niche: .init("Niche", "Tags with ; between them, as cosmetics;skin care.")
    case .femaleShare: .init("Women (%)", "The share of women in the audience, typed as 60%.")
    case .liveViews: views("Live viewers (people)", "stream")
    case .videoViews: views("Video viewers (people)", "video")
    case .postViews: views("Post viewers (people)", "post")
    case .storyViews: views("Story viewers (people)", "story")
    case .agency: .init("Agency", "Left empty where there is none.")
    case .employment: .init("Employment", "external, in_house or trainee; external if empty.")
    case .certification:
      .init(
        "Certification",
        "A level; the brief says what it is worth. Others than those listed may be written.")
    case .region: .init("Region", "A prefecture or the like.")
    case .language: .init("Language", "Of the streams, as ja or en.")
    case .handle: .init("Handle", "As plans show it.")
    case .url: .init("URL", "Of the profile, as plans show it.")
    case .bio: .init("Bio", "The profile's text: it tells how well products fit.")
    case .commission:
      .init("Commission (%)", "The share of sales that goes to the creator, typed as 10%.")
    case .guarantee: .init("Guarantee (JPY)", "What fee and commission come to at least.")
    case .payPerOrder:
      .init(
        "Pay per order (JPY)",
        "What the creator gets for an order; the larger of this and the commission counts.")
    case .extras: .init("Extras (JPY)", "Samples, studio and travel for a deal.")
    case .usageFee:
      .init(
        "Usage fee (JPY)", "For the right to use what is made; counts where the brief buys usage."
      )
    case .usageMonths:
      .init("Usage months", "How many months that fee pays for; as many as are bought if empty.")
    case .exclusions:
      .init(
        "NG",
        "What the creator does not promote: tags, categories or brands with ; between them, with days if need be."
      )
    case .person:
      .init("Person", "The same in all accounts of one person: they share slots and limits.")
    case .activationCost:
      .init("Activation cost (JPY)", "What casting costs once: training, equipment.")
    case .slots: .init("Slots (deals)", "How many deals fit in the window; 1 if empty.")
    case .availableFrom: .init("Available from", "The first day; any day if empty.")
    case .availableTo: .init("Available to", "The last day; any day if empty.")
    case .postsSampled:
      .init(
        "Posts counted",
        "How many posts the engagement rate rests on. The fewer, the less it counts.")
    case .replyRate: .init("Reply rate (%)", "The share of comments that are answered.")
    case .repeatViewerShare:
      .init("Repeat viewers (%)", "The share of viewers who come again.")
    case .authenticShare:
      .init("Real followers (%)", "The share of followers who are real people.")
    case .uplink:
      .init("Uplink (Mbps)", "Upload speed as measured: it tells whether streams arrive.")
    case .age13: age("13-19")
    case .age20: age("20-29")
    case .age30: age("30-39")
    case .age40: age("40-49")
    case .age50: age("50-59")
    case .age60: age("60+")
    }
  }

  private static func fee(_ name: String, _ noun: String) -> ColumnWords {
    .init(
      "\(name) fee (JPY)", "For one \(noun). An empty cell means that there is no \(noun) on offer."
    )
  }

  private static func views(_ header: String, _ noun: String) -> ColumnWords {
    .init(header, "People who see one \(noun), on average. Left empty, it follows the followers.")
  }

  private static func age(_ band: String) -> ColumnWords {
    .init(
      "Age \(band) (%)",
      "The share of the audience aged \(band). Where ages are given, they add to 100%.")
  }
}
