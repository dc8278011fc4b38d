import CastingFiles
import CastingSynthetic
import Foundation
import LinearAlgebra
import TableTestSupport
import Testing

/// A roster in any notation, taken into a workbook or JSON in any way, is read as the clean one, or asked about.
@Suite struct FormPropertyTests {
  /// Quirks that change nothing and mean something in cells, a random choice of those that go together.
  private static func choice(
    _ random: inout SeededGenerator, isJSON: Bool
  ) -> [(Quirk, Double)] {
    // What stands around rows, and how text is stored, is no matter of objects.
    var others: Set<Quirk> = [.cp932, .byteOrderMark, .noFinalNewline]
    if isJSON { others.formUnion([.titleRows, .commaLine, .blankFirstRow]) }
    var rates = QuirkRates()
    var chosen: [(Quirk, Double)] = []
    for quirk in Quirk.allCases
    where quirk.effect == .none && !others.contains(quirk) && random.chance(0.3) {
      var tried = rates
      tried[quirk] = 1
      if tried.clash != nil { continue }
      rates = tried
      chosen.append(
        (quirk, quirk.isOfFile ? 1 : [0.05, 0.3, 1].randomElement(using: &random) ?? 1))
    }
    return chosen
  }

  @Test(arguments: [false, true])
  func neverAnotherRoster(isJSON: Bool) throws {
    var asked = 0
    for seed in 1...NotationPropertyTests.seeds {
      var random = SeededGenerator(seed: UInt64(2 * seed + (isJSON ? 1 : 0)))
      let quirks = Self.choice(&random, isJSON: isJSON)
      let creators = [1, 3, 12, 60].randomElement(using: &random) ?? 1
      let file = try DirtyFile(seed: UInt64(seed), creators: creators, quirks)
      let form = try file.form(quirks.map { $0.0 })
      let path = try file.folder.write(
        isJSON ? "dirty.json" : "dirty.xlsx",
        isJSON ? form.json(&random) : form.workbook(&random))
      let names = quirks.map { "\($0.0.rawValue)=\($0.1)" }.joined(separator: " ")
      do throws(InputError) {
        let values = DirtyFile.values(try RosterFile.read(path: path))
        if values != file.clean {
          let pair = zip(values, file.clean).first { $0 != $1 }
          Issue.record(
            "seed \(seed), \(creators) creators: \(names): \(values.count) rows, \(pair as Any)")
        }
      } catch {
        asked += 1
        let isOpen = error.issues.kept.contains { issue in
          if case .open = issue.fault { true } else { false }
        }
        #expect(isOpen, "seed \(seed), \(creators) creators: \(names): \(error.issues.kept)")
      }
    }
    // To ask about everything would be no reading.
    #expect(asked * 2 < NotationPropertyTests.seeds, "\(asked) asked")
  }
}

extension DirtyFile {
  /// The cells of the file.
  func form(_ quirks: [Quirk]) throws -> RosterForm {
    let hasSemicolons = quirks.contains(.semicolons) || quirks.contains(.commaDecimals)
    let rows = Self.rows(String(decoding: bytes, as: UTF8.self), hasSemicolons ? ";" : ",")
    let columns = SyntheticRoster.columns.indices.filter {
      let name = SyntheticRoster.columns[$0]
      return name == "commission" || name.hasSuffix("_rate") || name.hasSuffix("_share")
        || name.hasPrefix("age_")
    }
    // Titles and blank lines are short or empty: the header is the first row without a gap.
    let header = rows.firstIndex { $0.allSatisfy { !$0.isEmpty } } ?? 0
    return RosterForm(
      rows: rows, header: header,
      shares: quirks.contains(.perCentWithoutSign) ? [] : Set(columns),
      hasOtherMarks: quirks.contains(.dotThousands) || quirks.contains(.commaDecimals))
  }

  /// The fields of quoted text, by the rule alone (RFC 4180).
  private static func rows(_ text: String, _ delimiter: Unicode.Scalar) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var field = String.UnicodeScalarView()
    func end(_ rows: inout [[String]]) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1] = String(field)
      field = String.UnicodeScalarView()
    }
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\"" {
        if isQuoted && scalars.first == "\"" {
          field.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted || (scalar != delimiter && scalar != "\n" && scalar != "\r") {
        field.append(scalar)
      } else if scalar == delimiter {
        end(&rows)
        rows[rows.count - 1].append("")
      } else if scalar == "\n" {
        end(&rows)
        rows.append([""])
      }
    }
    end(&rows)
    if rows.last == [""] { rows.removeLast() }
    return rows
  }
}
