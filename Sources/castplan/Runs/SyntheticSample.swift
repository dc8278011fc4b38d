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

  /// Writes every file beside its place and puts all there once they are whole; returns what quirks
  /// were put where, if any were asked for.
  func write(
    to directory: String, replacing: Bool, progress: (Int) -> Void
  ) throws -> QuirkSummary? {
    let folder = try OutputFolder(path: directory)
    let summary = try writeFiles(to: directory, replacing: replacing, progress: progress)
    folder.finish()
    return summary
  }

  /// What is unfinished is gone when this returns, before a new folder would go.
  private func writeFiles(
    to directory: String, replacing: Bool, progress: (Int) -> Void
  ) throws -> QuirkSummary? {
    let files = try open(in: directory, replacing: replacing)
    let summary = try writeRoster(to: files[0], progress: progress)
    try files[1].write(Array(products.table().utf8))
    for (file, brief) in zip(files[2...], briefs) { try file.write(Array(brief.text.utf8)) }
    try OutputFile.finish(files)
    return summary
  }

  /// The files in the order of their names, all or none.
  private func open(in directory: String, replacing: Bool) throws(OutputProblems) -> [OutputFile] {
    var files: [OutputFile] = []
    var problems: [OutputProblem] = []
    for name in fileNames {
      do throws(OutputProblem) {
        files.append(
          try OutputFile(
            path: "\(directory)/\(name)", replacing: replacing ? .anything : .nothing))
      } catch {
        problems.append(error)
      }
    }
    if let problems = OutputProblems(problems) { throw problems }
    return files
  }

  /// A few thousand rows at a time: memory does not grow with the roster.
  private func writeRoster(
    to file: OutputFile, progress: (Int) -> Void
  ) throws -> QuirkSummary? {
    let rowsAtOnce = 4_096
    let encoder = quirks.has(.cp932) ? try TextEncoder(.cp932, path: "creators.csv") : nil
    var dirty = DirtyRoster(
      roster, creators: creators, rates: quirks,
      sparing: quirks.isEmpty ? [] : briefMaker.namedRows)
    func put(_ bytes: [UInt8]) throws { try file.write(encoder?.encode(bytes) ?? bytes) }
    try put(dirty.head())
    for start in stride(from: 0, to: creators, by: rowsAtOnce) {
      let rows = start..<min(creators, start + rowsAtOnce)
      try put(dirty.lines(rows))
      progress(rows.upperBound)
    }
    if quirks.isEmpty { return nil }
    return QuirkSummary(places: dirty.places, replacedCharacters: encoder?.replaced ?? 0)
  }
}
