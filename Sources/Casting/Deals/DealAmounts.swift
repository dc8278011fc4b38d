/// What rules count of a deal beside the deal itself and its cost: lists of the allocation problem.
package struct DealAmounts: Sendable, Equatable {
  package enum Amount: Sendable, Equatable {
    /// Money that an agency's client pays beyond the cost.
    case surcharge
    /// Viewers that the deal is expected to have, whoever they are.
    case views
    /// What the deal publishes, where that is not one thing each.
    case posts
  }

  /// In the order of the problem's lists.
  package let lists: [Amount]
  private let agency: AgencyTerms
  private let announced: Double

  package init(_ brief: Brief) {
    agency = brief.terms.agency
    announced = brief.announcements?.viewMultiplier ?? 1
    lists =
      (agency.isPaid ? [.surcharge] : [])
      + (brief.countsViews || brief.quotas.contains { $0.measure == .views } ? [.views] : [])
      + (brief.countsPostsByParts ? [.posts] : [])
  }

  /// Whether a dearer deal has more of something.
  package var growWithCost: Bool { lists.contains(.surcharge) }

  package func index(of amount: Amount) -> Int? { lists.firstIndex(of: amount) }

  /// In the order of the lists.
  ///
  /// - Parameters:
  ///   - format: of a deal that castplan works out, or of one that is predicted.
  ///   - reach: people, for a format in which nothing is known of her views.
  package func amounts(
    creator: Int, format: DealFormat, cost: Double, reach: Double, _ response: ResponseModel
  ) -> [Double] {
    lists.map { amount in
      switch amount {
      case .surcharge: agency.surcharge(onCost: cost)
      case .views: views(creator, format, response) ?? reach
      case .posts: Double(format.posts)
      }
    }
  }

  private func views(
    _ creator: Int, _ format: DealFormat, _ response: ResponseModel
  ) -> Double? {
    let formats = response.formats.inPlay
    guard let place = formats.firstIndex(of: format) else { return nil }
    if let package = format.package {
      let packages = response.roster.packages
      return packages.announced[packages.row(creator: creator, package)]
    }
    return response.roster.views[creator * formats.count + place]
      * (format == .live ? announced : 1)
  }
}

extension Brief {
  /// Whether rules count what deals publish, and that is not one thing each.
  fileprivate var countsPostsByParts: Bool {
    !packages.isEmpty && (countsPosts || quotas.contains { $0.measure == .posts })
  }
}
