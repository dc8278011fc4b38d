import AllocationAudit
import Casting

extension ClaimCheck {
  /// That packages are made of the brief's parts, and count in the problem as these do; nil where a plan has
  /// no package.
  func packageFinding() -> AuditFinding? {
    guard let inputs = subject.inputs, inputs.formats.contains(where: { $0.package != nil })
    else { return nil }
    let packages = inputs.campaign.brief.packages
    if let difference = foreignParts(packages) { return AuditFinding(.packages, difference) }
    var pairs: [(place: AuditPlace, expected: Double, found: Double)] = []
    for (deal, option) in zip(claims.deals, options) {
      let (creator, product) = (audit.item(of: option), audit.group(of: option))
      guard let package = packages.first(where: { $0.name == deal.format.rawValue }),
        !inputs.isPredicted(creator, product)
      else { continue }
      let format = DealFormat.package(package)
      let factor =
        subject.objective == .reach
        ? 1
        : inputs.factor(
          inputs.campaign.products.products[product], format, creator: creator)
      let place = AuditPlace(deal)
      pairs.append(
        (
          place, inputs.reach(creator, product, format) * factor,
          subject.problem.optionReach[option]
        ))
      pairs += amounts(package, creator, option).map { (place, $0.expected, $0.found) }
    }
    return compare(.packages, pairs)
  }

  /// What rules count of a package beside deals and costs.
  private func amounts(
    _ package: DealPackage, _ creator: Int, _ option: Int
  ) -> [(expected: Double, found: Double)] {
    zip(subject.amountLists, subject.problem.amounts).compactMap { list, amounts in
      switch list {
      case .views: (subject.inputs?.viewers(of: package, creator: creator) ?? 0, amounts[option])
      case .posts: (Double(package.counts.reduce(0, +)), amounts[option])
      case .surcharge: nil
      }
    }
  }

  /// The first package that the plan makes of other parts than the brief.
  private func foreignParts(_ packages: [DealPackage]) -> AuditFinding.Difference? {
    for deal in claims.deals {
      let own = packages.first { $0.name == deal.format.rawValue }
      guard own?.counts != deal.format.package?.counts else { continue }
      func statement(_ package: DealPackage?) -> AuditStatement {
        .column(name: "parts", text: package?.words, creator: deal.creatorID)
      }
      return .init(expected: statement(own), found: statement(deal.format.package))
    }
    for claimed in claims.packages {
      let own = packages.first { $0.name == claimed.name }
      guard own?.counts != claimed.counts else { continue }
      return .init(
        expected: .column(name: claimed.name, text: own?.words, creator: "packages"),
        found: .column(name: claimed.name, text: claimed.words, creator: "packages"))
    }
    return nil
  }
}

extension DealPackage {
  /// `live: 1, story: 2`, as a brief has it.
  package var words: String {
    parts.map { "\($0.format.rawValue): \($0.count)" }.joined(separator: ", ")
  }
}
