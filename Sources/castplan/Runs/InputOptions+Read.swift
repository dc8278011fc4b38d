import CastingFiles

extension InputOptions {
  /// Reads the campaign into memory, and writes down its faults where that is asked for.
  ///
  /// - Parameter describesTables: whether a report tells of the tables.
  func read(threads: Int, describesTables: Bool = false) throws -> LoadedCampaign {
    var options = readingOptions
    options.describesTables = describesTables
    let paths = try paths
    let loaded = try RejectsFile(creators, inputs: paths.files).reading(options) {
      try CampaignFiles.read(paths, budget: budgetAmount, threads: threads, options: $0)
    }
    try refuse(problems(in: loaded.campaign.money))
    return loaded
  }
}
