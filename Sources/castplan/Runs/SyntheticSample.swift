import Casting
import CastingReports
import CastingSynthetic
import Foundation
import Tables

/// A synthetic campaign on its way to a directory.
struct SyntheticSample {
  let roster: SyntheticRoster
  let creators: Int
  let products: SyntheticProducts
  /// None: a clean roster.
  var quirks = QuirkRates()

  private var briefMaker: SyntheticBriefs {
    SyntheticBriefs(roster: roster, creators: creators, products: products)
  }

  private var briefs: [(name: String, text: String)] { briefMaker.files() }

  var fileNames: [String] { ["creators.csv", "products.csv"] + briefs.map(\.name) }

  /// Writes every file beside its place and renames all once they are whole; returns what quirks
  /// were put where, if any were asked for.
  func write(
    to directory: String, replacing: Bool, progress: (Int) -> Void
  ) throws -> QuirkSummary? {
    try refuseToReplace(in: directory, unless: replacing)
    let isNew = !FileManager.default.fileExists(atPath: directory)
    var summary: QuirkSummary?
    try Interrupts.whileWriting {
      do {
        try makeDirectory(directory)
        summary = try writeRoster(to: directory, progress: progress)
        try write(products.table(), as: "products.csv", in: directory)
        for brief in briefs { try write(brief.text, as: brief.name, in: directory) }
        for name in fileNames { try rename(name, in: directory) }
      } catch {
        for name in fileNames { unlink(Self.partial(name, directory)) }
        if isNew { rmdir(directory) }
        throw error
      }
    }
    return summary
  }

  private func refuseToReplace(in directory: String, unless replacing: Bool) throws {
    guard !replacing else { return }
    for name in fileNames where FileManager.default.fileExists(atPath: "\(directory)/\(name)") {
      throw OutputProblem("\(directory)/\(name)", .exists)
    }
  }

  private func makeDirectory(_ directory: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw OutputProblem(directory, .directoryNotMade(errno))
    }
  }

  /// A few thousand rows at a time: memory does not grow with the roster.
  private func writeRoster(
    to directory: String, progress: (Int) -> Void
  ) throws -> QuirkSummary? {
    let rowsAtOnce = 4_096
    var file = try OutputFile(path: Self.partial("creators.csv", directory))
    defer { file.close() }
    let encoder = quirks.has(.cp932) ? try TextEncoder(.cp932, path: "creators.csv") : nil
    var dirty = DirtyRoster(
      roster, creators: creators, rates: quirks,
      sparing: quirks.isEmpty ? [] : briefMaker.namedRows)
    func put(_ bytes: [UInt8]) throws { try file.write(bytes: encoder?.encode(bytes) ?? bytes) }
    try put(dirty.head())
    for start in stride(from: 0, to: creators, by: rowsAtOnce) {
      try Interrupts.check()
      let rows = start..<min(creators, start + rowsAtOnce)
      try put(dirty.lines(rows))
      progress(rows.upperBound)
    }
    if quirks.isEmpty { return nil }
    return QuirkSummary(places: dirty.places, replacedCharacters: encoder?.replaced ?? 0)
  }

  private func write(_ text: String, as name: String, in directory: String) throws {
    var file = try OutputFile(path: Self.partial(name, directory))
    defer { file.close() }
    try file.write(text)
  }

  private func rename(_ name: String, in directory: String) throws {
    guard Foundation.rename(Self.partial(name, directory), "\(directory)/\(name)") == 0 else {
      throw OutputProblem("\(directory)/\(name)", .system(errno))
    }
  }

  private static func partial(_ name: String, _ directory: String) -> String {
    "\(directory)/.\(name).partial"
  }
}
