import Casting
import Foundation

/// What the only fee of a creator pays for, by her platform.
enum UsualFormat {
  private static let videoPlatforms: Set<String> = [
    "tiktok", "tik tok", "ティックトック", "douyin", "youtube", "yt", "ユーチューブ", "youtube shorts", "shorts",
    "bilibili", "ニコニコ動画", "snapchat", "kuaishou", "triller",
  ]
  private static let postPlatforms: Set<String> = [
    "instagram", "ig", "インスタグラム", "インスタ", "x", "twitter", "ツイッター", "x(twitter)", "twitter(x)",
    "facebook",
    "fb", "フェイスブック", "threads", "スレッズ", "pinterest", "lemon8", "note", "blog", "ブログ", "ameba",
    "アメブロ", "linkedin",
    "weibo", "red", "小紅書", "xiaohongshu", "wear", "line", "reddit", "tumblr", "bluesky",
  ]

  /// Live platforms live, TikTok and YouTube video, Instagram and X post; live where none is named,
  /// as live commerce is what castplan casts for first.
  static func format(on platform: String) -> DealFormat {
    let name = platform.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespaces)
    if name.contains("live") || name.contains("ライブ") { return .live }
    if videoPlatforms.contains(name) { return .video }
    return postPlatforms.contains(name) ? .post : .live
  }
}
