extension Roster {
  /// Money for the rights that are asked for; NaN where she does not say, 0 where none are.
  ///
  /// A fee for fewer months is paid as often as the months take.
  func usageFee(_ creator: Int, _ usage: UsageRights?) -> Double {
    guard let usage else { return 0 }
    let (fee, months) = (usageFees[creator], usageMonths[creator])
    guard !fee.isNaN else { return .nan }
    return months > 0 ? fee * (usage.months / months).rounded(.up) : fee
  }
}
