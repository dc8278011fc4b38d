/// The platforms for which published figures differ.
enum PlatformFamily: Sendable {
  case instagram, tiktok, youtube, other

  /// Recognises the usual spellings, in any case and width.
  init(_ platform: String) {
    switch NormalizedText(platform).string {
    case "instagram", "ig", "インスタグラム", "インスタ": self = .instagram
    case "tiktok", "tik tok", "ティックトック": self = .tiktok
    case "youtube", "yt", "ユーチューブ": self = .youtube
    default: self = .other
    }
  }
}
