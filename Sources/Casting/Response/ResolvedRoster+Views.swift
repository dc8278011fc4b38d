extension ResolvedRoster {
  /// A format's own column, else the average where there is none; what is missing is estimated. A package has
  /// the viewers of its parts.
  static func views(
    _ roster: Roster, _ tiers: [Tier], _ formats: [DealFormat], _ packages: PackageViewers? = nil
  ) -> ([Double], [Grade]) {
    var views = [Double](repeating: 0, count: roster.count * formats.count)
    var grades = [Grade](repeating: .measured, count: roster.count * formats.count)
    let followers = roster.followers
    for (place, format) in formats.enumerated() {
      if let package = format.package {
        guard let packages else { continue }
        for creator in 0..<roster.count {
          let row = packages.row(creator: creator, package)
          views[creator * formats.count + place] = packages.views[row]
          grades[creator * formats.count + place] = packages.grades[row]
        }
        continue
      }
      let own = roster.formatViews[format.index]
      let column = own.isPresent ? own : roster.averageViews
      let rates = Tier.allCases.map {
        CampaignDefaults.viewsPerFollower(format: format, tier: $0)
      }
      for creator in 0..<roster.count {
        let stated = column[creator]
        let deal = creator * formats.count + place
        if stated.isNaN {
          views[deal] = followers[creator] * rates[tiers[creator].index]
          grades[deal] = .estimated
        } else {
          views[deal] = stated
        }
      }
    }
    return (views, grades)
  }
}
