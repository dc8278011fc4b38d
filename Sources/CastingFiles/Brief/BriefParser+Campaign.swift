import Casting
import Tables
import Yams

extension BriefParser {
  mutating func readWindow(_ entry: Entry) {
    var days: [String: CalendarDay] = [:]
    let parts = entries(entry.value, .named(entry.name), ["from", "to"])
    for part in parts {
      guard let text = text(part) else { continue }
      if let day = CalendarDay(written: text) {
        days[part.name] = day
      } else {
        issues.append(.badDay(cell(part.value, .named("window.\(part.name)"))))
      }
    }
    for name in ["from", "to"] where !parts.contains(where: { $0.name == name }) {
      issues.append(.missingKey(cell(entry), name))
    }
    guard let from = days["from"], let to = days["to"] else { return }
    if to < from {
      issues.append(.windowOrder(cell(entry), from: from.iso, to: to.iso))
    } else {
      loaded.brief.window = CampaignWindow(from: from, to: to)
    }
  }

  mutating func readFormats(_ entry: Entry) {
    var formats: [DealFormat] = []
    for (text, node) in texts(entry) {
      guard let format = loaded.brief.format(meaning: text) else {
        issues.append(
          .unknownChoice(
            cell(node, .named(entry.name)), loaded.brief.allFormats.map(\.rawValue)))
        continue
      }
      if !formats.contains(format) { formats.append(format) }
    }
    if entry.value.sequence?.isEmpty == true {
      issues.append(.wrongShape(cell(entry), .formats))
    }
    loaded.brief.formats = formats
  }

  mutating func readAudience(_ entry: Entry) {
    let names = AudienceColumns.ages.map(\.name)
    var mix = AudienceMix(femaleShare: 0.5, ageShares: [])
    var ages = [Double?](repeating: nil, count: names.count)
    let known = issues.total
    for part in entries(entry.value, .named(entry.name), ["female_share"] + names) {
      let share = number(part, .rate)
      if let band = names.firstIndex(of: part.name) {
        ages[band] = share
      } else if let share {
        mix.femaleShare = share
      }
    }
    guard issues.total == known else { return }
    let sum = ages.reduce(0.0) { $0 + ($1 ?? 0) }
    let unnamed = ages.count { $0 == nil }
    let tolerance = AudienceColumns.sumTolerance + 1e-9
    guard unnamed > 0 ? sum <= 1 + tolerance : abs(sum - 1) <= tolerance else {
      issues.append(.audienceSum(cell(entry), sum, isWhole: unnamed == 0))
      return
    }
    // What is left goes to the unnamed ages in equal parts; rounding is divided out.
    let rest = unnamed > 0 ? max(0, 1 - sum) / Double(unnamed) : 0
    let total = sum + rest * Double(unnamed)
    mix.ageShares = ages.map { ($0 ?? rest) / total }
    loaded.brief.audience = mix
    loaded.audiencePlace = cell(entry).place
  }

  mutating func readAgeWeights(_ entry: Entry) {
    let names = AudienceColumns.ages.map(\.name)
    for part in entries(entry.value, .named(entry.name), names) {
      guard let band = names.firstIndex(of: part.name), let weight = number(part, .multiplier)
      else { continue }
      loaded.brief.ageWeights[band] = weight
    }
  }

  mutating func readCertificationBonus(_ entry: Entry) {
    for level in entries(entry.value, .named(entry.name), nil) {
      if let bonus = number(level, .bonus) {
        loaded.brief.certificationBonus[level.name] = bonus
      }
    }
  }

  mutating func readAnnouncements(_ entry: Entry) {
    var announcements = Announcements(stages: [], lift: CampaignDefaults.announcementLift)
    let parts = entries(entry.value, .named(entry.name), ["stages", "lift"])
    for part in parts {
      if part.name == "lift" {
        if let lift = number(part, .rate) { announcements.lift = lift }
      } else {
        for item in items(part, .stages) {
          if let stage = stage(item) { announcements.stages.append(stage) }
        }
      }
    }
    if !parts.contains(where: { $0.name == "stages" }) {
      issues.append(.missingKey(cell(entry), "stages"))
    }
    loaded.brief.announcements = announcements
  }

  private mutating func stage(_ node: Node) -> Announcements.Stage? {
    let known = issues.total
    var name = ""
    var hours: [Double] = []
    var strength: Double?
    for part in entries(
      node, InputSubject(.stage), ["name", "days_before", "hours_before", "strength"])
    {
      switch part.name {
      case "name": name = text(part) ?? ""
      case "days_before": if let days = number(part, .amount) { hours.append(days * 24) }
      case "hours_before": if let given = number(part, .amount) { hours.append(given) }
      default: strength = number(part, .rate)
      }
    }
    guard issues.total == known else { return nil }
    guard let strength else {
      issues.append(.missingKey(cell(node, InputSubject(.stage)), "strength"))
      return nil
    }
    guard hours.count == 1 else {
      issues.append(
        .wrongShape(cell(node, InputSubject(.stage)), .stageTime))
      return nil
    }
    return Announcements.Stage(name: name, hoursBefore: hours[0], strength: strength)
  }

  mutating func readNiches(_ list: Entry) {
    for item in items(list, .niches) {
      let known = issues.total
      var niche = NicheDefinition(id: "", parent: "", words: [])
      for part in entries(item, InputSubject(.niche), ["name", "parent", "words"]) {
        switch part.name {
        case "name": niche.id = text(part) ?? ""
        case "parent": niche.parent = text(part) ?? ""
        default: niche.words = texts(part).map(\.text)
        }
      }
      guard issues.total == known else { continue }
      if niche.id.isEmpty {
        issues.append(.missingKey(cell(item, InputSubject(.niche)), "name"))
      } else {
        loaded.brief.niches.append(niche)
      }
    }
  }
}

extension NumberRule {
  static let bonus = NumberRule(
    isRate: true, minimum: -1, maximum: 1, meaning: .bonus)
}
