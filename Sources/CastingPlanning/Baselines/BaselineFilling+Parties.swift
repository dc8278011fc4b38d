import Allocation

extension BaselineFilling {
  private func isCast(_ creator: Int) -> Bool { !state.options(ofItem: creator).isEmpty }

  /// Whether the groups allow the creator a deal: nobody is cast who is kept apart from her party.
  func mayBeCast(_ creator: Int) -> Bool {
    isCast(creator)
      || (!field.parties.isTornApart(creator)
        && !field.parties.rivals(of: creator).contains(where: isCast))
  }

  /// Takes the deal, and a deal for everybody who has to be cast with the creator; false, and
  /// nothing taken, where one of them fits no more.
  @discardableResult
  mutating func take(_ option: Int, _ creator: Int) -> Bool {
    let companions = field.parties.party(of: creator).filter { $0 != creator && !isCast($0) }
    state.add(option)
    var taken = [option]
    for companion in companions {
      guard let own = best(companion, where: { state.canAdd($0) }) else {
        for option in taken.reversed() { state.remove(option) }
        return false
      }
      state.add(own)
      taken.append(own)
    }
    return true
  }

  /// Whether every rule holds, the groups included.
  var isFeasible: Bool {
    state.isFeasible
      && field.problem.links.groups.allSatisfy { group in
        let cast = group.members.count(where: isCast)
        return switch group.rule {
        case .atMostOne: cast <= 1
        case .allOrNone: cast == 0 || cast == group.members.count
        // The state keeps what accounts share.
        case .within: true
        }
      }
  }
}
