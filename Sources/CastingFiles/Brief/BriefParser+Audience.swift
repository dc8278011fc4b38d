import Casting
import Tables
import Yams

/// Who is to be in audiences.
extension BriefParser {
  /// `audience: {cells: [female_20_29, female_30_39], min: 0.3}`, in a filter.
  mutating func audienceShare(_ entry: Entry) -> AudienceShare? {
    let known = issues.total
    var cells: [String]?
    var limits = Limits()
    for part in entries(entry.value, .named(entry.name), ["cells", "min", "max"]) {
      switch part.name {
      case "cells": cells = audienceCells(part)
      case "min": limits.minimum = number(part, .rate)
      default: limits.maximum = number(part, .rate)
      }
    }
    guard issues.total == known else { return nil }
    guard let cells else {
      issues.append(.missingKey(cell(entry), "cells"))
      return nil
    }
    if limits.minimum == nil && limits.maximum == nil {
      issues.append(.missingKey(cell(entry), "min"))
      return nil
    }
    if let minimum = limits.minimum, let maximum = limits.maximum, minimum > maximum {
      issues.append(.limitOrder(cell(entry), minimum, maximum))
      return nil
    }
    return AudienceShare(cells: cells, range: limits.range)
  }

  /// `audience_target: {cells: [female_20_29, female_30_39], min_share: 0.3}`
  mutating func readAudienceTarget(_ entry: Entry) {
    let known = issues.total
    var (cells, least) = ([String]?.none, Double?.none)
    for part in entries(entry.value, .named(entry.name), ["cells", "min_share"]) {
      if part.name == "cells" { cells = audienceCells(part) } else { least = number(part, .rate) }
    }
    guard issues.total == known else { return }
    guard let cells, let least else {
      issues.append(.missingKey(cell(entry), cells == nil ? "cells" : "min_share"))
      return
    }
    loaded.brief.audienceTarget = AudienceShare(cells: cells, range: least...Double.infinity)
  }

  /// Names of cells, whose places are kept: which there are is known once audiences are read.
  private mutating func audienceCells(_ entry: Entry) -> [String] {
    let names = texts(entry)
    if names.isEmpty && entry.value.sequence != nil {
      issues.append(.wrongShape(cell(entry), .audienceCells))
    }
    for (_, node) in names { loaded.audienceCells.append(cell(node, .named(entry.name))) }
    return names.map(\.text)
  }
}

extension BriefFile.Loaded {
  /// An issue for each name that tells none of the cells.
  func issuesOfCells(_ cells: AudienceCells) -> [InputIssue] {
    audienceCells.filter { cells.cells(called: $0.text).isEmpty }
      .map { .unknownCell($0, cells.choices) }
  }
}

extension ReadingNote {
  /// What is to be said of audiences that are not known, where the brief asks of them.
  static func assumedAudiences(
    _ brief: Brief, _ file: String, _ creators: Int, of all: Int
  ) -> [ReadingNote] {
    guard brief.asksOfAudiences, creators > 0 else { return [] }
    return [.assumedAudience(file: file, creators: creators, all: all)]
  }
}
