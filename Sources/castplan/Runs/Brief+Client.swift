import Casting
import CastingPlanning

extension Brief {
  /// What an agency adds, where its costs can be left out; says why where they cannot.
  func clientTerms() throws -> AgencyTerms {
    do throws(ClientViewFault) {
      return try termsOfClientView()
    } catch {
      StandardError.note(.cannotHideCost(because: error))
      throw ExitStatus.badInput
    }
  }
}
