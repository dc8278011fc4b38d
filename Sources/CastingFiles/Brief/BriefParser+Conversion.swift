import Casting
import Yams

extension BriefParser {
  /// One rate, which is that of live deals, or one for some of the formats.
  mutating func readConversion(_ entry: Entry) {
    guard entry.value.mapping != nil else {
      if let rate = number(entry, .rate) { loaded.brief.conversion = rate }
      return
    }
    let formats = DealFormat.simple.map(\.rawValue)
    for part in entries(entry.value, .named(entry.name), formats) {
      guard let format = DealFormat(rawValue: part.name), let rate = number(part, .rate) else {
        continue
      }
      if format == .live {
        loaded.brief.conversion = rate
      } else {
        loaded.brief.formatConversions[format] = rate
      }
    }
  }
}
