import Casting

/// Who is in the audiences of creators, straight from the columns of the roster: what an audit holds
/// conditions on audiences against.
package struct AuditAudiences: Sendable {
  private let roster: Roster
  private let cells: AudienceCells
  /// The default mix, by cell.
  private let mix: [Double]

  package init(_ campaign: Campaign) {
    roster = campaign.roster
    cells = campaign.roster.audienceCells
    mix = Self.mix(campaign)
  }

  /// Whether the share that a condition is about is within its limits.
  package func admits(_ wanted: AudienceShare, creator: Int) -> Bool {
    let all = audience(creator)
    let chosen = cells.names.indices.filter { cell in
      wanted.cells.contains { isCalled($0, cell) }
    }
    let share = chosen.reduce(0) { $0 + all[$1] }
    return share >= wanted.range.lowerBound - 1e-9 && share <= wanted.range.upperBound + 1e-9
  }

  /// Whether a name is the cell's, or tells its gender or its age, or both.
  private func isCalled(_ name: String, _ cell: Int) -> Bool {
    if cells.names.contains(name) { return cells.names[cell] == name }
    let told = AudienceCells(names: [name])
    guard told.genderOfCell[0] != nil || told.ageOfCell[0] != nil else {
      return NormalizedText(name).string == NormalizedText(cells.names[cell]).string
    }
    return (told.genderOfCell[0] == nil || told.genderOfCell[0] == cells.genderOfCell[cell])
      && (told.ageOfCell[0] == nil || told.ageOfCell[0] == cells.ageOfCell[cell])
  }

  /// By cell: what is not known of her is as in the default mix.
  private func audience(_ creator: Int) -> [Double] {
    if !roster.cellShares.isEmpty {
      let own = (0..<cells.count).map { roster.cellShares[creator * cells.count + $0] }
      return own.contains(where: \.isNaN) ? mix : own
    }
    let (women, ages) = Self.known(roster, creator)
    if women == nil && ages == nil { return mix }
    let half = mix.count / 2
    let share = women ?? mix[..<half].reduce(0, +)
    let bands = ages ?? (0..<half).map { mix[$0] + mix[half + $0] }
    return bands.map { share * $0 } + bands.map { (1 - share) * $0 }
  }

  private static func known(_ roster: Roster, _ creator: Int) -> (women: Double?, ages: [Double]?) {
    let women = roster.femaleShares[creator]
    let ages = roster.ageShares.map { $0[creator] }
    return (women.isNaN ? nil : women, ages.contains(where: \.isNaN) ? nil : ages)
  }

  /// What the brief says, else the mean of audiences that are known, else equal shares.
  private static func mix(_ campaign: Campaign) -> [Double] {
    let roster = campaign.roster
    let cells = roster.audienceCells
    if let stated = campaign.brief.audience, cells.areAgesByGender {
      let all = (0..<cells.count).map { cell in
        stated.ageShares[cells.ageOfCell[cell] ?? 0]
          * (cells.genderOfCell[cell] == 0 ? stated.femaleShare : 1 - stated.femaleShare)
      }
      let sum = all.reduce(0, +)
      return sum > 0 ? all.map { $0 / sum } : equal(cells.count)
    }
    func mean(_ rows: [[Double]], _ count: Int) -> [Double] {
      rows.isEmpty
        ? equal(count)
        : (0..<count).map { place in
          rows.reduce(0) { $0 + $1[place] } / Double(rows.count)
        }
    }
    if !roster.cellShares.isEmpty {
      let rows = (0..<roster.count).map { creator in
        (0..<cells.count).map { roster.cellShares[creator * cells.count + $0] }
      }
      return mean(rows.filter { !$0.contains(where: \.isNaN) }, cells.count)
    }
    let told = (0..<roster.count).map { known(roster, $0) }
    let both = told.compactMap { women, ages in
      women.flatMap { share in ages.map { $0.map { share * $0 } + $0.map { (1 - share) * $0 } } }
    }
    if !both.isEmpty { return mean(both, cells.count) }
    let women = told.compactMap(\.women)
    let share = women.isEmpty ? 0.5 : women.reduce(0, +) / Double(women.count)
    let ages = mean(told.compactMap(\.ages), AudienceCells.ageBands.count)
    return ages.map { share * $0 } + ages.map { (1 - share) * $0 }
  }

  private static func equal(_ count: Int) -> [Double] {
    [Double](repeating: 1 / Double(count), count: count)
  }
}

// MARK: Groups

extension AuditSubject {
  /// Whom a row of the problem counts, told once more where its rule asks of audiences.
  struct AudienceGroup: Sendable {
    var rule: String
    var row: Int
    var selects: @Sendable (_ item: Int, _ kind: Int) -> Bool
  }

  static func audienceGroups(_ casting: CastingProblem) -> [AudienceGroup] {
    let quotas = casting.campaign.brief.quotas.filter { $0.filter.audience != nil }
    if quotas.isEmpty { return [] }
    let audiences = AuditAudiences(casting.campaign)
    return quotas.flatMap { quota in
      let rows = casting.ruleBook.entries.indices.filter { row in
        let name = casting.ruleBook.entries[row].name
        return name == quota.name
          || [" (minimum)", " (maximum)"].contains { name == quota.name + $0 }
      }
      return rows.map {
        AudienceGroup(
          rule: casting.ruleBook.entries[$0].name, row: $0,
          selects: group(of: quota.filter, casting, audiences))
      }
    }
  }

  /// The deals that a filter selects, by the audit's own look at audiences.
  static func group(
    of filter: DealFilter, _ casting: CastingProblem, _ audiences: AuditAudiences
  ) -> @Sendable (Int, Int) -> Bool {
    var others = filter
    others.audience = nil
    let match = casting.ruleFrame.match(others)
    return { creator, kind in
      match.includes(creator: creator, kind: kind)
        && (filter.audience.map { audiences.admits($0, creator: creator) } ?? true)
    }
  }
}

extension ClaimCheck {
  /// Deals of the plan by rule that asks of audiences: those that are of its group, and those that its
  /// row counts.
  func audienceCounts() -> [(place: AuditPlace, expected: Double, found: Double)] {
    subject.audienceGroups.map { group in
      let row = subject.problem.rows[group.row]
      func count(_ isInside: (Int, Int) -> Bool) -> Double {
        Double(
          options.count { isInside(audit.item(of: $0), Int(subject.problem.optionKind[$0])) })
      }
      return (
        .rule(name: group.rule), count(group.selects), count { row.isInside(item: $0, kind: $1) }
      )
    }
  }
}
