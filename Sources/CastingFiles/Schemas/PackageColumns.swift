import Casting

/// What packages of a brief add to tables: words for their names, and columns for their fees.
extension TableSchema {
  /// The same table in a campaign that has packages.
  func with(_ packages: [DealPackage]) -> TableSchema {
    if packages.isEmpty { return self }
    var columns = columns.map { column in
      guard case .word(let words) = column.kind, words.isOfFormats else { return column }
      var column = column
      column.kind = .word(.formats(packages))
      return column
    }
    if rowNoun == .creator {
      let taken = Set(columnOfHeader.keys).union(columnOfFallback.keys)
      columns += packages.map { Self.fees(of: $0, besides: taken) }
    }
    return TableSchema(rowNoun: rowNoun, columns: columns, packages: packages)
  }

  /// `fee_launch`, `launch fee`, `launch料金`, or `launch` alone where no other column is called so.
  private static func fees(
    of package: DealPackage, besides taken: Set<String>
  ) -> ColumnSpecification {
    let name = package.name
    let headers =
      ["\(name)_fee", "\(name)_price", "price_\(name)"]
      + ["料金", "報酬", "単価", "価格"].map { name + $0 }
    return ColumnSpecification(
      name: feeColumn(of: package), kind: .number(.yen),
      aliases: headers.filter { !taken.contains(HeaderText.normalized($0)) },
      fallbacks: taken.contains(HeaderText.normalized(name)) ? [] : [name])
  }

  static func feeColumn(of package: DealPackage) -> String { "fee_\(package.name)" }

  /// Every format that a row may be about: those that are no packages first.
  var formats: [DealFormat] { DealFormat.simple + packages.map { .package($0) } }

  /// The format of a name; nil where there is none.
  func format(named name: String) -> DealFormat? { formats.first { $0.rawValue == name } }
}

extension WordList {
  /// Names of formats, and of packages among them.
  static func formats(_ packages: [DealPackage]) -> WordList {
    packages.isEmpty
      ? formats : WordList(words: formats.words + packages.map { ($0.name, []) })
  }

  fileprivate var isOfFormats: Bool { words.first?.word == DealFormat.live.rawValue }
}

extension Brief {
  /// The format that somebody's word for it means; nil where it means none.
  func format(meaning text: String) -> DealFormat? {
    WordList.formats(packages).word(for: text).flatMap { format(named: $0) }
  }
}

extension Brief {
  /// Packages that are stated for nothing.
  func notesOfIdlePackages(_ file: String) -> [ReadingNote] {
    guard let formats else { return [] }
    return packages.filter { !formats.contains(.package($0)) }.map {
      .packageNotInPlay(file: SheetPlace.shown(file), package: $0.name)
    }
  }

  /// Packages in play that nobody of a roster offers.
  func notesOfMissingFees(_ roster: Roster, file: String) -> [ReadingNote] {
    if packages.isEmpty { return [] }
    let fees = OfferedFees(roster, terms)
    return CampaignFormats(roster: roster, brief: self).inPlay.compactMap { format in
      guard format.package != nil, fees.fees(of: [format]).0.allSatisfy(\.isNaN) else {
        return nil
      }
      return .packageNotOffered(file: SheetPlace.shown(file), package: format.rawValue)
    }
  }
}
