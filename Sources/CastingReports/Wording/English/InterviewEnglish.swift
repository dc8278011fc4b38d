import Casting
import CastingFiles

/// What an interview asks and says, in English.
enum InterviewEnglish {
  static let opening =
    "A few questions about the campaign; the answers become its brief. Enter takes what stands in "
    + "brackets. Ctrl-C leaves, and nothing is written."

  static let needed = "required"
  static let nothing = "none"

  static func name(_ topic: InterviewTopic) -> String {
    switch topic {
    case .roster: "Roster"
    case .products: "Products"
    case .budget: "Budget"
    case .objective: "Objective"
    case .from: "First day"
    case .to: "Last day"
    case .formats: "Formats"
    case .lock: "Must be cast"
    case .ban: "Must not be cast"
    case .least: "Creators, at least"
    case .most: "Creators, at most"
    case .femaleShare: "Share of women"
    case .ages: "Ages"
    }
  }

  static func question(_ topic: InterviewTopic) -> String {
    switch topic {
    case .roster:
      "Which file has the creators? CSV, TSV, JSON, or a table of SQLite as db.sqlite#table."
    case .products: "Which file has the products? The same formats."
    case .budget:
      "What may be spent at most, in yen: fees, commissions, products given and costs of "
        + "activation together? As 300万, 3M or ¥3,000,000."
    case .objective:
      "What is the plan to bring most of? gmv (sales), profit (margin less costs), ltv (margin over "
        + "all orders of a customer less costs), orders, or reach (people)."
    case .from: "From which day on may deals take place? As 2026-12-01; none: days do not matter."
    case .to: "Until which day, itself included?"
    case .formats:
      "Which formats may be booked? Of live, video, post and story, with commas between them."
    case .lock: "Who must be cast, whatever it brings? Ids or names, with commas between them."
    case .ban: "Who must not be cast? Ids or names, with commas between them."
    case .least: "How many creators must the plan have at least?"
    case .most: "And how many may it have at most?"
    case .femaleShare:
      "Whom is the campaign for? Audiences that the roster does not tell, and the market, are taken "
        + "to be so. First the share of women, as 60% or 0.6."
    case .ages:
      "The ages, as 20-29 40%, 30-39 30%; those not named share the rest equally. Bands are 13-19, "
        + "20-29, 30-39, 40-49, 50-59 and 60+."
    }
  }

  static func text(_ fault: AnswerFault) -> String {
    switch fault {
    case .unanswered(let topic):
      "nothing was answered; \(rule(topic)); type it, or leave with Ctrl-C"
    // Said as issues are.
    case .issue: ""
    case .unreadable:
      "the answer cannot be read; answers are UTF-8 text; set the terminal to UTF-8 and type it again"
    case .standardInput:
      "- is standard input, which has the answers; a table is a file; give its path"
    case .unknownCreator(let given, let near):
      "\"\(given)\" is nobody in the roster; an id or a name as the roster has it is needed; "
        + (near.isEmpty ? "look it up there" : "did you mean \(either(near))?")
    case .severalCreators(let given, let creators, let count):
      "\"\(given)\" is the name of \(count) creators; a name must be one creator's alone; give an id: "
        + ids(creators) + (count > creators.count ? ", …" : "")
    case .nameOrList(let given, let whole):
      "\"\(given)\" is a name, and a list of names as well; an answer must have one meaning; give "
        + "ids: \(whole.id) for the one name"
    case .castAndBanned(let creator):
      "\(Wording.english.label(creator)) must be cast; nobody can be cast and banned; leave her out here, "
        + "or begin again"
    case .creatorCount(let given):
      "\"\(given)\" is no number of creators; a whole number from 1 is needed; none: no limit"
    case .moreThanThereAre(let least, let available):
      "\(LabelEnglish.counted(least, "creator")) cannot be cast; the roster has "
        + "\(Amount.whole(Double(available))) who may be; give that or less"
    case .fewerThanLocked(let most, let locked):
      "at most \(LabelEnglish.counted(most, "creator")) is too few; \(locked) must be cast; give "
        + "\(locked) or more"
    case .ageShare(let given):
      "\"\(given)\" is no age with its share; ages are answered as 20-29 40%, 30-39 30%; write an age, "
        + "a blank, and a share"
    case .repeatedAge(let given):
      "\"\(given)\" names an age a second time; each age has one share; leave one of the two out"
    }
  }

  private static func rule(_ topic: InterviewTopic) -> String {
    topic == .budget
      ? "a plan needs a budget, in yen, such as 300万, 3M or ¥3,000,000" : "an answer is needed here"
  }

  private static func either(_ creators: [NamedCreator]) -> String {
    UsageEnglish.either(creators.map(Wording.english.label))
  }

  private static func ids(_ creators: [NamedCreator]) -> String {
    creators.map(\.id).joined(separator: ", ")
  }
}
