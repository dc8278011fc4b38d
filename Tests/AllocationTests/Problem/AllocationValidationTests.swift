import Allocation
import AllocationTestSupport
import Testing

/// Problems that are none are refused with the numbers in it, before anything indexes by them.
@Suite struct AllocationValidationTests {
  private static func sound(_ seed: UInt64 = 7) -> AllocationProblem {
    var random = RandomProblem(seed: seed)
    return random.next(maximumOptions: 14)
  }

  @Test func soundProblemsPass() throws {
    for seed in 0..<300 as Range<UInt64> { try Self.sound(seed).validate() }
  }

  @Test func shortOptionStartIsRefused() {
    var problem = Self.sound()
    problem.optionStart.removeLast()
    #expect(
      throws: AllocationFault.wrongLength(
        list: "optionStart", count: problem.itemCount, expected: problem.itemCount + 1)
    ) { try problem.validate() }
    #expect(throws: AllocationFault.self) {
      try AllocationSolver(problem: problem, settings: AllocationSettings())
    }
  }

  @Test func everyListOfAnotherLengthIsRefused() {
    let lists: [(WritableKeyPath<AllocationProblem, [Double]>, String)] = [
      (\.poolCapacity, "poolCapacity"), (\.poolYield, "poolYield"),
      (\.groupWorth, "groupWorth"), (\.groupOutputLimit, "groupOutputLimit"),
      (\.segmentShares, "segmentShares"), (\.optionReach, "optionReach"),
      (\.optionCost, "optionCost"),
    ]
    for (list, name) in lists {
      var problem = Self.sound()
      problem[keyPath: list].append(1)
      #expect(
        throws: AllocationFault.wrongLength(
          list: name, count: problem[keyPath: list].count,
          expected: problem[keyPath: list].count - 1)
      ) { try problem.validate() }
    }
  }

  @Test func optionsOutsideTheirListsAreRefused() {
    var problem = Self.sound()
    problem.optionStart[problem.itemCount] += 1
    #expect(throws: AllocationFault.self) { try problem.validate() }
    problem = Self.sound()
    problem.optionKind[0] = Int32(problem.kindCount)
    #expect(
      throws: AllocationFault.outOfRange(
        list: "optionKind", place: 0, value: problem.kindCount, count: problem.kindCount)
    ) { try problem.validate() }
    problem = Self.sound()
    problem.kindGroup[0] = -1
    #expect(
      throws: AllocationFault.outOfRange(
        list: "kindGroup", place: 0, value: -1, count: problem.groupCount)
    ) { try problem.validate() }
  }

  @Test func numbersThatAreNoneAreRefused() {
    for (number, list) in [
      (Double.nan, "optionCost"), (-1, "optionCost"), (.infinity, "optionCost"),
    ] {
      var problem = Self.sound()
      problem.optionCost[0] = number
      #expect {
        try problem.validate()
      } throws: {
        guard case .wrongNumber(list, 0, _)? = $0 as? AllocationFault else { return false }
        return true
      }
    }
    var problem = Self.sound()
    problem.rows.append(AllocationRow(upper: .nan))
    #expect {
      try problem.validate()
    } throws: {
      guard case .wrongNumber("rows.limits", problem.rows.count - 1, _)? = $0 as? AllocationFault
      else { return false }
      return true
    }
  }

  @Test func amountsThatAreNoneAreRefused() {
    var problem = Self.sound()
    problem.amounts = [problem.optionCost, problem.optionCost]
    problem.rows.append(AllocationRow(upper: 1, inside: .init(perAmount: 1), amount: 1))
    let sound = problem
    #expect(throws: Never.self) { try sound.validate() }
    problem.amounts[1].removeLast()
    #expect(
      throws: AllocationFault.wrongLength(
        list: "amounts[1]", count: sound.optionCount - 1, expected: sound.optionCount)
    ) { try problem.validate() }
    problem = sound
    problem.amounts[1][0] = -1
    #expect(throws: AllocationFault.wrongNumber(list: "amounts[1]", place: 0, value: -1)) {
      try problem.validate()
    }
    problem = sound
    let last = sound.rows.count - 1
    problem.rows[last].amount = 2
    #expect(
      throws: AllocationFault.outOfRange(list: "rows.amount", place: last, value: 2, count: 2)
    ) { try problem.validate() }
    problem.rows[last].amount = nil
    #expect(throws: AllocationFault.amountsNotNamed(row: last)) { try problem.validate() }
    problem = sound
    problem.rows[last].outside.perAmount = .infinity
    #expect(
      throws: AllocationFault.wrongNumber(list: "rows.weights", place: last, value: .infinity)
    ) { try problem.validate() }
  }

  @Test func rowsAndLinksOfOtherShapesAreRefused() {
    var problem = Self.sound()
    problem.rows.append(AllocationRow(memberItems: [true]))
    #expect(
      throws: AllocationFault.wrongLength(
        list: "rows[\(problem.rows.count - 1)].memberItems", count: 1,
        expected: problem.itemCount)
    ) { try problem.validate() }
    problem = Self.sound()
    problem.links = [ItemLink(members: [1, 0], rule: .atMostOne)]
    #expect(throws: AllocationFault.linkNotAscending(link: 0)) { try problem.validate() }
    problem.links = [ItemLink(members: [0, Int32(problem.itemCount)], rule: .atMostOne)]
    #expect(
      throws: AllocationFault.outOfRange(
        list: "links.members", place: 0, value: problem.itemCount, count: problem.itemCount)
    ) { try problem.validate() }
  }
}
