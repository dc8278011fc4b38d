import CastingReports
import Foundation

/// Talk: notes, issues and progress. That it cannot be written is no reason to fail.
enum StandardError {
  static func note(_ notice: RunNotice) { note(SpokenLanguage.wording.text(notice)) }

  /// A line each.
  static func note(_ lines: [String]) { for line in lines { note(line) } }

  static func note(_ text: String) {
    let line = text.hasSuffix("\n") ? text : text + "\n"
    write(line)
  }

  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      _ = Foundation.write(STDERR_FILENO, base, bytes.count)
    }
  }
}
