import Casting
import CastingFiles
import CastingReports
import Foundation
import Tables

/// One scoring from its inputs to its result.
struct ScoreRun {
  let command: Score
  let start = ContinuousClock.now
  let progress: ScoreProgress
  var inputs: ScoringInputs
  private let wording: ScoreWording
  private let output: ScoreOutput
  private let modelOutput: OutputFile?
  let summaryOutput: OutputFile?
  private let conditions: [ScoreCondition]
  var summary: ScoreSummary
  private let rejects: RejectsFile?
  /// The model to use, if there is one already.
  private let given: ScoringModel?

  private var threads: Int { command.work.threadCount }

  /// Reads what is read as a whole, and opens the output before any work is done for it.
  init(_ command: Score) throws {
    self.command = command
    progress = ScoreProgress(quiet: command.work.quiet)
    let paths = try command.inputs.paths
    let read = paths.files + [command.model].compactMap { $0 }
    try ProtectedFiles(read).refuse(command.outputs)
    rejects = try RejectsFile(command.inputs, inputs: read, outputs: command.outputs)
    var options = command.inputs.readingOptions
    options.rejects = rejects?.spool
    options.carriesUnknownColumns = command.runOptions.carry
    do {
      inputs = try ScoringFiles.read(
        paths, threads: command.work.threadCount, options: options)
    } catch {
      try rejects?.finish(isRefused: true)
      throw error
    }
    inputs.roster.readsNames = true
    try refuse(command.selection.problems(in: inputs.brief.terms.money))
    conditions = try command.selection.conditions(inputs.brief)
    // A brief names files of its own.
    try ProtectedFiles(inputs.files).refuse(command.outputs)
    let model = try command.model.map { try ScoringModelFile.read(path: $0) }
    if let model { try Self.check(model, &inputs, path: command.model ?? "") }
    let brief = inputs.brief
    let beginning = try inputs.roster.peek()
    let formats = beginning.map {
      CampaignFormats(roster: $0.roster, brief: brief).inPlay.count
    }
    let name = command.runOptions.name
    // Runs that stand together have the same columns, whatever is in play today.
    wording = ScoreWording(
      productIDs: inputs.products.products.map(\.id),
      namesFormat: name != nil || formats ?? 1 > 1,
      carried: beginning?.carried.map(\.header) ?? [], run: name)
    output = try ScoreOutput(command, inputs, of: paths, wording)
    modelOutput = try command.saveModel.map {
      try OutputFile(path: $0, replacing: command.replacing(ScoringModelFile.isModel))
    }
    summaryOutput = try command.runOptions.summary.map {
      try OutputFile(path: $0, replacing: command.replacing(ScoreSummary.isSummary))
    }
    summary = ScoreSummary(version: Castplan.version, run: name, state: .complete, out: command.out)
    summary.products = inputs.products.count
    summary.currency = inputs.brief.terms.money.code
    given = model
  }

  private static func check(
    _ model: ScoringModel, _ inputs: inout ScoringInputs, path: String
  ) throws {
    var reasons: [ScoreProblem.Reason] = []
    if !model.hasSpace && inputs.products.embeddingDimensions == 0 {
      reasons.append(.hasNoSpaceForTexts)
    }
    if !inputs.roster.divideAudiences(into: model.audienceCells) {
      reasons.append(
        .otherAudienceCells(
          model.audienceCells.names, given: inputs.roster.audienceCells.names))
    }
    if !inputs.brief.niches.isEmpty && inputs.brief.niches != model.niches {
      reasons.append(.otherNiches)
    }
    if !reasons.isEmpty { throw ScoreProblem(path: path, reasons: reasons) }
  }

  mutating func execute() throws {
    do {
      try scoreAll()
      try rejects?.finish(isRefused: false)
    } catch let error as InputError {
      try rejects?.finish(isRefused: true)
      if case .database(let database) = output { database.discard() }
      throw error
    }
  }

  private mutating func scoreAll() throws {
    if case .database(let database) = output, database.standing == .complete {
      note(.heldAlready(path: command.out ?? ""))
      if let modelOutput {
        try save(survey(), to: modelOutput)
      } else if rejects != nil {
        // What was passed over is in no database.
        try inputs.roster.survey(into: ()) { _, _ in }
      }
      summary.state = .held
      try writeSummary()
      return
    }
    let model = try given ?? keptModel()
    if command.inputs.policy != .refuse && !inputs.roster.isSurveyed {
      // Which rows repeat an id is known only when all have been seen.
      try inputs.roster.survey(into: ()) { _, _ in }
    }
    if let modelOutput { try save(model, to: modelOutput) }
    try output.begin(wording)
    var scorer = RosterScorer(
      products: inputs.products, brief: inputs.brief, ranking: command.selection.ranking,
      conditions: conditions, model: model, top: top, threads: threads)
    try score(&scorer, total: given == nil ? model.creatorCount : nil)
    let rows = topRows(scorer)
    try output.append(rows, creators: scorer.creatorCount, wording, threads: threads)
    summary.count(rows)
    try output.finish()
    progress.clear()
    summary.creators = (scorer.creatorCount, scorer.withoutDeals)
    try writeSummary()
    tell(scorer)
  }

  private var top: Int {
    if case .top(let count) = command.selection.selection { count } else { 0 }
  }

  /// The model that the run was begun with, if it is in the database, or else one that is kept there.
  private mutating func keptModel() throws -> ScoringModel {
    guard case .database(let database) = output else { return try survey() }
    if let text = database.model, !text.isEmpty {
      return try ScoringModelFile.model(Data(text.utf8))
    }
    let model = try survey()
    try database.keep(model: String(decoding: Self.text(of: model), as: UTF8.self))
    return model
  }

  private func save(_ model: ScoringModel, to file: OutputFile) throws {
    try file.write(Array(Self.text(of: model)))
    try file.finish()
  }

  /// Reads the roster for what is typical of it.
  private mutating func survey() throws -> ScoringModel {
    let progress = progress
    progress.start(isScoring: false)
    let survey = try inputs.roster.survey(into: RosterSurvey()) { survey, part in
      survey.add(part.roster)
      progress.show(creators: survey.creatorCount, share: part.progress)
    }
    return survey.model(
      products: inputs.products, niches: inputs.brief.niches, threads: threads)
  }

  /// Scores part after part; deals of single creators are written as they come.
  private mutating func score(_ scorer: inout RosterScorer, total: Int?) throws {
    var done = 0
    if case .database(let database) = output, case .resumed(let creators) = database.standing {
      done = creators
      summary.state = .resumed
    }
    progress.start(isScoring: true)
    let (selection, output, wording, threads, progress) = (
      command.selection.selection, output, wording, threads, progress
    )
    var (current, written) = (scorer, summary)
    try inputs.roster.forEachPart { part in
      switch selection {
      case .top: current.addToTop(part.roster, telling: Self.texts(part))
      // A part is kept whole or not at all.
      case .ofEachCreator where current.creatorCount < done: current.skip(part.roster)
      case .ofEachCreator(let most):
        let rows = Self.rows(current.dealsOfEachCreator(part.roster, most: most), part)
        written.count(rows)
        try output.append(rows, creators: current.creatorCount, wording, threads: threads)
      }
      progress.show(
        creators: current.creatorCount,
        share: total.map { Double(current.creatorCount) / Double(max(1, $0)) } ?? part.progress)
      return true
    }
    (scorer, summary) = (current, written)
  }

  private static func text(of model: ScoringModel) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(model)
  }
}
