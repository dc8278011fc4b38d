import Casting

/// Fees as a user would edit them.
extension Roster {
  /// Edits a fee as a user would: in the column of the format, or where the roster has none in the
  /// common one; without a format in every column that has a fee for her.
  mutating func setFee(_ fee: Double, ofCreator creator: Int, in format: DealFormat?) {
    if let format {
      if let package = format.package {
        let place = columnOfFees(package)
        packageFees[place].fees.values[creator] = fee
      } else if formatFees[format.index].isPresent {
        formatFees[format.index].values[creator] = fee
      } else {
        setCommonFee(fee, ofCreator: creator)
      }
      return
    }
    let packages = packageFees.indices.filter { !packageFees[$0].fees[creator].isNaN }
    for place in packages { packageFees[place].fees.values[creator] = fee }
    let offered = formatFees.indices.filter {
      formatFees[$0].isPresent && !formatFees[$0].values[creator].isNaN
    }
    for column in offered { formatFees[column].values[creator] = fee }
    if (offered.isEmpty && packages.isEmpty) || fees.isPresent {
      setCommonFee(fee, ofCreator: creator)
    }
  }

  /// Sets what a change makes of the fee in a format, or of the first that she states; the estimate where
  /// she states none. Returns it.
  mutating func changeFee(
    ofCreator creator: Int, in format: DealFormat?, _ change: (Double) -> Double
  ) -> Double {
    if format == nil {
      var changed: Double?
      for place in formatFees.indices where formatFees[place].isPresent {
        let fee = formatFees[place].values[creator]
        guard !fee.isNaN else { continue }
        formatFees[place].values[creator] = change(fee)
        changed = changed ?? change(fee)
      }
      for place in packageFees.indices {
        let fee = packageFees[place].fees[creator]
        guard !fee.isNaN else { continue }
        packageFees[place].fees.values[creator] = change(fee)
        changed = changed ?? change(fee)
      }
      if let changed {
        if fees.isPresent, !fees.values[creator].isNaN {
          fees.values[creator] = change(fees.values[creator])
        }
        return changed
      }
    }
    let own = format.map { ownFees($0) }
    var stated = own?.isPresent == true ? own![creator] : fees[creator]
    if let format, format.package != nil {
      stated = OfferedFees(self).fee(creator: creator, format: format)
    }
    let fee = change(stated.isNaN ? estimatedFee(creator) : stated)
    setFee(fee, ofCreator: creator, in: format)
    return fee
  }

  /// The place of a package's column of fees, which is made of what its parts cost where there is none.
  private mutating func columnOfFees(_ package: DealPackage) -> Int {
    let fees = ownFees(.package(package))
    let column =
      fees.isPresent
      ? fees : NumberColumn(OfferedFees(self).fees(of: [.package(package)]).0)
    let place =
      packageFees.firstIndex { $0.package == package.name } ?? packageFees.count
    if place == packageFees.count { packageFees.append(PackageFees(package: package.name)) }
    packageFees[place].fees = column
    return place
  }

  private func estimatedFee(_ creator: Int) -> Double {
    followers[creator] * CampaignDefaults.yenPerFollower(platform: platforms[creator]).middle
  }

  /// Whether there was any.
  mutating func changeStatedFees(
    ofCreator creator: Int, _ change: (Double) -> Double
  ) -> Bool {
    var isChanged = false
    for place in formatFees.indices where formatFees[place].isPresent {
      guard !formatFees[place].values[creator].isNaN else { continue }
      formatFees[place].values[creator] = change(formatFees[place].values[creator])
      isChanged = true
    }
    for place in packageFees.indices where !packageFees[place].fees[creator].isNaN {
      packageFees[place].fees.values[creator] = change(packageFees[place].fees.values[creator])
      isChanged = true
    }
    if fees.isPresent, !fees.values[creator].isNaN {
      fees.values[creator] = change(fees.values[creator])
      isChanged = true
    }
    return isChanged
  }

  private mutating func setCommonFee(_ fee: Double, ofCreator creator: Int) {
    if !fees.isPresent { fees = NumberColumn([Double](repeating: .nan, count: count)) }
    fees.values[creator] = fee
  }
}
