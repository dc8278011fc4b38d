extension AllocationState {
  /// How far an activity may pass a limit by rounding: relative, or absolute near zero.
  static let relativeTolerance = 1e-9

  static func slack(of limit: Double) -> Double { relativeTolerance * max(1, abs(limit)) }

  /// Whether the option may be added: the item's own rules and every row's upper side.
  ///
  /// Lower sides are not looked at: they are reached by adding more.
  package func canAdd(_ option: Int) -> Bool {
    let item = itemOfOption(option)
    guard itemCanTake(option, item: item) else { return false }
    var fits = true
    forEachRow(of: option, item: item) { row, weight in
      let upper = problem.rows[row].upper
      if weight > 0 && rowActivity[row] + weight > upper + Self.slack(of: upper) { fits = false }
    }
    return fits
  }

  /// Whether adding keeps every row on the right side that is on it now, upper and lower.
  package func canAddKeepingLowerSides(_ option: Int) -> Bool {
    guard canAdd(option) else { return false }
    var keeps = true
    forEachRow(of: option, item: itemOfOption(option)) { row, weight in
      let lower = problem.rows[row].lower
      let floor = lower - Self.slack(of: lower)
      if weight < 0 && rowActivity[row] + weight < floor && rowActivity[row] >= floor {
        keeps = false
      }
    }
    return keeps
  }

  /// Like `forEachWeight`, with everything that the option adds to a row in one: a row may get both
  /// its cost and its item's fixed cost, and only their sum says whether it fits.
  private func forEachRow(of option: Int, item: Int, _ body: (Int, Double) -> Void) {
    let paysFixedCost = chosenOfItem[item].isEmpty && problem.items[item].fixedCost != 0
    let mayTouch = !index.touchRange(item: item, kind: problem.optionKind[option]).isEmpty
    guard paysFixedCost || mayTouch else {
      forEachWeight(of: option, item: item, body)
      return
    }
    forEachWeight(of: option, item: item) { row, weight in
      guard index.changesInParts[row] else {
        body(row, weight)
        return
      }
      var total = 0.0
      forEachWeight(of: option, item: item) { if $0 == row { total += $1 } }
      body(row, total)
    }
  }

  /// Slots, exclusion keys, spend limit and links of the option's item.
  func itemCanTake(_ option: Int, item: Int) -> Bool {
    (!chosenOfItem[item].isEmpty || mayBegin(item)) && itemHasRoom(for: option, item: item)
      && sharedLimitsHaveRoom(for: option, item: item)
  }

  /// Options that a link's members take, and what these cost.
  private func shared(_ link: ItemLink) -> (count: Int, spend: Double) {
    var (count, spend) = (0, 0.0)
    for member in link.members {
      count += chosenOfItem[Int(member)].count
      for option in chosenOfItem[Int(member)] { spend += problem.optionCost[Int(option)] }
    }
    return (count, spend)
  }

  private func sharedLimitsHaveRoom(for option: Int, item: Int) -> Bool {
    if index.units.isEmpty { return true }
    return (index.units.links[Int32(item)] ?? []).allSatisfy { link in
      guard case .within(let options, let cost) = link.rule else { return true }
      let (count, spend) = shared(link)
      return count < options
        && spend + problem.optionCost[option] <= cost + Self.slack(of: cost)
    }
  }

  /// Slots, exclusion keys and spend limit of the option's item, links left aside.
  func itemHasRoom(for option: Int, item: Int) -> Bool {
    let rules = problem.items[item]
    let taken = chosenOfItem[item]
    guard taken.count < rules.slots else { return false }
    let key = problem.kindExclusion[Int(problem.optionKind[option])]
    var spend = problem.optionCost[option]
    for other in taken {
      if problem.kindExclusion[Int(problem.optionKind[Int(other)])] == key { return false }
      spend += problem.optionCost[Int(other)]
    }
    return spend <= rules.spendLimit + Self.slack(of: rules.spendLimit)
  }

  /// Whether the item has what it must have.
  func itemIsSatisfied(_ item: Int) -> Bool {
    let rules = problem.items[item]
    guard rules.isRequired || !rules.requiredKinds.isEmpty else { return true }
    let taken = chosenOfItem[item]
    if rules.isRequired && taken.isEmpty { return false }
    return rules.requiredKinds.allSatisfy { kinds in
      taken.contains { kinds.contains(problem.optionKind[Int($0)]) }
    }
  }

  /// Rows whose activity is out of bounds, with the amount: positive above, negative below.
  package func violatedRows() -> [(row: Int, excess: Double)] {
    problem.rows.indices.compactMap { row in
      let rule = problem.rows[row]
      let activity = rowActivity[row]
      if activity > rule.upper + Self.slack(of: rule.upper) { return (row, activity - rule.upper) }
      if activity < rule.lower - Self.slack(of: rule.lower) { return (row, activity - rule.lower) }
      return nil
    }
  }

  /// Whether every row and every item's requirement holds.
  package var isFeasible: Bool {
    violatedRows().isEmpty && problem.items.indices.allSatisfy { itemIsSatisfied($0) }
      && problem.links.allSatisfy { holds($0) }
  }

  /// Whether the members of a link take options as its rule says.
  func holds(_ link: ItemLink) -> Bool {
    let acting = link.members.count { !chosenOfItem[Int($0)].isEmpty }
    switch link.rule {
    case .allOrNone: return acting == 0 || acting == link.members.count
    case .atMostOne: return acting <= 1
    case .within(let options, let cost):
      let (count, spend) = shared(link)
      return count <= options && spend <= cost + Self.slack(of: cost)
    }
  }

  /// Whether the links of an item hold.
  func linksHold(ofItem item: Int) -> Bool {
    index.units.isEmpty || (index.units.links[Int32(item)] ?? []).allSatisfy { holds($0) }
  }

  /// Whether an item that takes nothing yet may begin to without breaking a link.
  private func mayBegin(_ item: Int) -> Bool {
    if index.units.isEmpty { return true }
    return (index.units.links[Int32(item)] ?? []).allSatisfy { link in
      let acting = link.members.count {
        Int($0) != item && !chosenOfItem[Int($0)].isEmpty
      }
      return switch link.rule {
      case .atMostOne: acting == 0
      case .allOrNone: acting == link.members.count - 1
      case .within: true
      }
    }
  }
}
