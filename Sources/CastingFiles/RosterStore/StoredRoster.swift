import Casting
import Foundation
import LinearAlgebra
import Tables

/// A roster in a file of `RosterStoreForm`, of which a few groups at a time are in memory.
final class StoredRoster: RosterSource {
  let header: RosterStoreHeader
  private let file: RandomAccessFile
  /// Where every column of every group begins, and the last ends.
  private let places: [UInt64]
  private let checksums: [UInt32]
  private let categories: [CategoryColumn]
  /// A row for every record of the table; nil where creators have no vectors of their own.
  private let vectors: NPYRows?
  private let threads: Int

  /// Nil where the file is none of ours, or not of this form.
  ///
  /// - Parameter threads: how many may read at once.
  convenience init?(_ file: RandomAccessFile, threads: Int) {
    let end = file.size - RosterStoreForm.trailerSize
    guard end >= 0, let trailer = try? file.bytes(end..<file.size),
      trailer.suffix(RosterStoreForm.magic.count) == RosterStoreForm.magic[...]
    else { return nil }
    let offsets: [UInt64] = StoredCells.numbers(trailer.dropLast(RosterStoreForm.magic.count))
    let parts = offsets.prefix(4).map { Int(clamping: $0) }
    guard parts == parts.sorted(), parts.last == end,
      let sections = try? file.bytes(parts[0]..<end),
      UInt64(sections.withUnsafeBytes(Checksum.crc32)) == offsets[4]
    else { return nil }
    func section(_ number: Int) -> ArraySlice<UInt8> {
      sections[parts[number] - parts[0]..<parts[number + 1] - parts[0]]
    }
    let (places, checksums) = (section(0), section(1))
    guard
      let header = try? JSONDecoder().decode(RosterStoreHeader.self, from: Data(section(2))),
      header.form == RosterStoreHeader.form, header.count >= 0, header.norms.areSound
    else { return nil }
    self.init(
      header, file, places: StoredCells.numbers(places),
      checksums: StoredCells.numbers(checksums), vectors: nil, threads: threads)
    guard places.count == 8 * (groups * header.columns + 1),
      self.places == self.places.sorted(), Int(clamping: self.places.last ?? 0) == parts[0],
      checksums.count == 4 * groups,
      header.levels.count == Roster.categoryColumns.count,
      header.hasNumbers.count == header.numberColumns.count,
      header.hasDays.count == Roster.dayColumns.count
    else { return nil }
  }

  private init(
    _ header: RosterStoreHeader, _ file: RandomAccessFile, places: [UInt64],
    checksums: [UInt32], vectors: NPYRows?, threads: Int
  ) {
    self.header = header
    self.file = file
    self.places = places
    self.checksums = checksums
    self.vectors = vectors
    self.threads = threads
    categories = header.levels.map { CategoryColumn($0).withoutRows }
  }

  /// The same roster with vectors of its own.
  func adding(_ vectors: NPYRows) -> StoredRoster {
    StoredRoster(
      header, file, places: places, checksums: checksums, vectors: vectors, threads: threads)
  }

  var count: Int { header.count }

  private var groups: Int {
    Blocks.count(covering: count, blockSize: RosterStoreForm.creatorsPerGroup)
  }

  /// Whether every byte is as it was written. Reads all of the file once.
  func isSound() -> Bool {
    let found = mapGroups { group -> Bool in
      let bytes = try? self.bytes(of: group, columns: header.columns)
      return bytes?.withUnsafeBytes(Checksum.crc32) == self.checksums[group]
    }
    return found.allSatisfy { $0 }
  }

  // MARK: Creators

  func creators(_ rows: Range<Int>, _ detail: RosterDetail) throws -> Roster {
    var roster = Roster()
    var start = rows.lowerBound
    while start < rows.upperBound {
      let group = start / RosterStoreForm.creatorsPerGroup
      let end = min(rows.upperBound, self.rows(of: group).upperBound)
      let first = group * RosterStoreForm.creatorsPerGroup
      roster.append(
        contentsOf: try creators(Array((start - first)..<(end - first)), of: group, detail))
      start = end
    }
    return roster
  }

  func creators(_ rows: [Int]) throws -> Roster {
    var wanted = [[Int]](repeating: [], count: groups)
    for row in rows {
      wanted[row / RosterStoreForm.creatorsPerGroup].append(row % RosterStoreForm.creatorsPerGroup)
    }
    let asked = wanted
    let parts = mapGroups { group in
      Result {
        asked[group].isEmpty ? nil : try self.creators(asked[group], of: group, .everything)
      }
    }
    var roster = Roster()
    for part in parts {
      if let part = try part.get() { roster.append(contentsOf: part) }
    }
    return roster
  }

  /// Those of some identifiers that creators have.
  func identifiers(among wanted: Set<String>) throws -> Set<String> {
    // As bytes: texts that look alike are not the same id.
    let wanted = Set(wanted.map { Array($0.utf8) })
    let found = mapGroups { group in
      Result {
        let roster = try self.creators(
          Array(0..<self.rows(of: group).count), of: group, .deals, withVectors: false)
        return (0..<roster.count).map { roster.creatorIDs[$0] }.filter {
          wanted.contains(Array($0.utf8))
        }
      }
    }
    return try found.reduce(into: Set<String>()) { $0.formUnion(try $1.get()) }
  }

  /// Ids of the accounts of some persons, as far as the roster has any.
  func accounts(ofPersons wanted: Set<String>) throws -> [String: [String]] {
    let found = mapGroups { group in
      Result {
        let roster = try self.creators(
          Array(0..<self.rows(of: group).count), of: group, .deals, withVectors: false)
        guard roster.persons.byteCount > 0 else { return [(person: String, id: String)]() }
        return (0..<roster.count).filter { wanted.contains(roster.persons[$0]) }.map {
          (person: roster.persons[$0], id: roster.creatorIDs[$0])
        }
      }
    }
    return try found.reduce(into: [:]) { accounts, part in
      for (person, id) in try part.get() { accounts[person, default: []].append(id) }
    }
  }

  private func rows(of group: Int) -> Range<Int> {
    let start = group * RosterStoreForm.creatorsPerGroup
    return start..<min(count, start + RosterStoreForm.creatorsPerGroup)
  }

  /// The first columns of a group.
  private func bytes(of group: Int, columns: Int) throws -> [UInt8] {
    let first = group * header.columns
    return try file.bytes(Int(places[first])..<Int(places[first + columns]))
  }

  /// - Parameter rows: of the group, ascending.
  private func creators(
    _ rows: [Int], of group: Int, _ detail: RosterDetail, withVectors: Bool = true
  ) throws -> Roster {
    let columns =
      detail == .everything ? header.columns : header.dealColumns
    let first = group * header.columns
    let cells = StoredCells(
      bytes: try bytes(of: group, columns: columns),
      places: places[first...first + columns].map { Int($0 - places[first]) },
      groupCount: self.rows(of: group).count, rows: rows)
    guard cells.areSound(header, detail) else {
      throw FileProblem(path: file.path, reason: .system(number: EIO))
    }
    let roster = cells.roster(header, categories, detail)
    return withVectors ? try adding(cells.records, to: roster) : roster
  }

  private func adding(_ records: [UInt32], to roster: Roster) throws -> Roster {
    guard let vectors, let first = records.first, let last = records.last else { return roster }
    var roster = roster
    let range = Int(first)..<Int(last) + 1
    roster.embeddingDimensions = vectors.columns
    do throws(NPYProblem) {
      if range.count == records.count {
        roster.embeddings = try vectors.values(range)
      } else if range.count < 2 * records.count {
        let places = records.map { Int($0) - range.lowerBound }
        let values = try vectors.values(range)
        let width = vectors.columns
        roster.embeddings = places.flatMap { values[$0 * width..<($0 + 1) * width] }
      } else {
        roster.embeddings = try vectors.values(rows: records.lazy.map { Int($0) })
      }
    } catch {
      var issues = InputIssues()
      issues.append(.unusable(error))
      throw InputError(issues)
    }
    vectors.release(range)
    return roster
  }

  private func mapGroups<Result: Sendable>(
    _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: groups)
    results.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: groups, blockSize: 1, threads: threads) { group, _ in
        output.base[group] = body(group)
      }
    }
    return results.compactMap { $0 }
  }
}

extension CategoryColumn {
  fileprivate var withoutRows: CategoryColumn {
    var column = self
    column.removeAllRows()
    return column
  }
}
