extension AllocationProblem {
  /// The problem where some linked items act together, or none of them does, and what follows for those whom
  /// links join with them; nil where that cannot be.
  ///
  /// Links that then hold anyway are left out, so that their items choose by themselves.
  package func deciding(_ members: [Int32], act: Bool) -> AllocationProblem? {
    var decided = self
    for member in members {
      if act {
        decided.items[Int(member)].isRequired = true
      } else {
        guard !decided.mustAct(member) else { return nil }
        decided.items[Int(member)].slots = 0
      }
    }
    return decided.settleLinks() ? decided : nil
  }

  private func mustAct(_ item: Int32) -> Bool {
    items[Int(item)].isRequired || !items[Int(item)].requiredKinds.isEmpty
  }

  private func mayAct(_ item: Int32) -> Bool { items[Int(item)].slots > 0 }

  /// Lets what links say of items follow, until nothing does; false where that contradicts itself.
  private mutating func settleLinks() -> Bool {
    var isChanged = true
    while isChanged {
      isChanged = false
      var left: [ItemLink] = []
      for link in links {
        guard let settled = settle(link) else { return false }
        if settled.isChanged { isChanged = true }
        if let link = settled.link { left.append(link) }
      }
      links = left
    }
    return items.indices.allSatisfy { mayAct(Int32($0)) || !mustAct(Int32($0)) }
  }

  /// What is left of a link; nil where it cannot be kept.
  private mutating func settle(_ link: ItemLink) -> (link: ItemLink?, isChanged: Bool)? {
    let required = link.members.filter(mustAct)
    switch link.rule {
    case .within: return (link, false)
    case .allOrNone:
      if required.isEmpty, link.members.allSatisfy(mayAct) { return (link, false) }
      if !required.isEmpty {
        for member in link.members { items[Int(member)].isRequired = true }
        return link.members.allSatisfy(mayAct) ? (nil, true) : nil
      }
      for member in link.members { items[Int(member)].slots = 0 }
      return (nil, true)
    case .atMostOne:
      if required.count > 1 { return nil }
      if let one = required.first {
        for member in link.members where member != one { items[Int(member)].slots = 0 }
        return (nil, true)
      }
      let members = link.members.filter(mayAct)
      if members.count == link.members.count { return (link, false) }
      return (members.count > 1 ? ItemLink(members: members, rule: .atMostOne) : nil, true)
    }
  }
}
