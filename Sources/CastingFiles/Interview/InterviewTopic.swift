/// What an interview about a campaign asks for, in the order asked.
package enum InterviewTopic: String, CaseIterable, Codable, Sendable {
  case roster, products, budget, objective
  /// First and last day of the window.
  case from, to
  case formats
  /// Who must be cast, and who must not.
  case lock, ban
  /// How many creators, at least and at most.
  case least, most
  /// The audience to assume where none is known.
  case femaleShare = "female_share"
  case ages

  /// The part of the brief that the answer stands in; nil for the files.
  package var section: BriefSection? {
    switch self {
    case .roster, .products: nil
    case .budget: .budget
    case .objective: .objective
    case .from, .to: .window
    case .formats: .formats
    case .lock: .lock
    case .ban: .ban
    case .least, .most: .quotas
    case .femaleShare, .ages: .audience
    }
  }
}

/// The keys of a brief that an interview fills in, in the order written.
package enum BriefSection: String, CaseIterable, Sendable {
  case budget, objective, window, formats, lock, ban, quotas, audience

  /// Lines above what the answers write; the answers' own stand further in.
  package var opening: [String] {
    switch self {
    case .budget, .objective, .formats: []
    case .window, .lock, .ban, .audience: ["\(rawValue):"]
    case .quotas: ["quotas:", "  - creators:"]
    }
  }

  /// What it may look like, for a brief that does not state it.
  package var example: [String] {
    switch self {
    case .budget: ["budget: 5_000_000"]
    case .objective: ["objective: gmv"]
    case .window: opening + ["  from: 2026-12-01", "  to: 2026-12-20"]
    case .formats: ["formats: [live, video]"]
    case .lock: opening + ["  - C0042"]
    case .ban: opening + ["  - C0093"]
    case .quotas: opening + ["      min: 5", "      max: 20"]
    case .audience: opening + ["  female_share: 0.52", "  age_20_29: 0.3"]
    }
  }
}
