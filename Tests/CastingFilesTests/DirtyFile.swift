import Casting
import CastingFiles
import CastingSynthetic
import Foundation
import Tables

/// A dirty synthetic roster on disk beside what the clean one of its seed holds.
struct DirtyFile {
  let folder: InputFolder
  let path: String
  let places: [QuirkPlace]
  let clean: [String]
  let bytes: [UInt8]
  /// Characters that its encoding lacked.
  var replaced = 0

  /// - Parameter chunk: rows written at a time; the file must not depend on it.
  init(
    seed: UInt64, creators: Int = 60, _ rates: [(Quirk, Double)], chunk: Int = 7,
    sparing spared: Set<Int> = []
  ) throws {
    var chosen = QuirkRates()
    for (quirk, rate) in rates { chosen[quirk] = rate }
    let roster = SyntheticRoster(seed: seed)
    var dirty = DirtyRoster(roster, creators: creators, rates: chosen, sparing: spared)
    var bytes = dirty.head()
    for start in stride(from: 0, to: creators, by: chunk) {
      bytes += dirty.lines(start..<min(creators, start + chunk))
    }
    places = dirty.places
    if chosen.has(.cp932) {
      let encoder = try TextEncoder(.cp932, path: "")
      bytes = encoder.encode(bytes)
      replaced = encoder.replaced
    }
    self.bytes = bytes
    folder = try InputFolder()
    path = try folder.write("dirty.csv", bytes)
    var text = SyntheticRoster.header
    for row in 0..<creators { text += roster.line(row) }
    clean = Self.values(try RosterFile.read(path: try folder.write("clean.csv", text)))
  }

  /// The issues of reading it, or none and the roster's values.
  func read(columns: [String: String] = [:]) -> (values: [String], issues: InputIssues) {
    do throws(InputError) {
      return (Self.values(try RosterFile.read(path: path, columns: columns)), InputIssues())
    } catch {
      return ([], error.issues)
    }
  }

  /// The campaign when rows that cannot be used are left out; nil when it is refused all the same.
  func skipping() throws -> LoadedCampaign? {
    let paths = CampaignPaths(
      roster: path, products: try folder.write("products.csv", InputFolder.products))
    var options = ReadingOptions()
    options.dropInvalid()
    return try? CampaignFiles.read(paths, budget: 1, options: options)
  }

  /// `line:column` of the places of quirks that are refused, sorted.
  var refused: [String] {
    places.filter { $0.quirk.effect == .refused }
      .map { "\($0.line ?? 0):\($0.column ?? 0)" }.sorted()
  }

  /// Rows with a refused cell: leaving them out leaves the others.
  var faultyRows: Set<Int> {
    Set(
      places.filter { $0.quirk.effect == .refused && $0.quirk != .repeatedRows }.compactMap(\.row))
  }

  static func places(_ issues: InputIssues) -> [String] {
    issues.kept.map { "\($0.line ?? 0):\($0.column ?? 0)" }.sorted()
  }

  /// Everything that a roster holds, a text for each row.
  static func values(_ roster: Roster) -> [String] {
    let texts = [roster.creatorIDs, roster.names, roster.handles, roster.niches, roster.bios]
    let categories = [
      roster.platforms, roster.regions, roster.languages, roster.agencies, roster.employments,
      roster.certifications, roster.statedTiers,
    ]
    let numbers =
      [
        roster.followers, roster.averageViews, roster.engagementRates, roster.postsSampled,
        roster.replyRates, roster.repeatViewerShares, roster.authenticShares, roster.fees,
        roster.commissions, roster.guarantees, roster.activationCosts, roster.slots,
        roster.uplinks, roster.femaleShares,
      ] + roster.formatViews + roster.formatFees + roster.ageShares
    return (0..<roster.count).map { row in
      let days = [roster.availableFrom, roster.availableTo].map { $0.isEmpty ? nil : $0[row] }
      return
        (texts.map { $0[row] } + categories.map { $0[row] }
        + numbers.map { "\($0[row])" } + days.map { $0?.iso ?? "" }).joined(separator: "|")
    }
  }
}
