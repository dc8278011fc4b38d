import Casting
import Testing

import CastingReports

@Suite("Facts for programs")
struct FactJSONTests {
  private enum Colour: String, Encodable { case deepRed = "deep red" }

  private enum Sample: Fact {
    case nothingOnOffer
    case tooDear(yen: Double, of: [String], colour: Colour, least: Double?)
  }

  @Test("A case is its code, its labels are the arguments")
  func arguments() {
    let value = JSONValue(
      Sample.tooDear(yen: 1200, of: ["C1", "C2"], colour: .deepRed, least: nil), text: "so")
    #expect(
      String(decoding: value.text, as: UTF8.self)
        .filter { !$0.isWhitespace }
        == #"{"code":"too_dear","yen":1200,"of":["C1","C2"],"colour":"deepred","least":null,"text":"so"}"#
    )
  }

  @Test("A case without values has a code alone")
  func bareCase() {
    #expect(
      String(decoding: JSONValue(Sample.nothingOnOffer).text, as: UTF8.self)
        == "{\"code\": \"nothing_on_offer\"}\n")
  }
}
