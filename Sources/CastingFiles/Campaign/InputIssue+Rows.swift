import Casting

// Issues with values that are sound each on its own.

extension InputIssue {
  static func ageSum(_ sum: Double, at place: InputPlace) -> InputIssue {
    InputIssue(
      place,
      .row(.ageSum(sum: RowFault.told(sum), tolerance: AudienceColumns.sumTolerance)))
  }

  static func cellSum(_ sum: Double, at place: InputPlace, of creator: String) -> InputIssue {
    InputIssue(
      place, .row(.cellSum(sum: RowFault.told(sum), tolerance: AudienceColumns.sumTolerance)),
      value: creator)
  }

  static func duplicateCell(
    _ cell: String, of creator: String, firstLine: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, .row(.duplicateAudienceCell(firstLine: firstLine)), value: "\(creator) × \(cell)")
  }

  static func tooManyCells(_ file: String, count: Int) -> InputIssue {
    InputIssue(
      file: file, .row(.tooManyCells(count: count, maximum: AudienceFile.maximumCells)))
  }

  static func audienceOfOtherCells(_ place: InputPlace, cells: [String]) -> InputIssue {
    InputIssue(place, .row(.audienceOfOtherCells), value: cells.joined(separator: ", "))
  }

  static func dayOrder(from: String, to: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.dayOrder(from: from, to: to)))
  }

  static func creatorLimits(minimum: Int, maximum: Int, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.creatorLimits(minimum: minimum, maximum: maximum)))
  }

  static func duplicateDeal(firstLine: Int, value: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.duplicateDeal(firstLine: firstLine)), value: value)
  }

  static func dealPrediction(hasBoth: Bool, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.dealPrediction(hasBoth: hasBoth)))
  }

  static func bookingWithoutProduct(_ place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.bookingWithoutProduct))
  }

  static func bookedFormatNotInPlay(
    _ format: DealFormat, of formats: [DealFormat], at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place,
      .row(
        .bookedFormatNotInPlay(format: format.rawValue, formats: formats.map(\.rawValue))),
      value: format.rawValue)
  }

  static func bookedOutside(
    _ day: CalendarDay, _ window: CampaignWindow, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place,
      .row(.bookedOutside(day: day.iso, from: window.from.iso, to: window.to.iso)),
      value: day.iso)
  }

  static func twoBookings(firstLine: Int, value: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.twoBookings(firstLine: firstLine)), value: value)
  }
}
