import CastingFiles
import Tables

extension IssueEnglish {
  static func sentence(_ fault: RowFault) -> IssueSentence {
    switch fault {
    case .ageSum(let sum, let tolerance):
      IssueSentence(
        "the age shares add to \(CSVWriter.shortest(sum))",
        rule: "the six together are 1, within \(tolerance)",
        remedy: "correct them, or leave all six empty to use the default mix")
    case .cellSum(let sum, let tolerance):
      IssueSentence(
        "the shares of a creator add to \(CSVWriter.shortest(sum))",
        rule: "those of all cells together are 1, within \(tolerance)",
        remedy: "correct them, or remove the creator's rows to use the default mix")
    case .duplicateAudienceCell(let firstLine):
      IssueSentence(
        "the same cell of the creator is already on line \(firstLine)",
        rule: "each cell of a creator is given once",
        remedy: "remove one of the rows, or add the two shares")
    case .tooManyCells(let count, let maximum):
      IssueSentence(
        "there are \(count) different cells", rule: "an audience has at most \(maximum)",
        remedy: "check that the column cell names groups of people, or make the groups larger")
    case .audienceOfOtherCells:
      IssueSentence(
        "audience tells ages and genders, and --audience other cells",
        rule: "the brief's mix needs cells that are an age band of one gender, as female_20_29",
        remedy: "remove it from the brief: the default mix is then the mean of the table")
    case .dayOrder(let from, let to):
      IssueSentence(
        "the days end before they begin", rule: "available_from is not after available_to",
        remedy: "exchange or correct them", shown: "\(from) to \(to)")
    case .creatorLimits(let minimum, let maximum):
      IssueSentence(
        "min_creators \(minimum) is above max_creators \(maximum)",
        rule: "the minimum is at most the maximum", remedy: "correct one of the two")
    case .duplicateDeal(let firstLine):
      IssueSentence(
        "the same deal is already on line \(firstLine)",
        rule: "creator, product and format name a deal once", remedy: "remove one of the rows")
    case .dealPrediction(let hasBoth):
      IssueSentence(
        hasBoth ? "value and reach are both given" : "value and reach are both empty",
        rule: "each deal brings exactly one of the two",
        remedy: hasBoth ? "empty one of them" : "fill in one of them")
    case .bookingWithoutProduct:
      IssueSentence(
        "product_id is empty", rule: "a booking that plans keep names its product",
        remedy: "write the product's id")
    case .bookedFormatNotInPlay(let format, let formats):
      IssueSentence(
        "\(format) is no format of the campaign",
        rule: "its formats are \(formats.joined(separator: ", "))",
        remedy: "correct the format, or add it to formats in the brief")
    case .bookedOutside(let day, let from, let to):
      IssueSentence(
        "the day is outside of the campaign's window", rule: "the window is \(from) to \(to)",
        remedy: "correct the day, or the window in the brief", shown: day)
    case .twoBookings(let firstLine):
      IssueSentence(
        "a deal of the same creator and product is booked on line \(firstLine)",
        rule: "a creator promotes a product in one deal",
        remedy: "keep one of the rows, or mark the other as declined")
    }
  }
}
